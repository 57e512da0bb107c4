import { apply, type Edit } from '@ffsd/edits';
import { arbitraryEdits, arbitraryText } from '@ffsd/edits/arbitrary-edits';
import fc from 'fast-check';
import type { FileEdit } from './change.ts';
import type { Draft } from './draft.ts';

export type Files = Readonly<Record<string, string>>;

export interface Drafted {
  readonly base: Files;
  readonly drafts: readonly Draft[];
  /** The files after all drafts. */
  readonly result: Files;
}

const names = ['a.ts', 'b.ts', 'c.ts'];

/**
 * Some files and some drafts that were made one after the other: mostly edits, which are independent, nested, touching or on
 * what an earlier one wrote as chance has it; now and then a whole file is created, deleted or renamed.
 */
export function arbitraryDrafts(maxDrafts = 5): fc.Arbitrary<Drafted> {
  const base = fc.record({ 'a.ts': arbitraryText(16), 'b.ts': arbitraryText(8) });
  return base.chain((files) => grow({ base: files, drafts: [], result: files }, maxDrafts));
}

function grow(drafted: Drafted, left: number): fc.Arbitrary<Drafted> {
  if (left === 0) return fc.constant(drafted);
  return fc
    .tuple(fileEdits(drafted.result), fc.subarray([...drafted.drafts.keys()]), fc.nat({ max: 3 }))
    .chain(([files, indices, declare]) => {
      const draft: Draft = {
        key: `draft ${drafted.drafts.length}`,
        codemod: 'sample',
        title: `Draft ${drafted.drafts.length}`,
        why: 'a test',
        safety: 'safe',
        evidence: [],
        files,
        dependsOn: declare === 0 ? indices.map((index) => drafted.drafts[index]!.key) : [],
      };
      return grow({ ...drafted, drafts: [...drafted.drafts, draft], result: after(drafted.result, files) }, left - 1);
    });
}

function fileEdits(files: Files): fc.Arbitrary<readonly FileEdit[]> {
  const present = Object.keys(files);
  const absent = names.filter((name) => files[name] === undefined);
  const edit = (path: string) =>
    arbitraryEdits(files[path]!.length, 2).map(
      (edits): FileEdit => ({ kind: 'edit', path, edits: edits.filter((each) => keepsCharacters(files[path]!, each)) }),
    );
  const options: { arbitrary: fc.Arbitrary<readonly FileEdit[]>; weight: number }[] = [];
  if (present.length > 0) {
    options.push({ weight: 8, arbitrary: fc.constantFrom(...present).chain((path) => fc.tuple(edit(path))) });
    options.push({ weight: 2, arbitrary: fc.tuple(...present.map(edit)) });
    options.push({ weight: 1, arbitrary: fc.constantFrom(...present).map((path) => [{ kind: 'delete', path }]) });
  }
  if (absent.length > 0) {
    const create = fc.record({
      kind: fc.constant('create' as const),
      path: fc.constantFrom(...absent),
      text: arbitraryText(),
    });
    options.push({ weight: 1, arbitrary: fc.tuple(create) });
  }
  if (absent.length > 0 && present.length > 0) {
    const rename = fc
      .constantFrom(...present)
      .chain((path) =>
        fc.tuple(
          fc.record({ kind: fc.constant('rename' as const), path: fc.constant(path), to: fc.constantFrom(...absent) }),
          edit(path),
        ),
      );
    options.push({ weight: 1, arbitrary: rename });
  }
  return fc.oneof(...options);
}

function after(files: Files, edits: readonly FileEdit[]): Files {
  const next: Record<string, string> = { ...files };
  for (const file of [...edits].sort((a, b) => Number(b.kind === 'edit') - Number(a.kind === 'edit'))) {
    if (file.kind === 'edit') next[file.path] = apply(next[file.path]!, file.edits);
    else if (file.kind === 'create') next[file.path] = file.text;
    else {
      if (file.kind === 'rename') next[file.to] = next[file.path]!;
      delete next[file.path];
    }
  }
  return next;
}

/** Half a surrogate pair cannot be written to a file. */
function keepsCharacters(text: string, { start, end }: Edit): boolean {
  const cuts = (offset: number): boolean => /^[\uDC00-\uDFFF]/.test(text.slice(offset));
  return !cuts(start) && !cuts(end);
}
