/**
 * True below folders that hold no source of the user, also where nobody ignores them: `.ffsd` is our own journal, whose
 * patches name every flag that was ever removed.
 */
export function isInSkippedFolder(path: string): boolean {
  return path.includes('/') && path.split('/').some((part) => skipped.has(part));
}

/** Skipped everywhere. */
export const skippedFolders: readonly string[] = ['node_modules', '.git', '.nx', '.ffsd'];

const skipped = new Set(skippedFolders);
