/** Which files hold which words: made once, it answers in a millisecond what takes git a process and a look into every file. */
export interface WordIndex {
  /**
   * Sorted paths of the files that contain at least one of the strings (exact case).
   *
   * @returns undefined when a string has no word in it by which it could be looked up, such as `../'`
   */
  search(strings: readonly string[]): readonly string[] | undefined;
}

/**
 * Reads all the files. A word is a run of letters, digits, `_`, `$` and everything beyond ASCII; a string is found by one of its words, and
 * unless it is a word itself, by a look into the files that hold it.
 *
 * @param paths sorted
 * @param read the text; undefined for what is no text
 */
export function wordIndex(paths: readonly string[], read: (path: string) => string | undefined): WordIndex {
  const files = new Map<string, number[]>();
  for (const [file, path] of paths.entries()) {
    const text = read(path);
    if (text === undefined) continue;
    for (const found of new Set(text.match(word))) {
      const known = files.get(found);
      if (known) known.push(file);
      else files.set(found, [file]);
    }
  }
  let words: string | undefined;

  /** All words that hold the part at the end, at the beginning, or anywhere. */
  function filesWithPart(part: string): ReadonlySet<number> {
    words ??= `\n${[...files.keys()].join('\n')}\n`;
    const found = new Set<number>();
    for (let at = words.indexOf(part); at >= 0; at = words.indexOf(part, at)) {
      // The part may hold the line break before the word.
      const start = words.lastIndexOf('\n', part.startsWith('\n') ? at : at - 1) + 1;
      const end = words.indexOf('\n', start);
      for (const file of files.get(words.slice(start, end)) ?? []) found.add(file);
      at = end;
    }
    return found;
  }
  function candidates(string: string, parts: readonly RegExpExecArray[]): Iterable<number> {
    const whole = parts.filter(({ 0: part, index }) => index > 0 && index + part.length < string.length);
    if (whole.length > 0) {
      const lists = whole.map(([part]) => files.get(part) ?? []);
      return lists.reduce((a, b) => (b.length < a.length ? b : a));
    }
    const longest = parts.reduce((a, b) => (b[0].length > a[0].length ? b : a));
    const begins = longest.index > 0 ? '\n' : '';
    const ends = longest.index + longest[0].length < string.length ? '\n' : '';
    return filesWithPart(begins + longest[0] + ends);
  }
  return {
    search(strings) {
      const found = new Set<number>();
      for (const string of strings) {
        const parts = [...string.matchAll(word)];
        if (parts.length === 0) return undefined;
        const isWord = parts[0]![0] === string;
        for (const file of candidates(string, parts)) {
          if (!found.has(file) && (isWord || read(paths[file]!)?.includes(string))) found.add(file);
        }
      }
      return [...found].sort((a, b) => a - b).map((file) => paths[file]!);
    },
  };
}

const word = /[\w$\u0080-\uffff]+/g;
