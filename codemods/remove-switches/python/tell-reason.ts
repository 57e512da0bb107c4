import type { KeptCode } from '../kept-code.ts';
import type { Session } from './session.ts';

/** Says why a value that goes on from a place is not followed, where it was only said that it is not. */
export function tellReason(session: Session, path: string, offset: number, code: KeptCode, because: string): void {
  const place = { path, line: session.lineOf(path, offset) };
  const told = session.kept.filter((one) => isAt(one.place, place) && one.code === code);
  if (told.length === 0 || told.some((one) => one.because === because)) return;
  session.release({ place, code });
  session.keep({ place, code, because });
}

interface Place {
  readonly path: string;
  readonly line: number;
}

/**
 * Takes back that a value goes on from a line, because it was followed.
 *
 * @param names what it goes to, as the note may name it: another value may go on from the same line
 */
export function settle(session: Session, place: Place, code: KeptCode, names: readonly string[]): void {
  const told = session.kept.filter((one) => isAt(one.place, place) && one.code === code);
  const others = told.filter(({ because }) => !names.some((name) => because.includes(name)));
  if (told.length === others.length) return;
  session.release({ place, code });
  for (const one of others) session.keep({ ...one, code });
}

function isAt(one: Place, other: Place): boolean {
  return one.path === other.path && one.line === other.line;
}
