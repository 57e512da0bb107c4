import type { Session } from './session.ts';

/** The files that drafts have deleted, with the keys of these drafts. */
export function deletedFiles(session: Session): ReadonlyMap<string, string> {
  const deleted = new Map<string, string>();
  for (const { key, files } of session.drafts) {
    for (const file of files) if (file.kind === 'delete') deleted.set(file.path, key);
  }
  return deleted;
}
