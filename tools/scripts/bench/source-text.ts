import type { Random } from './random.ts';

/** The text of one TypeScript module as people write them: imports, types, functions, a class, now and then a component. */
export function sourceText(random: Random, isComponent: boolean, neighbours: readonly string[], flag?: string): string {
  const subject = word(random);
  const parts = [
    ...neighbours.map((path, index) => `import { ${camel(word(random), word(random))}${index} } from '${path}';`),
    ...(flag ? ["import { isEnabled } from '@shop/flags';"] : []),
    ...(isComponent ? ["import { useCallback, useMemo, useState } from 'react';"] : []),
    '',
    typeOf(random, subject),
  ];
  const size = 1400 + random.below(6000);
  let length = 0;
  for (let count = 0; length < size; count++) {
    const part = random.next() < 0.25 ? classOf(random, count) : functionOf(random, count);
    parts.push(part);
    length += part.length;
  }
  // In the removals of people a file has one or two reads; a component has its own in JSX.
  const reads = flag ? readsOf(random, flag) : [];
  if (!isComponent || random.next() < 0.3) parts.push(...reads.slice(random.below(reads.length)));
  if (isComponent) parts.push(componentOf(random, subject, flag));
  return `${parts.join('\n')}\n`;
}

const words =
  'account amount basket batch branch buyer card carrier channel charge client contract coupon credit customer delivery discount entry event filter gift group history index invoice item journal label ledger level line list market member message method money notice offer option order owner page parcel partner payment period plan point price product profile quote range rate reason receipt record region report result review role route sales schedule search season seller service session shelf shipment shop signal source status stock store stream supplier tariff task term ticket token total tracking transfer user vendor voucher window zone'.split(
    ' ',
  );

function word(random: Random): string {
  return random.pick(words);
}

function camel(...parts: readonly string[]): string {
  return parts.map((part, index) => (index === 0 ? part : part[0]!.toUpperCase() + part.slice(1))).join('');
}

function pascal(...parts: readonly string[]): string {
  return camel('', ...parts);
}

function typeOf(random: Random, subject: string): string {
  const names = [...new Set(Array.from({ length: 3 + random.below(6) }, () => camel(word(random), word(random))))];
  const types = ['string', 'number', 'boolean', 'readonly string[]', 'Date | undefined', "'open' | 'closed'"];
  return `export interface ${pascal(subject, 'record')} {
${names.map((name) => `  /** The ${name} as the ${word(random)} sees it. */\n  readonly ${name}: ${random.pick(types)};`).join('\n')}
}
`;
}

function functionOf(random: Random, count: number): string {
  const [a, b, c] = [word(random), word(random), word(random)];
  return `/** Brings the ${a} of a ${b} up to the ${c}, and leaves the rest as it is. */
export function ${camel(a, 'for', b)}${count}(${a}s: readonly string[], limit = ${random.below(100)}): Record<string, number> {
  const found: Record<string, number> = {};
  for (const ${a} of ${a}s) {
    // The ${c} is seldom known in advance, so count what there is.
    const key = \`\${${a}.trim().toLowerCase()}-${c}\`;
    if (${a}.length > limit && found[key] === undefined) {
      found[key] = ${a}.length % ${2 + random.below(9)};
    } else if (${a}.startsWith('${b}')) {
      found[key] = (found[key] ?? 0) + ${1 + random.below(9)};
    } else {
      continue;
    }
  }
  return Object.fromEntries(Object.entries(found).filter(([name, value]) => name !== '${c}' && value > 0));
}
`;
}

function classOf(random: Random, count: number): string {
  const [a, b, c] = [word(random), word(random), word(random)];
  return `export class ${pascal(a, b)}Store${count} {
  private readonly ${b}s = new Map<string, { ${c}: number; at: Date }>();

  constructor(private readonly load: (id: string) => Promise<number>) {}

  async ${camel('find', c)}(id: string): Promise<number> {
    const known = this.${b}s.get(id);
    if (known && Date.now() - known.at.getTime() < ${1000 * (1 + random.below(60))}) return known.${c};
    try {
      const ${c} = await this.load(id);
      this.${b}s.set(id, { ${c}, at: new Date() });
      return ${c};
    } catch (error) {
      throw new Error(\`no ${c} for \${id}\`, { cause: error });
    }
  }

  ${camel('drop', b)}(ids: Iterable<string>): number {
    let dropped = 0;
    for (const id of ids) {
      if (this.${b}s.delete(id)) dropped += 1;
    }
    return dropped;
  }
}
`;
}

function readsOf(random: Random, flag: string): readonly string[] {
  const [a, b] = [word(random), word(random)];
  return [
    `export function ${camel('choose', a)}(${b}: string): string {
  if (isEnabled('${flag}')) {
    return ${b}.toUpperCase();
  }
  return ${b};
}
`,
    `export function ${camel('count', a)}(${b}s: readonly string[]): number {
  const isNew = isEnabled('${flag}') && ${b}s.length > 0;
  return isNew ? ${b}s.length : 0;
}
`,
  ];
}

function componentOf(random: Random, subject: string, flag: string | undefined): string {
  const [a, b] = [word(random), word(random)];
  return `export function ${pascal(subject, 'panel')}({ ${a}s, onSelect }: { ${a}s: readonly string[]; onSelect(name: string): void }) {
  const [${b}, ${camel('set', b)}] = useState('');
  const shown = useMemo(() => ${a}s.filter((name) => name.includes(${b})), [${a}s, ${b}]);
  const select = useCallback((name: string) => onSelect(name), [onSelect]);
  return (
    <section className="${a}-${b}">
      <input value={${b}} onChange={(event) => ${camel('set', b)}(event.target.value)} aria-label="Find a ${a}" />
      ${flag ? `{isEnabled('${flag}') && <p className="hint">{shown.length} found</p>}` : `{shown.length === 0 ? <p>No ${a} matches.</p> : null}`}
      <ul>
        {shown.map((name) => (
          <li key={name} onClick={() => select(name)}>
            {name}
          </li>
        ))}
      </ul>
    </section>
  );
}
`;
}
