import { assemble, dependantsOf, dependenciesOf, sequence, subset } from '@ffsd/changes';
import { arbitraryDrafts, type Drafted } from '@ffsd/changes/arbitrary-drafts';
import { apply } from '@ffsd/edits';
import { arbitraryText } from '@ffsd/edits/arbitrary-edits';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ConflictError } from './errors/conflict-error.ts';
import type { Journal } from './journal.ts';
import { openJournal } from './open-journal.ts';
import { type SampleWorkspace, sampleWorkspace } from './sample-workspace.ts';

/** Which change is taken back, or done again when it is taken back already. */
const picks = fc.array(fc.nat({ max: 99 }), { maxLength: 6 });

function prepare({ base, drafts }: Drafted) {
  const workspace = sampleWorkspace(base);
  const read = (path: string): string | undefined => base[path];
  const changes = assemble(read, drafts);
  const journal = openJournal(workspace.root);
  const set = sequence(read, changes);
  journal.apply(set, { command: 'ffsd sample' });
  /** The files with only some of the changes. */
  const withOnly = (ids: ReadonlySet<string>) => {
    const result: Record<string, string> = { ...base };
    for (const { path, to = path, after } of sequence(read, subset(changes, ids)).steps.flatMap(({ files }) => files)) {
      delete result[path];
      if (after !== undefined) result[to] = after;
    }
    return result;
  };
  return { workspace, journal, changes, withOnly };
}

it('leaves what was applied without what was taken back, in whatever order that happens', () => {
  fc.assert(
    fc.property(arbitraryDrafts(5), picks, (drafted, order) => {
      const { workspace, journal, changes, withOnly } = prepare(drafted);
      try {
        expect(workspace.files()).toEqual(drafted.result);
        const applied = new Set(changes.map(({ id }) => id));
        for (const pick of order) {
          const { id } = changes[pick % changes.length]!;
          if (applied.has(id)) {
            journal.undo([id], { withDependants: true });
            for (const gone of [id, ...dependantsOf(changes, [id])]) applied.delete(gone);
          } else {
            const needed = [id, ...dependenciesOf(changes, [id])].filter((each) => !applied.has(each));
            journal.redo(needed);
            for (const back of needed) applied.add(back);
          }
          expect(workspace.files()).toEqual(withOnly(applied));
        }
      } finally {
        workspace.dispose();
      }
    }),
    { numRuns: 100 },
  );
});

it('takes back and does again around what somebody wrote since, or refuses and writes nothing', () => {
  let passed = 0;
  let refused = 0;
  const edit = fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 4 }), arbitraryText(3));
  fc.assert(
    fc.property(arbitraryDrafts(4), fc.nat({ max: 3 }), edit, (drafted, pick, [at, length, text]) => {
      const { workspace, journal, changes } = prepare(drafted);
      try {
        const { id } = changes[pick % changes.length]!;
        for (const [path, content] of Object.entries(workspace.files())) {
          const start = Math.min(at, content.length);
          fc.pre(wellFormed(content.slice(0, start)) && wellFormed(content.slice(start + length)));
          workspace.put(path, apply(content, [{ start, end: Math.min(start + length, content.length), text }]));
        }
        const edited = workspace.files();
        if (!attempt(workspace, () => journal.undo([id], { withDependants: true }))) refused++;
        else {
          passed++;
          // Somebody had taken the change back by hand already; doing it again does not bring that back.
          if (JSON.stringify(workspace.files()) === JSON.stringify(edited)) return;
          journal.redo();
          expect(workspace.files()).toEqual(edited);
        }
      } finally {
        workspace.dispose();
      }
    }),
    { numRuns: 150 },
  );
  expect(passed).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(5);
});

it('tells two runs apart that touch the same files, whichever is taken back first', () => {
  fc.assert(
    fc.property(arbitraryDrafts(3), arbitraryDrafts(3), fc.boolean(), (first, later, firstFirst) => {
      const { workspace, journal } = prepare(first);
      try {
        const between = workspace.files();
        if (applySecond(journal, workspace, later) === undefined) return;
        if (firstFirst) journal.undo(['1'], { withDependants: true });
        const second = journal.log()[1]!;
        if (second.state !== 'undone') journal.undo([second.id]);
        if (!firstFirst) expect(workspace.files()).toEqual(between);
        else expect(workspace.files()).toEqual(first.base);
      } finally {
        workspace.dispose();
      }
    }),
    { numRuns: 100 },
  );
});

/** The drafts of another sample, as far as they fit the files as they are. */
function applySecond(journal: Journal, workspace: SampleWorkspace, { drafts }: Drafted) {
  const fitting = drafts.flatMap((draft) => {
    const files = draft.files.filter(
      (file) =>
        file.kind === 'edit' &&
        workspace.get(file.path) !== undefined &&
        file.edits.every(({ end }) => end <= workspace.get(file.path)!.length),
    );
    return files.length > 0 ? [{ ...draft, files, dependsOn: [] }] : [];
  });
  const set = sequence(workspace.get, assemble(workspace.get, fitting.slice(0, 1)));
  if (!set.steps.every(({ files }) => files.every(({ after }) => wellFormed(after ?? '')))) return undefined;
  return journal.apply(set, { command: 'ffsd second' });
}

function attempt(workspace: SampleWorkspace, act: () => void): boolean {
  const before = workspace.files();
  try {
    act();
    return true;
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    expect(workspace.files()).toEqual(before);
    return false;
  }
}

function wellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
