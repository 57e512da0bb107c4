import type { Workspace } from '@ffsd/workspace';

/** The workspace with some files as they will be; undefined: the file is gone. */
export function withTexts(base: Workspace, texts: ReadonlyMap<string, string | undefined>): Workspace {
  const added = [...texts].filter(([path, text]) => text !== undefined && base.read(path) === undefined);
  const isGone = (path: string) => texts.has(path) && texts.get(path) === undefined;
  return {
    files: () => [...base.files().filter((path) => !isGone(path)), ...added.map(([path]) => path)].sort(),
    read: (path) => (texts.has(path) ? texts.get(path) : base.read(path)),
    search(strings) {
      const found = new Set(base.search(strings).filter((path) => !texts.has(path)));
      for (const [path, text] of texts) {
        if (text !== undefined && strings.some((string) => text.includes(string))) found.add(path);
      }
      return [...found].sort();
    },
    isEditable: (path) => base.isEditable(path),
  };
}
