import { containsAny } from './contains-any.ts';
import { decodeText } from './decode-text.ts';
import { isInSkippedFolder } from './skipped-folders.ts';
import type { Workspace } from './workspace.ts';

export interface WorkspaceOptions {
  /** Which files may be changed; without it all of them. */
  readonly editable?: ((path: string) => boolean) | undefined;
}

/** A workspace of values: for tests, fixtures and examples. Strings are texts as they are; bytes are decoded as on disk. */
export function memoryWorkspace(
  files: Readonly<Record<string, string | Uint8Array>>,
  { editable = () => true }: WorkspaceOptions = {},
): Workspace {
  const texts = new Map<string, string | undefined>();
  for (const path of Object.keys(files).sort()) {
    const content = files[path]!;
    if (!isInSkippedFolder(path)) texts.set(path, typeof content === 'string' ? content : decodeText(content));
  }
  return {
    files: () => [...texts.keys()],
    read: (path) => texts.get(path),
    search: (strings) =>
      [...texts].filter(([, text]) => text !== undefined && containsAny(text, strings)).map(([path]) => path),
    isEditable: editable,
  };
}
