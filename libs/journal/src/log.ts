import type { Safety } from '@ffsd/changes';
import type { ChangeState } from './plan/change-states.ts';
import type { StoredRun } from './record/run-folder.ts';
import type { FileProgress } from './recover.ts';
import { keyText } from './rows/change-key.ts';

export interface LoggedChange {
  readonly id: string;
  readonly title: string;
  readonly safety: Safety;
  /** Of this change now, whatever the run did with it. */
  readonly applied: boolean;
}

/** One run for whoever looks back. */
export interface LogEntry {
  readonly id: string;
  readonly kind: 'apply' | 'undo' | 'redo';
  readonly command: string;
  /** ISO 8601. */
  readonly createdAt: string;
  /**
   * `unfinished`: it was interrupted, see {@link files}. `running`: it is at work in another process. Else what became of its changes;
   * for a run that takes back or does again, `applied` says that it was done.
   */
  readonly state: 'applied' | 'undone' | 'partly-undone' | 'unfinished' | 'running';
  readonly changes: readonly LoggedChange[];
  readonly paths: readonly string[];
  /** Of a run that is not finished: how far it has come with each file. */
  readonly files?: readonly { readonly path: string; readonly progress: FileProgress }[];
}

export function logEntry(
  { record, unfinished }: StoredRun,
  states: ReadonlyMap<string, ChangeState>,
  isRunning: boolean,
  files: () => LogEntry['files'],
): LogEntry {
  const keys = record.kind === 'apply' ? record.changes.map(({ id }) => ({ run: record.id, change: id })) : record.keys;
  const changes = keys.flatMap((key): readonly LoggedChange[] => {
    const state = states.get(keyText(key));
    if (state === undefined) return [];
    const { id, title, safety } = state.change;
    return [{ id, title, safety, applied: state.applied }];
  });
  const { id, kind, command, createdAt, paths } = record;
  const entry = { id, kind, command, createdAt, changes, paths };
  if (unfinished && isRunning) return { ...entry, state: 'running' };
  const progress = unfinished ? files() : undefined;
  if (progress !== undefined) return { ...entry, state: 'unfinished', files: progress };
  return { ...entry, state: record.kind === 'apply' ? stateOf(changes) : 'applied' };
}

function stateOf(changes: readonly LoggedChange[]): LogEntry['state'] {
  const applied = changes.filter((change) => change.applied).length;
  return applied === changes.length ? 'applied' : applied === 0 ? 'undone' : 'partly-undone';
}
