/**
 * The patterns of `--read` that a user would write for the reads of one flag, derived from these reads by rule, so that nobody
 * can help the codemod case by case:
 *
 * - `const { k } = useFlags({ k: false })`, renamed or not, is a member of what the call yields: `useFlags($$$).$FLAG`.
 * - In a call, the quoted key becomes `$FLAG`, an argument before it `$_`, and whatever comes after it `$$$`.
 * - A receiver becomes `$OBJ`: `this.flagResolver.isEnabled('k')` is `$OBJ.isEnabled($FLAG, $$$)`.
 * - A member named like the key becomes `$FLAG`: `flags.k` is `flags.$FLAG`.
 * - A shape without the key is itself the read.
 */
export function readPatterns(callShapes: readonly string[], flag: string): readonly string[] {
  return [...new Set(callShapes.map((shape) => pattern(shape.trim().replace(/\s+/g, ' '), flag)))];
}

function pattern(shape: string, flag: string): string {
  const destructured = /^(?:const|let|var) \{.*?\} = (?:await )?([\w$.]+)\(.*\)$/.exec(shape);
  if (destructured) return `${destructured[1]}($$$).$FLAG`;
  const call = /^([\w$.?]+)\((.*)\)$/.exec(shape);
  if (call) {
    const args = splitArguments(call[2]!);
    const at = args.findIndex((arg) => isQuoted(arg, flag));
    if (at >= 0) return `${callee(call[1]!)}(${['$_, '.repeat(at), '$FLAG, $$$'].join('')})`;
  }
  if (shape.endsWith(`.${flag}`)) return `${shape.slice(0, -flag.length)}$FLAG`;
  return shape;
}

function callee(written: string): string {
  const dot = written.lastIndexOf('.');
  return dot < 0 ? written : `$OBJ${written.slice(dot)}`;
}

function isQuoted(arg: string, flag: string): boolean {
  return [`'${flag}'`, `"${flag}"`, `\`${flag}\``].includes(arg);
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
