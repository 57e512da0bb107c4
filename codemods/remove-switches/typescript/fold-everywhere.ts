import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import type { KnownValue } from '../fold-known-uses.ts';
import { foldKnownUses } from '../fold-known-uses.ts';
import type { SettledFlag } from '../language.ts';
import type { KnownLocal, PlannedRead } from '../planned-read.ts';
import type { FlowPlace } from '../settle-flow.ts';
import { settleFlow } from '../settle-flow.ts';
import { isTestPath } from '../test-path.ts';
import { foldBinding } from './fold-binding.ts';
import type { Session } from './session.ts';

/** A use of a known value: a call, a read of a name or of a member. */
export interface ValueUse {
  readonly file: SourceFile;
  readonly node: Node;
  plan(): PlannedRead;
}

/** What always has one value, and where it is used. */
export interface Traveller {
  readonly known: KnownValue;
  /** The file in which it stands, and where in the present text. */
  readonly path: string;
  readonly anchor: number;
  /** Its uses in the present text; the anchor has moved with the drafts since. */
  uses(anchor: number): readonly ValueUse[];
  /** What a fold of a use takes for granted, in words behind "see that". */
  readonly doubts: readonly string[];
  /** Why not all of its uses are known, as the end of a sentence. */
  readonly left: string | undefined;
  /** Where it was noted that the value goes on. */
  readonly flow: FlowPlace;
}

/**
 * Folds all uses of a known value, file by file, and gives the place where it was noted that the value goes on its outcome.
 *
 * Tests keep asking for it: they would say nothing if they compared a constant.
 *
 * @returns whether a use was folded
 */
export function foldEverywhere(session: Session, flag: SettledFlag, traveller: Traveller): boolean {
  const { known, path, doubts, flow } = traveller;
  const since = session.historyOf(path).at(-1)?.key;
  const anchor = () => (since === undefined ? traveller.anchor : session.mapSince(path, since, traveller.anchor));
  const uses = () => traveller.uses(anchor());
  const reader = { foldBinding: (...args: readonly [string, string, KnownLocal]) => foldBinding(session, ...args) };
  let { left } = traveller;
  let folded = 0;
  for (const where of [...new Set(uses().map(({ file }) => file.path))].sort()) {
    if (isTestPath(where)) {
      left ??= `a test asks for it (${where})`;
      continue;
    }
    const outcome = foldKnownUses(session, reader, flag, where, known, () =>
      uses()
        .filter(({ file }) => file.path === where)
        .map(({ file, node, plan }) => ({
          offset: node.start!,
          code: file.text.slice(node.start!, node.end!),
          plan: () => doubted(plan(), doubts),
        })),
    );
    folded += outcome.folded;
    if (outcome.left > 0) left ??= `a use of it cannot be folded (${where})`;
  }
  if (folded > 0 || left !== undefined) {
    settleFlow(session, flow, left && `${known.name} is always the constant that ${flag.key} became, but ${left}`);
  }
  return folded > 0;
}

function doubted(planned: PlannedRead, doubts: readonly string[]): PlannedRead {
  return planned.kind === 'kept' ? planned : { ...planned, assumptions: [...planned.assumptions, ...doubts] };
}
