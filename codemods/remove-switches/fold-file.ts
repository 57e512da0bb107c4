import type { FileEdit } from '@ffsd/changes';
import type { ReadShape } from '@ffsd/flags';
import { valueAtRead } from '@ffsd/flags';
import type { Constant } from '@ffsd/fold';
import type { ReadFacts } from './decide.ts';
import { decideRead } from './decide.ts';
import { describeFlow, describeFold } from './describe.ts';
import type { Birth, Flow } from './fold-result.ts';
import type { KeptCode } from './kept-code.ts';
import type { SettledFlag } from './language.ts';
import type { FoldedBinding, KnownLocal, PlannedRead } from './planned-read.ts';
import type { ChangeDraft, Session } from './session.ts';

/** A place that reads the flag, or might, in the present text of a file. */
export interface ReadPlace {
  /** Where it begins, in the present text. */
  readonly offset: number;
  readonly code: string;
  readonly shape: ReadShape;
  readonly facts: ReadFacts;
  /** What a fold of it assumes, in words for a reviewer. */
  readonly assumptions: readonly string[];
  plan(value: Constant): PlannedRead;
  /** Called when the read is folded: what the key is written as stands for it. */
  noteKey(): void;
}

/** What the fold of a file asks its language. */
export interface FileReader {
  /** The reads in the present text; undefined when it does not parse. */
  placesIn(path: string): readonly ReadPlace[] | undefined;
  foldBinding(path: string, text: string, local: KnownLocal): FoldedBinding;
}

/** Folds the reads of one flag in one file, each as a change of its own. */
export function foldFile(session: Session, reader: FileReader, path: string, flag: SettledFlag): void {
  // The code of a component and its template are read one after the other, and may be one file.
  let ordinal = session.drafts.filter(({ key }) => key.startsWith(`read ${flag.key} ${path} `)).length;
  let isSet = false;
  for (let progress = true; progress; ) {
    progress = false;
    // Places that were kept, by their offset in the text before the first change: it does not move. Whether a read can be folded may
    // depend on another one further down, so after a change they are tried again.
    const kept = new Map<number, KeptRead | undefined>();
    for (;;) {
      const places = reader.placesIn(path);
      if (!places) return;
      const originOf = ({ offset }: ReadPlace) => session.originOf(path, offset);
      const place = places.find((one) => !kept.has(originOf(one)));
      if (!place) break;
      isSet ||= places.some(({ facts }) => facts.written);
      const origin = originOf(place);
      const outcome = foldOne(session, reader, path, flag, place, { ordinal, isSet });
      if (outcome === 'folded') {
        ordinal++;
        progress ||= kept.size > 0;
      } else {
        kept.set(origin, outcome);
      }
    }
    if (!progress) for (const one of kept.values()) if (one) session.keep(one);
  }
}

const setElsewhere = 'the flag has its value here although this file also sets it';

type KeptRead = Parameters<Session['keep']>[0];

/** Gives the read its one outcome; undefined when it turns out to be none. */
function foldOne(
  session: Session,
  reader: FileReader,
  path: string,
  flag: SettledFlag,
  place: ReadPlace,
  { ordinal, isSet }: { readonly ordinal: number; readonly isSet: boolean },
): 'folded' | KeptRead | undefined {
  const { shape, facts } = place;
  const line = session.lineOf(path, place.offset);
  const keep = (code: KeptCode, because: string): KeptRead => ({ place: { path, line }, code, because });
  const verdict = decideRead(facts);
  if (verdict.kind === 'not-a-read') return undefined;
  if (verdict.kind === 'kept') return keep(verdict.code, verdict.because);
  const value = valueAtRead(shape, flag.value as never);
  if (value === undefined) return keep('other-type', `this read cannot yield ${JSON.stringify(flag.value)}`);
  if (facts.declared !== undefined && facts.declared !== JSON.stringify(value)) {
    return keep('other-value', `the constant is ${facts.declared} in the code, and not ${JSON.stringify(value)}`);
  }
  if (!session.isEditable(path)) return keep('not-editable', 'the file is outside of what may be changed');
  const planned = place.plan(value as Constant);
  if (planned.kind === 'kept') return keep(planned.code, planned.because);
  place.noteKey();
  const assumptions = [...planned.assumptions, ...(isSet ? [setElsewhere] : []), ...place.assumptions];
  const described = describeFold({ path, line, code: place.code, shape, assumptions }, flag);
  const taken = commitFold(session, reader, flag, planned, {
    key: `read ${flag.key} ${path} ${ordinal}`,
    ...described,
    files: [{ kind: 'edit', path, edits: planned.edits }],
    dependsOn: [],
  });
  // Refused with a note: the read stands as it was, and trying again would end the same way.
  return taken ? 'folded' : undefined;
}

/**
 * Takes in what a known value decides in one file, then the locals that became constant by it, and notes where the value goes on to.
 *
 * @returns false, with a note, when the draft would break the file
 */
export function commitFold(
  session: Session,
  reader: Pick<FileReader, 'foldBinding'>,
  flag: SettledFlag,
  planned: PlannedRead & { readonly kind: 'edits' },
  draft: ChangeDraft & { readonly files: readonly [FileEdit & { readonly kind: 'edit' }] },
): boolean {
  const { path } = draft.files[0];
  const flows = flowsKept(session, path, flag, planned.flows);
  if (!session.commit(draft)) return false;
  for (const flow of flows) session.keep(flow);
  foldBirths(session, reader, path, flag, draft.key, planned.births);
  return true;
}

/** Locals that became constant because of the read: each is a change of its own that depends on it. */
function foldBirths(
  session: Session,
  reader: Pick<FileReader, 'foldBinding'>,
  path: string,
  flag: SettledFlag,
  parent: string,
  births: readonly Birth[],
): void {
  for (const [index, birth] of births.entries()) {
    const text = session.read(path)!;
    // Earlier births of the same read may have moved this one.
    const offset = session.mapSince(path, parent, birth.offset);
    if (!text.startsWith(birth.name, offset)) continue;
    const line = session.lineOf(path, offset);
    if (birth.exported) {
      const flows = flowsKept(session, path, flag, [{ kind: 'exported-value', offset, receiver: birth.name }]);
      for (const flow of flows) session.keep(flow);
      continue;
    }
    const folded = reader.foldBinding(path, text, { name: birth.name, offset, value: birth.value });
    for (const flow of flowsKept(session, path, flag, folded.flows)) session.keep(flow);
    if (folded.edits.length === 0) continue;
    const key = `${parent} ${birth.name} ${index}`;
    const value = JSON.stringify(birth.value);
    const taken = session.commit({
      key,
      title: `Fold ${birth.name}, which is now always ${value}`,
      why: `${birth.name} only depended on ${flag.key}. With the flag settled it is always ${value}, so what it decides is decided.${folded.assumptions.map((one) => ` See that ${one}.`).join('')}`,
      safety: folded.assumptions.length > 0 ? 'review' : 'safe',
      evidence: [{ kind: 'constant-local', text: `const ${birth.name} = ${value}`, place: { path, line } }],
      files: [{ kind: 'edit', path, edits: folded.edits }],
      dependsOn: [parent],
    });
    if (taken) foldBirths(session, reader, path, flag, key, folded.births);
  }
}

function flowsKept(session: Session, path: string, flag: SettledFlag, flows: readonly Flow[]): readonly KeptRead[] {
  return flows.map((flow) => ({
    place: { path, line: session.lineOf(path, flow.offset) },
    code: flow.kind,
    because: describeFlow(flow, flag, path),
  }));
}
