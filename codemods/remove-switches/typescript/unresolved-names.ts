import type { SourceFile } from '@ffsd/typescript';
import { scopesOf } from '@ffsd/typescript';

/** The names that the file uses and does not declare. */
export function unresolvedNames(file: SourceFile): readonly string[] {
  return scopesOf(file)
    .unresolved()
    .map(({ name }) => name);
}
