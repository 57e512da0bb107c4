import type { ReadShape, ReturnedValue } from '@ffsd/flags';
import { returnedValue } from '@ffsd/flags';
import type { Pattern, SourceFile } from '@ffsd/python';
import { compilePattern, findAll, type firstName, importsOf, metavariableOf } from '@ffsd/python';

/** A shape with its pattern compiled. */
export interface CompiledShape {
  readonly shape: ReadShape;
  readonly pattern: Pattern;
  readonly returned: ReturnedValue;
  /** Of a decorator, the keyword under which it is given the key: `@view_config(feature_flag=$FLAG)`. */
  readonly keyword?: string | undefined;
}

const compiled = new WeakMap<ReadShape, CompiledShape>();

/** @throws InvalidPatternError when the pattern is no expression and no decorator of Python */
export function compile(shape: ReadShape): CompiledShape {
  const known = compiled.get(shape);
  if (known) return known;
  const fresh = { shape, ...patternOf(shape.match), returned: returnedValue(shape.returns) };
  compiled.set(shape, fresh);
  return fresh;
}

/** A decorator that is given the key by a keyword may be given anything else beside it. */
function patternOf(match: string): Pick<CompiledShape, 'pattern' | 'keyword'> {
  const pattern = compilePattern(match);
  const call = pattern.isDecorator && pattern.expression.type === 'Call' ? pattern.expression : undefined;
  const keyword = call?.args.find(({ value }) => metavariableOf(value) === '$FLAG')?.keyword?.value;
  if (keyword === undefined) return { pattern };
  return {
    pattern: match.includes('$$$') ? pattern : compilePattern(match.replace(/,?\s*\)\s*$/, ', $$$$$$)')),
    keyword,
  };
}

/** The names and texts of a pattern, by which it is found in a file. The last one says the most. */
export function wordsOf({ pattern }: CompiledShape): readonly string[] {
  const words: string[] = [];
  for (const node of findAll(pattern.expression, ['Name', 'SimpleString'])) {
    if (node.type === 'SimpleString') words.push(node.value.replace(/^\w*['"]+|['"]+$/g, ''));
    else if (!metavariableOf(node) && !node.value.startsWith('__metavariables_')) words.push(node.value);
  }
  return words;
}

/**
 * The shapes, and those that begin with a name which the file imports as another:
 * `from waffle import flag_is_active as on` makes `on($REQUEST, $FLAG)` of `flag_is_active($REQUEST, $FLAG)`.
 */
export function withAliases(file: SourceFile, shapes: readonly CompiledShape[]): readonly CompiledShape[] {
  const aliases = aliasesOf(file);
  if (aliases.size === 0) return shapes;
  return shapes.flatMap((one) => {
    const name = rootOf(one);
    const others = (name && aliases.get(name)) || [];
    return [one, ...others.map((alias) => aliased(one, name!, alias))];
  });
}

function aliasesOf(file: SourceFile): ReadonlyMap<string, readonly string[]> {
  const aliases = new Map<string, string[]>();
  for (const { specifier, names } of importsOf(file)) {
    for (const { imported, local } of names) {
      const own = imported === '*' ? specifier.split('.').at(-1)! : imported;
      if (local && local.value !== own && own !== '') aliases.set(own, [...(aliases.get(own) ?? []), local.value]);
    }
  }
  return aliases;
}

/** The name that a pattern begins with, when it is none for any expression. */
function rootOf({ pattern }: CompiledShape): string | undefined {
  let node = pattern.expression as Parameters<typeof firstName>[0];
  for (;;) {
    if (node.type === 'Await') node = node.expression;
    else if (node.type === 'Call') node = node.func;
    else if (node.type === 'Attribute' || node.type === 'Subscript') node = node.value;
    else break;
  }
  return node.type === 'Name' && !metavariableOf(node) ? node.value : undefined;
}

const renamed = new WeakMap<ReadShape, Map<string, CompiledShape>>();

function aliased(one: CompiledShape, name: string, alias: string): CompiledShape {
  const known = renamed.get(one.shape) ?? new Map<string, CompiledShape>();
  renamed.set(one.shape, known);
  const found = known.get(alias);
  if (found) return found;
  const match = one.shape.match.replace(new RegExp(`(?<![\\w$.])${name}(?!\\w)`), alias);
  const fresh = { ...one, ...patternOf(match) };
  known.set(alias, fresh);
  return fresh;
}
