import type { CaseFile } from '@ffsd/cases';
import type { Cascade, Item, Shown, Truth } from './cascade.ts';

/** The modules of a cascade in Python, and the script that runs it. */
export function printPythonCascade({ items, shown, barrel }: Cascade): readonly CaseFile[] {
  const files = [...new Set(items.map(({ file }) => file))];
  const modules = files.map((file) => {
    const own = items.flatMap((item, index) => (item.file === file ? [printItem(item, index, items)] : []));
    return { path: `shop/m${file}.py`, text: `${imports(own.join('\n'), items, file)}${own.join('\n\n\n')}\n` };
  });
  const body = shown.map((one, index) => printShown(one, index, items));
  const main = `def run():\n${body.join('\n')}\n`;
  const all = imports(main, items, undefined);
  return [
    { path: 'shop/__init__.py', text: '' },
    ...modules,
    ...(barrel ? [{ path: 'shop/all.py', text: all || 'pass\n' }] : []),
    {
      path: 'shop/main.py',
      text: `${barrel ? all.replace(/^from shop\.m\d+ /gm, 'from shop.all ') : all}${main}`,
    },
    { path: 'shop/seen.py', text: 'def seen(mark, value):\n    log(mark)\n    return value\n' },
  ];
}

export const pythonCascadeDriver: CaseFile = { path: 'run.py', text: 'from shop.main import run\n\nlog(run())\n' };

function printItem(item: Item, index: number, items: readonly Item[]): string {
  const value = (truth: Truth, own?: string) => print(truth, items.slice(0, index), own);
  switch (item.is) {
    case 'constant':
      return `C${index} = ${value(item.value)}`;
    case 'function': {
      if (item.arrow && !item.early && !item.traced) return `f${index} = lambda: ${value(item.value)}`;
      const lines = [
        ...(item.traced ? [`log('f${index}')`] : []),
        ...(item.early ? [`if ${value(item.early)}:`, '    return True'] : []),
        `return ${value(item.value)}`,
      ];
      return `def f${index}():\n${lines.map((line) => `    ${line}`).join('\n')}`;
    }
    case 'parameter': {
      const on = item.otherwise === undefined ? 'on' : `on=${printBoolean(item.otherwise)}`;
      const log = item.second ? '    log(name)\n' : '';
      return `def g${index}(${item.second ? `name, ${on}` : on}):\n${log}    return ${value(item.value, 'on')}`;
    }
    case 'object':
      return `def use_h${index}():\n    return {'is_new': ${value(item.value)}, 'name': 'h${index}'}`;
    case 'class':
      return printClass(item, index, value);
  }
  item satisfies never;
}

/** A class without a field of its own takes it as a property, when nobody writes it. */
function printClass(
  { field, method, overridden, written }: Item & { is: 'class' },
  index: number,
  value: (truth: Truth, own?: string) => string,
): string {
  const lines = [
    `class K${index}:`,
    `    def __init__(self${field ? '' : ', on'}):`,
    `        self.on = ${field ? value(field) : 'on'}`,
    '',
    '    def shows(self):',
    `        return ${value(method, 'self.on')}`,
    '',
    '    @property',
    '    def is_shown(self):',
    `        return ${value(method, 'self.on')}`,
    ...(written ? ['', '    def turn(self):', '        self.on = not self.on', '        return self'] : []),
  ];
  const below = overridden
    ? ['', '', `class L${index}(K${index}):`, '    def shows(self):', '        return False']
    : [];
  return [...lines, ...below].join('\n');
}

function printShown({ is, of, held }: Shown, index: number, items: readonly Item[]): string {
  const text = print(of, items);
  const name = `on${index}`;
  const local = held ? `    ${name} = ${text}\n` : '';
  const value = held ? name : text;
  if (is === 'if')
    return `${local}    if ${value}:\n        log('new', ${index})\n    else:\n        log('old', ${index})`;
  return `${local}    log(${is === 'value' ? value : `'new' if ${value} else 'old'`})`;
}

function print(truth: Truth, items: readonly Item[], own?: string): string {
  const inner = (one: Truth) => print(one, items, own);
  switch (truth.is) {
    case 'flag':
      return "is_enabled('checkout')";
    case 'own':
      return own ?? "is_enabled('checkout')";
    case 'literal':
      return printBoolean(truth.value);
    case 'not':
      return `(not ${inner(truth.of)})`;
    case 'both':
      return `(${inner(truth.left)} and ${inner(truth.right)})`;
    case 'either':
      return `(${inner(truth.left)} or ${inner(truth.right)})`;
    case 'effect':
      return `seen(${truth.mark}, ${inner(truth.value)})`;
    case 'item':
      return printUse(truth, items, inner);
  }
  truth satisfies never;
}

function printBoolean(value: boolean): string {
  return value ? 'True' : 'False';
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
      return "is_enabled('checkout')";
    case 'constant':
      return `C${at}`;
    case 'function':
      return `f${at}()`;
    case 'parameter': {
      const on = argument === undefined && item.otherwise !== undefined ? [] : [index > 4 ? `on=${given}` : given];
      return `g${at}(${[...(item.second ? [`'n${at}'`] : []), ...on].join(', ')})`;
    }
    case 'object':
      return `use_h${at}()['is_new']`;
    case 'class': {
      const made = `${item.overridden && index > 4 ? 'L' : 'K'}${at}(${item.field ? '' : given})`;
      const member = !argument ? '.on' : index % 2 === 0 ? '.shows()' : '.is_shown';
      return `${made}${item.written && index > 3 ? '.turn()' : ''}${member}`;
    }
  }
  item satisfies never;
}

/** The imports that a text needs. */
function imports(text: string, items: readonly Item[], file: number | undefined): string {
  const names = new Map<string, Set<string>>();
  for (const [, name] of text.matchAll(/\b((?:C|f|g|use_h|K|L)(?:\d+)|seen)\b/g)) {
    const index = Number(/\d+/.exec(name!)?.[0]);
    if (name !== 'seen' && items[index]!.file === file) continue;
    const from = name === 'seen' ? 'shop.seen' : `shop.m${items[index]!.file}`;
    names.set(from, (names.get(from) ?? new Set()).add(name!));
  }
  const lines = [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, all]) => `from ${from} import ${[...all].sort().join(', ')}\n`);
  return lines.length > 0 ? `${lines.join('')}\n\n` : '';
}
