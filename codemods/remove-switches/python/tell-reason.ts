import type { KeptCode } from '../kept-code.ts';
import type { Session } from './session.ts';

/** Says why a value that goes on from a place is not followed, where it was only said that it is not. */
export function tellReason(session: Session, path: string, offset: number, code: KeptCode, because: string): void {
  const place = { path, line: session.lineOf(path, offset) };
  const told = session.kept.filter(
    (one) => one.place.path === path && one.place.line === place.line && one.code === code,
  );
  if (told.length === 0 || told.some((one) => one.because === because)) return;
  session.release({ place, code });
  session.keep({ place, code, because });
}
