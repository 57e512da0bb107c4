import type { ChangeKey, RecordedChange, RunRecord } from '../record/run-record.ts';
import { keyText } from '../rows/change-key.ts';

/** What became of a change. */
export interface ChangeState {
  readonly key: ChangeKey;
  readonly change: RecordedChange;
  readonly applied: boolean;
  /** Counts up with every change that is applied or done again. */
  readonly order: number;
  /** The run that took it back last. */
  readonly undoneBy: RunRecord | undefined;
}

/** The state of every change, by the text of its key, in the order in which they were first applied. */
export function changeStates(records: readonly RunRecord[]): ReadonlyMap<string, ChangeState> {
  const states = new Map<string, ChangeState>();
  let order = 0;
  for (const record of records) {
    switch (record.kind) {
      case 'apply':
        for (const change of record.changes) {
          const key = { run: record.id, change: change.id };
          states.set(keyText(key), { key, change, applied: true, order: order++, undoneBy: undefined });
        }
        break;
      case 'undo':
      case 'redo':
        for (const key of record.keys) {
          const state = states.get(keyText(key));
          if (state === undefined) continue;
          const next =
            record.kind === 'undo' ? { applied: false, undoneBy: record } : { applied: true, order: order++ };
          states.set(keyText(key), { ...state, ...next });
        }
        break;
      default:
        record satisfies never;
    }
  }
  return states;
}
