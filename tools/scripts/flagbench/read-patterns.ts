import type { FlagCase } from './case.ts';

/**
 * The patterns of `--read` that a user would write for the reads of one flag, derived from these reads by rule, so that nobody
 * can help the codemod case by case:
 *
 * - `const { k } = useFlags({ k: false })`, renamed or not, is a member of what the call yields: `useFlags($$$).$FLAG`.
 * - In a call, the key, quoted or as the constant that holds it, becomes `$FLAG`, an argument before it `$_` unless it is a quoted text,
 *   which is the first half of the key, and whatever comes after it `$$$`.
 * - A receiver becomes `$OBJ`: `this.flagResolver.isEnabled('k')` is `$OBJ.isEnabled($FLAG, $$$)`.
 * - A member named like the key becomes `$FLAG`: `flags.k` is `flags.$FLAG`.
 * - In a decorator, nothing but the key is replaced; a keyword of a decorator is that keyword of any decorator.
 * - A shape without the key is itself the read.
 *
 * Shapes that are no expression (a property of JSX) and those that yield a record of a data base instead of
 * the flag's value have no pattern.
 */
export function readPatterns({ callShapes, flag, symbol }: ReadShapes): readonly string[] {
  const keys = [`'${flag}'`, `"${flag}"`, `\`${flag}\``, ...(symbol ? [symbol] : [])];
  const shapes = callShapes.map((shape) => shape.trim().replace(/\s+/g, ' '));
  return [...new Set(shapes.filter(isRead).map((shape) => pattern(shape, flag, keys)))];
}

/** What a case says of its reads. */
export type ReadShapes = Pick<FlagCase, 'callShapes' | 'flag' | 'symbol'>;

function isRead(shape: string): boolean {
  return (!/^\w+=/.test(shape) || keyword.test(shape)) && !/\.objects\.get\(/.test(shape);
}

/** `feature_flag="k"`, which only Python writes into a decorator. */
const keyword = /^(\w+)=(["'])(.+)\2$/;

function pattern(shape: string, flag: string, keys: readonly string[]): string {
  const destructured = /^(?:const|let|var) \{.*?\} = (?:await )?([\w$.]+)\(.*\)$/.exec(shape);
  if (destructured) return `${destructured[1]}($$$).$FLAG`;
  const named = keyword.exec(shape);
  if (named?.[3] === flag) return `@$_($$$, ${named[1]}=$FLAG)`;
  const key = keys.find((one) => shape.includes(one));
  if (shape.startsWith('@') && key !== undefined) return shape.replace(key, () => '$FLAG');
  const call = /^([\w$.?[\]]+)\((.*)\)$/.exec(shape);
  if (call) {
    const args = splitArguments(call[2]!);
    const at = args.findIndex((arg) => keys.includes(arg));
    const before = args.slice(0, at).map((arg) => (/^(['"]).*\1$/.test(arg) ? arg : '$_'));
    if (at >= 0) return `${callee(call[1]!)}(${[...before, '$FLAG', '$$$'].join(', ')})`;
  }
  if (shape.endsWith(`.${flag}`)) return `${shape.slice(0, -flag.length)}$FLAG`;
  return shape;
}

function callee(written: string): string {
  const dot = written.lastIndexOf('.');
  return dot < 0 ? written : `$OBJ${written.slice(dot)}`;
}

/** The arguments of a call without the commas inside of brackets. */
function splitArguments(written: string): readonly string[] {
  const args = [''];
  let depth = 0;
  for (const char of written) {
    if ('([{'.includes(char)) depth++;
    if (')]}'.includes(char)) depth--;
    if (char === ',' && depth === 0) args.push('');
    else args[args.length - 1] += char;
  }
  return args.map((arg) => arg.trim()).filter((arg) => arg !== '');
}
