import type { Workspace } from '@ffsd/workspace';

/** Texts by path; undefined: the file is gone. */
export type Texts = ReadonlyMap<string, string | undefined>;

/** The workspace with some files changed, in memory alone. */
export function overlayWorkspace(base: Workspace, texts: Texts): Workspace {
  const isThere = (path: string): boolean => texts.get(path) !== undefined;
  return {
    files: () => [...base.files().filter((path) => !texts.has(path)), ...[...texts.keys()].filter(isThere)].sort(),
    read: (path) => (texts.has(path) ? texts.get(path) : base.read(path)),
    search: (strings) => {
      const own = [...texts].filter(([, text]) => text !== undefined && strings.some((one) => text.includes(one)));
      return [...base.search(strings).filter((path) => !texts.has(path)), ...own.map(([path]) => path)].sort();
    },
    isEditable: (path) => base.isEditable(path),
  };
}
