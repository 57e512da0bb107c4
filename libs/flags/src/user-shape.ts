import type { FlagValue } from './flag-value.ts';
import { InvalidReadError } from './invalid-read-error.ts';
import { nearest } from './nearest.ts';
import type { ChoiceShape, CodeLanguage, ReadShape, Returns } from './read-shape.ts';
import { returnedValue } from './returned-value.ts';

/**
 * A read as the user wrote it: a pattern on the command line, or a pattern or an object in ffsd.json.
 *
 * Whether the pattern is an expression is found when it is parsed by a language; here is refused what cannot be one in any.
 *
 * @throws InvalidReadError
 */
export function userShape(written: unknown): ReadShape {
  if (typeof written === 'string') return { match: checkPattern(written), source: 'user' };
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    throw new InvalidReadError(`a read is ${JSON.stringify(written)}`, 'Write a pattern, or an object with "match".');
  }
  const {
    match,
    import: from,
    returns,
    negate,
    key,
    prefix,
    yields,
    values,
    language,
    chooses,
    ...others
  } = written as Record<string, unknown>;
  for (const other of Object.keys(others)) {
    const near = nearest(other, known);
    const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Known: ${known.join(', ')}.`;
    throw new InvalidReadError(`"${other}" is not known in a read`, hint);
  }
  if (typeof match !== 'string') throw new InvalidReadError('a read has no "match"', 'Give the pattern as a string.');
  return {
    match: checkPattern(match),
    source: 'user',
    ...(from === undefined ? {} : { import: checkImport(from) }),
    ...(returns === undefined ? {} : { returns: checkReturns(returns) }),
    ...(negate === undefined ? {} : { negate: checkNegate(negate) }),
    ...(key === undefined ? {} : { key: oneOf('key', key, spellings) }),
    ...(prefix === undefined ? {} : { prefix: checkPrefix(prefix) }),
    ...(yields === undefined ? {} : { yields: oneOf('yields', yields, kinds) }),
    ...(values === undefined ? {} : { values: checkValues(values) }),
    ...(language === undefined ? {} : { language: oneOf('language', language, languages) }),
    ...(chooses === undefined ? {} : { chooses: checkChoice(chooses, match) }),
  };
}

const known = ['match', 'import', 'returns', 'negate', 'key', 'prefix', 'yields', 'values', 'language', 'chooses'];
const spellings = ['as-is', 'camel-case'] as const;
const kinds = [
  'boolean',
  'string',
  'number',
  'integer',
  'float',
  'object',
  'text',
  'truth',
  'payload',
] as const satisfies readonly ReadShape['yields'][];
const languages = ['typescript', 'python', 'template'] as const satisfies readonly CodeLanguage[];

function checkPattern(written: string): string {
  const pattern = written.trim();
  if (pattern === '') throw new InvalidReadError('a pattern is empty', inQuotes);
  if (pattern === '$FLAG') {
    throw new InvalidReadError(
      'the pattern $FLAG alone would match every use of the word',
      'Name the preset constants.',
    );
  }
  const lower = /(?<![\w$])\$(?:flag|Flag)\b/.exec(pattern);
  if (lower) throw new InvalidReadError(`the pattern ${quote(pattern)} has ${lower[0]}`, 'Write $FLAG in upper case.');
  if ((pattern.match(/(?<![\w$])\$FLAG\b/g) ?? []).length > 1) {
    throw new InvalidReadError(`the pattern ${quote(pattern)} has $FLAG twice`, 'Write $_ for any other expression.');
  }
  // What a shell leaves of `flags.$FLAG` and `isOn($FLAG, $$$)` between double quotation marks.
  if (/\.$|\(\s*,|,\s*,|\d+\$\s*\)/.test(pattern) || !isBalanced(pattern)) {
    throw new InvalidReadError(`the pattern ${quote(pattern)} is no expression`, inQuotes);
  }
  return pattern;
}

const inQuotes = "In a shell, put the pattern into single quotation marks: --read 'isEnabled($FLAG, $$$)'.";

function quote(pattern: string): string {
  return JSON.stringify(pattern);
}

/** Brackets outside of strings come in pairs. */
function isBalanced(pattern: string): boolean {
  const open: string[] = [];
  let string: string | undefined;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at]!;
    if (string) {
      if (char === '\\') at++;
      else if (char === string) string = undefined;
    } else if (char === '"' || char === "'" || char === '`') {
      string = char;
    } else if (char === '(' || char === '[' || char === '{') {
      open.push(char === '(' ? ')' : char === '[' ? ']' : '}');
    } else if ((char === ')' || char === ']' || char === '}') && open.pop() !== char) {
      return false;
    }
  }
  return string === undefined && open.length === 0;
}

function checkImport(from: unknown): string | readonly string[] {
  const names = Array.isArray(from) ? from : [from];
  if (names.length === 0 || !names.every((name) => typeof name === 'string' && name !== '')) {
    throw new InvalidReadError(`"import" is ${JSON.stringify(from)}`, 'Give the module, or a list of modules.');
  }
  return from as string | readonly string[];
}

function checkReturns(returns: unknown): Returns {
  // Called for its error: what it understands is a Returns.
  returnedValue(typeof returns === 'string' ? returns : JSON.stringify(returns));
  return returns as Returns;
}

function checkNegate(negate: unknown): boolean {
  if (typeof negate !== 'boolean') {
    throw new InvalidReadError(
      `"negate" is ${JSON.stringify(negate)}`,
      'Write true when the read yields the opposite.',
    );
  }
  return negate;
}

function checkPrefix(prefix: unknown): string {
  if (typeof prefix !== 'string' || prefix === '') {
    throw new InvalidReadError(`"prefix" is ${JSON.stringify(prefix)}`, 'Give the text that stands before the key.');
  }
  return prefix;
}

function checkChoice(chooses: unknown, match: string): ChoiceShape {
  const sides = typeof chooses === 'object' && chooses !== null ? Object.entries(chooses) : [];
  const isSide = ([side, name]: [string, unknown]) =>
    (side === 'on' || side === 'off') && typeof name === 'string' && /^\$[A-Z][A-Z0-9_]*$/.test(name);
  if (sides.length === 0 || !sides.every(isSide)) {
    const hint = 'Name the metavariables that the read stands for: { "on": "$NEW", "off": "$OLD" }.';
    throw new InvalidReadError(`"chooses" is ${JSON.stringify(chooses)}`, hint);
  }
  for (const [, name] of sides) {
    if (name === '$FLAG' || !match.includes(name)) {
      throw new InvalidReadError(
        `"chooses" names ${name}, which is no part to choose`,
        `Write ${name} into the pattern.`,
      );
    }
  }
  return chooses as ChoiceShape;
}

function checkValues(values: unknown): { readonly true: FlagValue; readonly false: FlagValue } {
  const names = typeof values === 'object' && values !== null ? Object.keys(values).sort().join(' ') : '';
  if (names !== 'false true') {
    const hint = 'Say what the read gives for both: { "true": "on", "false": "off" }.';
    throw new InvalidReadError(`"values" is ${JSON.stringify(values)}`, hint);
  }
  return values as { readonly true: FlagValue; readonly false: FlagValue };
}

function oneOf<T extends string>(name: string, value: unknown, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) {
    const choice = `${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`;
    throw new InvalidReadError(`"${name}" is ${JSON.stringify(value)}`, `Use ${choice}.`);
  }
  return found;
}
