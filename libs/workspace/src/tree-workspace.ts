import { containsAny } from './contains-any.ts';
import { decodeText } from './decode-text.ts';
import { diskWorkspace } from './disk-workspace.ts';
import type { WorkspaceOptions } from './memory-workspace.ts';
import { isInSkippedFolder } from './skipped-folders.ts';
import type { Workspace } from './workspace.ts';

/** What is used of the Tree of @nx/devkit. Told here, so that the types of this room can be read where Nx is not installed. */
export interface NxTree {
  readonly root: string;
  listChanges(): readonly {
    readonly path: string;
    readonly type: 'CREATE' | 'DELETE' | 'UPDATE';
    readonly content: Uint8Array | null;
  }[];
}

/**
 * Nx's tree: what other generators of the same run changed lies over the files on disk. Nothing but the changes is read through
 * the tree, because its walk is slower than git by an order of magnitude, follows links and decodes bytes that are not UTF-8.
 */
export function treeWorkspace(tree: NxTree, { editable = () => true }: WorkspaceOptions = {}): Workspace {
  const disk = diskWorkspace(tree.root);
  const changed = new Map<string, string | undefined>();
  const deleted = new Set<string>();
  for (const { path, type, content } of tree.listChanges()) {
    if (isInSkippedFolder(path)) continue;
    if (type === 'DELETE') deleted.add(path);
    else changed.set(path, content ? decodeText(content) : undefined);
  }
  const isOnDisk = (path: string) => !changed.has(path) && !deleted.has(path);
  return {
    files: () => [...disk.files().filter(isOnDisk), ...changed.keys()].sort(),
    read: (path) => (isOnDisk(path) ? disk.read(path) : changed.get(path)),
    search(strings) {
      const found = disk.search(strings).filter(isOnDisk);
      for (const [path, text] of changed) if (text !== undefined && containsAny(text, strings)) found.push(path);
      return found.sort();
    },
    isEditable: editable,
  };
}
