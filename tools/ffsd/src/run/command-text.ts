import { kebabCase, type OptionValues } from '@ffsd/codemod';

/** A command as somebody would type it again. */
export function commandText(words: readonly string[]): string {
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ');
}

/** The same for options that came as values. */
export function optionWords(given: OptionValues): readonly string[] {
  return Object.entries(given).flatMap(([name, value]) =>
    [value].flat().map((item) => (item === true ? `--${kebabCase(name)}` : `--${kebabCase(name)}=${String(item)}`)),
  );
}
