import type { Session } from './session.ts';

/**
 * Where a name stood before the first change.
 *
 * Its start may touch what was removed before it: when `a, ` of `{ a, b }` is gone, the start of `b` is also where `a` began. What
 * comes after its first character is surely its own.
 */
export function originOfName(session: Session, path: string, start: number): number {
  return session.originOf(path, start + 1) - 1;
}
