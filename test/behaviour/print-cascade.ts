import type { CaseFile } from '@ffsd/cases';
import type { Cascade, Item, Shown, Truth } from './cascade.ts';

/** The modules of a cascade in TypeScript, and the driver that runs it. */
export function printCascade({ items, shown, barrel }: Cascade): readonly CaseFile[] {
  const files = [...new Set(items.map(({ file }) => file))];
  const modules = files.map((file) => {
    const own = items.flatMap((item, index) => (item.file === file ? [printItem(item, index, items)] : []));
    return { path: `src/m${file}.ts`, text: `${imports(own.join('\n'), items, file)}${own.join('\n\n')}\n` };
  });
  const body = shown.map((one, index) => printShown(one, index, items));
  const all = files.map((file) => `export * from './m${file}';\n`).join('');
  const main = `export function run() {\n${body.join('\n')}\n}\n`;
  return [
    ...modules,
    ...(barrel ? [{ path: 'src/all.ts', text: all }] : []),
    { path: 'src/main.ts', text: `${imports(main, items, undefined, barrel)}${main}` },
    {
      path: 'src/seen.ts',
      text: 'export function seen<T>(mark: number, value: T): T {\n  log(mark);\n  return value;\n}\n',
    },
  ];
}

/** Calls what the modules export, and nothing else. */
export const cascadeDriver: CaseFile = {
  path: 'run.ts',
  text: "import { run } from './src/main';\n\nexport default run;\n",
};

function printItem(item: Item, index: number, items: readonly Item[]): string {
  const value = (truth: Truth, own?: string) => print(truth, items.slice(0, index), own);
  switch (item.is) {
    case 'constant':
      return `export const C${index} = ${value(item.value)};`;
    case 'function': {
      if (item.arrow && !item.early && !item.traced) return `export const f${index} = () => ${value(item.value)};`;
      const lines = [
        ...(item.traced ? [`log('f${index}');`] : []),
        ...(item.early ? [`if (${value(item.early)}) return true;`] : []),
        `return ${value(item.value)};`,
      ];
      return `export function f${index}() {\n${lines.map((line) => `  ${line}\n`).join('')}}`;
    }
    case 'parameter': {
      const on = item.otherwise === undefined ? 'on: boolean' : `on = ${item.otherwise}`;
      const parameters = item.second ? `name: string, ${on}` : on;
      const log = item.second ? `  log(name);\n` : '';
      return `export function g${index}(${parameters}) {\n${log}  return ${value(item.value, 'on')};\n}`;
    }
    case 'object':
      return `export function useH${index}() {\n  return { isNew: ${value(item.value)}, name: 'h${index}' };\n}`;
    case 'class':
      return printClass(item, index, value);
  }
  item satisfies never;
}

function printClass(
  { field, method, overridden, written }: Item & { is: 'class' },
  index: number,
  value: (truth: Truth, own?: string) => string,
): string {
  const given = field ? '' : 'on: boolean';
  const lines = [
    `export class K${index} {`,
    '  on: boolean;',
    `  constructor(${given}) {`,
    `    this.on = ${field ? value(field) : 'on'};`,
    '  }',
    '  shows() {',
    `    return ${value(method, 'this.on')};`,
    '  }',
    ...(written ? ['  turn() {', '    this.on = !this.on;', '    return this;', '  }'] : []),
    '}',
  ];
  const below = overridden
    ? [`export class L${index} extends K${index} {`, '  shows() {', '    return false;', '  }', '}']
    : [];
  return [...lines, ...below].join('\n');
}

function printShown({ is, of, held }: Shown, index: number, items: readonly Item[]): string {
  const text = print(of, items);
  const name = `on${index}`;
  const local = held ? `  const ${name} = ${text};\n` : '';
  const value = held ? name : text;
  if (is === 'if')
    return `${local}  if (${value}) {\n    log('new', ${index});\n  } else {\n    log('old', ${index});\n  }`;
  return `${local}  log(${is === 'value' ? value : `${value} ? 'new' : 'old'`});`;
}

function print(truth: Truth, items: readonly Item[], own?: string): string {
  const inner = (one: Truth) => print(one, items, own);
  switch (truth.is) {
    case 'flag':
      return "isEnabled('checkout')";
    case 'own':
      return own ?? "isEnabled('checkout')";
    case 'literal':
      return String(truth.value);
    case 'not':
      return `!(${inner(truth.of)})`;
    case 'both':
      return `(${inner(truth.left)} && ${inner(truth.right)})`;
    case 'either':
      return `(${inner(truth.left)} || ${inner(truth.right)})`;
    case 'effect':
      return `seen(${truth.mark}, ${inner(truth.value)})`;
    case 'item':
      return printUse(truth, items, inner);
  }
  truth satisfies never;
}

function printUse(
  { index, argument }: Truth & { is: 'item' },
  items: readonly Item[],
  inner: (truth: Truth) => string,
): string {
  const at = items.length === 0 ? -1 : index % items.length;
  const item = items[at];
  const given = inner(argument ?? { is: 'flag' });
  switch (item?.is) {
    case undefined:
      return "isEnabled('checkout')";
    case 'constant':
      return `C${at}`;
    case 'function':
      return `f${at}()`;
    case 'parameter': {
      const on = argument === undefined && item.otherwise !== undefined ? [] : [given];
      return `g${at}(${[...(item.second ? [`'n${at}'`] : []), ...on].join(', ')})`;
    }
    case 'object':
      return `useH${at}().isNew`;
    case 'class': {
      const made = `new ${item.overridden && index > 4 ? 'L' : 'K'}${at}(${item.field ? '' : given})`;
      return `${made}${item.written && index > 3 ? '.turn()' : ''}${argument ? '.shows()' : '.on'}`;
    }
  }
  item satisfies never;
}

/** The imports that a text needs. */
function imports(text: string, items: readonly Item[], file: number | undefined, barrel = false): string {
  const names = new Map<string, string[]>();
  for (const [, name] of text.matchAll(/\b((?:C|f|g|useH|K|L)(?:\d+)|seen)\b/g)) {
    const index = Number(/\d+/.exec(name!)?.[0]);
    const from = name === 'seen' ? './seen' : barrel ? './all' : `./m${items[index]!.file}`;
    if (items[index]?.file === file && name !== 'seen') continue;
    const known = names.get(from) ?? [];
    if (!known.includes(name!)) names.set(from, [...known, name!]);
  }
  const lines = [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, all]) => `import { ${all.sort().join(', ')} } from '${from}';\n`);
  return lines.length > 0 ? `${lines.join('')}\n` : '';
}
