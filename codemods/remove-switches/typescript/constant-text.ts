import type { Constant } from '@ffsd/fold';
import { isPrimitive } from '@ffsd/fold';
import type { Site } from './site.ts';

/**
 * The constant as a literal in the style of the file.
 *
 * @param once whether the text will stand in one place only; an object has an identity and cannot be repeated
 */
export function constantText(site: Site, value: Constant, once: boolean): string | undefined {
  if (!isPrimitive(value)) return once ? JSON.stringify(value) : undefined;
  if (typeof value !== 'string') return Object.is(value, -0) ? '-0' : String(value);
  const quoted = JSON.stringify(value);
  if (!prefersSingleQuotes(site.file.text)) return quoted;
  return `'${quoted.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function prefersSingleQuotes(text: string): boolean {
  const single = text.match(/(?:from|require\(|=|\()\s*'/g)?.length ?? 0;
  const double = text.match(/(?:from|require\(|=|\()\s*"/g)?.length ?? 0;
  return single >= double;
}
