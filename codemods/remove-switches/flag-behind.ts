import type { SettledFlag } from './language.ts';
import type { Session } from './session.ts';

/** The flag because of which the drafts were made: the first whose read is among them or among what they depend on. */
export function flagBehind(
  session: Session,
  flags: readonly SettledFlag[],
  keys: readonly string[],
): SettledFlag | undefined {
  const seen = new Set<string>();
  const waiting = [...keys];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    const flag = flags.find((one) => key.startsWith(`read ${one.key} `));
    if (flag) return flag;
    waiting.push(...(session.drafts.find((draft) => draft.key === key)?.dependsOn ?? []));
  }
  return undefined;
}
