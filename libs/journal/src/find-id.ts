import { UnknownIdError } from './errors/unknown-id-error.ts';
import type { RunRecord } from './record/run-record.ts';

export type FoundId =
  | { readonly kind: 'run'; readonly record: RunRecord }
  | { readonly kind: 'change'; readonly id: string };

/**
 * The run or the change that an id or the beginning of one names. A run also goes by its number: `7` is `0007-remove-switches`.
 *
 * @throws UnknownIdError when nothing or more than one thing has it.
 */
export function findId(records: readonly RunRecord[], id: string): FoundId {
  const changes = new Set(
    records.flatMap((record) => (record.kind === 'apply' ? record.changes.map((each) => each.id) : [])),
  );
  const run = records.find((record) => record.id === id || (/^\d+$/.test(id) && record.number === Number(id)));
  if (changes.has(id)) return { kind: 'change', id };
  if (run !== undefined) return { kind: 'run', record: run };
  const found: FoundId[] = [
    ...records.filter((record) => record.id.startsWith(id)).map((record) => ({ kind: 'run', record }) as const),
    ...[...changes]
      .filter((change) => change.startsWith(id))
      .map((change) => ({ kind: 'change', id: change }) as const),
  ];
  const [first] = found;
  if (first !== undefined && found.length === 1 && id !== '') return first;
  const all = [...records.map((record) => record.id), ...changes];
  if (found.length > 0) throw new UnknownIdError(id, 'ambiguous-id', found.map(nameOf).slice(0, 5));
  throw new UnknownIdError(id, 'unknown-id', alike(id, all));
}

function nameOf(found: FoundId): string {
  return found.kind === 'run' ? found.record.id : found.id;
}

/** Ids are random, so a mistyped one is told by the characters that stand where they should. */
function alike(id: string, all: readonly string[]): readonly string[] {
  const score = (other: string): number => [...other].filter((character, index) => id[index] === character).length;
  const best = Math.max(0, ...all.map(score));
  if (best === 0) return all.slice(-1);
  return all.filter((other) => score(other) === best).slice(-3);
}
