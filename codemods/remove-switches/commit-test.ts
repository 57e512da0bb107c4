import type { FileEdit } from '@ffsd/changes';
import type { Edit } from '@ffsd/edits';
import { keptWithin } from './kept-within.ts';
import type { Session } from './session.ts';
import type { TestContext } from './test-context.ts';

export interface TestChange {
  /** `set-up`: the test stays. `test`: it goes. `fixture`: what only sets the flag goes. */
  readonly what: 'set-up' | 'test' | 'fixture';
  /** What names the flag, in the present text. */
  readonly offset: number;
  readonly title: string;
  readonly why: string;
  readonly edits: readonly Edit[];
  /** Nothing that anybody wants is left of the file. */
  readonly isWholeFile?: boolean;
  /** Other files that go along, such as snapshots. */
  readonly others?: readonly FileEdit[];
  /** Further drafts that it counts on. */
  readonly grounds?: readonly string[];
  /** What is known, when it is not that nothing outside of tests reads the flag. */
  readonly known?: string;
}

/** Takes in one change of a test: it depends on all reads of the flag being folded. */
export function commitTest(
  session: Session,
  { path }: { readonly path: string },
  { flag, readers }: Pick<TestContext<unknown>, 'flag' | 'readers'>,
  { what, offset, title, why, edits, grounds = [], isWholeFile = false, others = [], known }: TestChange,
): boolean {
  if (edits.length === 0) return false;
  const testsRemoved = session
    .historyOf(path)
    .map(({ key }) => key)
    .filter((key) => key.startsWith(`test ${flag.key} test `));
  const release = keptWithin(session, path, edits, what === 'test' ? undefined : ['flag-set']);
  const taken = session.commit({
    key: `test ${flag.key} ${what} ${path} ${session.originOf(path, offset)} ${title}`,
    title,
    why,
    safety: 'review',
    evidence: [
      {
        kind: known === undefined ? 'flag-set' : 'known-value',
        text: known ?? `nothing outside of tests reads ${flag.key}`,
        place: { path, line: session.lineOf(path, offset) },
      },
    ],
    files: [isWholeFile ? { kind: 'delete', path } : { kind: 'edit', path, edits }, ...others],
    // While a test of the other value stands, its file is not what it is taken for.
    dependsOn: [...readers, ...grounds, ...testsRemoved],
  });
  if (taken) release();
  return taken;
}
