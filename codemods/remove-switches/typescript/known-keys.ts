import { vocabularies } from '@ffsd/flags';
import type { SourceFile } from '@ffsd/typescript';
import { matchPattern, walk } from '@ffsd/typescript';
import { constantOf } from './constant-of.ts';
import { isScript } from './files-of-key.ts';
import type { CompiledShape } from './find-reads.ts';
import { compile, wordsOf } from './remove-flag.ts';
import type { Session } from './session.ts';

/** How many files are looked at for other keys; enough to find a typing mistake, and never a walk through the whole workspace. */
const limit = 200;

/** The keys that the code reads in the given shapes and in those of all vocabularies: among them is what a mistyped key meant. */
export function knownKeys(session: Session, shapes: readonly CompiledShape[]): ReadonlySet<string> {
  const all = [...shapes, ...vocabularies.flatMap(({ reads }) => reads.map(compile))].filter(
    ({ pattern }) => pattern.text.includes('$FLAG') && pattern.text !== '$FLAG',
  );
  const words = new Set(all.flatMap((shape) => wordsOf(shape).slice(-1)));
  const keys = new Set<string>();
  for (const path of session
    .search([...words])
    .filter(isScript)
    .slice(0, limit)) {
    const file = session.parse(path);
    if (file) collect(session, file, all, keys);
  }
  return keys;
}

function collect(session: Session, file: SourceFile, shapes: readonly CompiledShape[], keys: Set<string>): void {
  walk(file.tree.program, (node) => {
    for (const { pattern } of shapes) {
      const key = matchPattern(pattern, node)?.get('$FLAG');
      if (!key) continue;
      const known = constantOf(session, file, key)?.value ?? (key.type === 'Identifier' ? key.name : undefined);
      if (typeof known === 'string') keys.add(known);
    }
  });
}
