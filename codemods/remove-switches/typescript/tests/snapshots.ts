import type { Node } from '@babel/types';
import type { FileEdit } from '@ffsd/changes';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf } from '@ffsd/typescript';
import type { Session } from '../session.ts';
import { roleOf, testsWithin, titleOf } from './around.ts';

type Call = Node & { readonly type: 'CallExpression' };

/** The snapshot file of a test file without the entries of the tests that go. They are found by the whole title, and only then go. */
export function snapshotsWithout(session: Session, file: SourceFile, gone: Call): readonly FileEdit[] {
  const path = file.path.replace(/([^/]+)$/, '__snapshots__/$1.snap');
  const text = session.read(path);
  if (text === undefined || !session.isEditable(path)) return [];
  const own = new Set(testsWithin(gone).flatMap((test) => fullTitle(file, test) ?? []));
  const others = testsWithin(file.tree.program).filter(({ start, end }) => start! < gone.start! || end! > gone.end!);
  // Two tests may have one title, and a title that is computed may be this one.
  for (const test of others) {
    const title = fullTitle(file, test);
    if (title === undefined) return [];
    own.delete(title);
  }
  const edits = [...text.matchAll(/^exports\[`((?:[^`\\]|\\.)*) \d+`\] = `(?:[^`\\]|\\.)*`;(?:\r?\n)*/gms)].flatMap(
    (entry) => {
      const title = entry[1]!.replace(/\\(.)/g, '$1');
      return own.has(title) ? [{ start: entry.index, end: entry.index + entry[0].length, text: '' }] : [];
    },
  );
  return edits.length === 0 ? [] : [{ kind: 'edit', path, edits }];
}

/** The titles of the groups around and of the test, as they are in the names of snapshots. */
function fullTitle(file: SourceFile, test: Call): string | undefined {
  const titles: string[] = [];
  for (const node of [test, ...parentsOf(file).ancestors(test)]) {
    if (node.type !== 'CallExpression' || !roleOf(node)) continue;
    const title = titleOf(node);
    if (title === undefined) return undefined;
    titles.unshift(title);
  }
  return titles.join(' ');
}
