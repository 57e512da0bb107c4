import type { SourceFile } from './parse.ts';

/**
 * The last trees, of each path the newest first. A plan looks at a file in several rounds, with the other files in between, and each round
 * begins with a text that was parsed before or with one that differs from it in a few lines.
 *
 * How much is kept is measured by the length of the texts: a tree takes about 150 bytes for each character.
 */
export interface RecentTrees {
  /** The trees of a path, the newest first. */
  of(path: string): readonly SourceFile[];
  add(file: SourceFile): void;
}

export function recentTrees(mostCharacters: number, mostOfPath: number): RecentTrees {
  // In the order in which they were used: the first path is the one that nobody asked for the longest.
  const trees = new Map<string, readonly SourceFile[]>();
  let characters = 0;
  const forget = (path: string) => {
    for (const { text } of trees.get(path) ?? []) characters -= text.length;
    trees.delete(path);
  };
  const keep = (path: string, files: readonly SourceFile[]) => {
    forget(path);
    for (const { text } of files) characters += text.length;
    trees.set(path, files);
  };
  return {
    of(path) {
      const files = trees.get(path) ?? [];
      if (files.length > 0) keep(path, files);
      return files;
    },
    add(file) {
      const others = (trees.get(file.path) ?? []).filter(({ text }) => text !== file.text);
      keep(file.path, [file, ...others].slice(0, mostOfPath));
      for (const path of trees.keys()) {
        if (characters <= mostCharacters || path === file.path) break;
        forget(path);
      }
    },
  };
}
