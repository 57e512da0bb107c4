import type { SettledFlag } from '../../language.ts';

/**
 * Whether a title says that the flag has another value than the settled one: `when the flag is off`, `without newCheckout`.
 *
 * A word such as "off" alone would not do: the test may be about a lamp.
 *
 * @param others whether what sets the flag sets others, too, one of which the title may mean
 */
export function saysOther(title: string, { key, value }: SettledFlag, others: boolean): boolean {
  if (typeof value !== 'boolean') return false;
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/)
    .filter(Boolean)
    .join('[\\W_]*');
  const noun = others ? words : `${words}|\\b(?:feature[ -]?)?(?:flag|toggle|switch)\\b|\\bfeature\\b`;
  if (!new RegExp(noun, 'i').test(title)) return false;
  const off =
    /\b(?:off|disabled|inactive|false|without|not (?:enabled|active|set|on)|isn't (?:enabled|active|set|on)|turned off)\b/i;
  const on = /\b(?:on|enabled|active|true|with|set)\b/i;
  const bare = title.replace(/\b(?:not|isn't|is not) (?:enabled|active|set|on)\b/gi, ' off ');
  return value ? off.test(bare) && !on.test(bare.replace(off, '')) : on.test(bare) && !off.test(bare);
}
