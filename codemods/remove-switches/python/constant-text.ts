import type { Constant } from '@ffsd/fold';
import { isPrimitive } from '@ffsd/fold';
import type { Site } from './site.ts';

/**
 * The constant as a literal in the style of the file.
 *
 * @param once whether the text will stand in one place only; a dictionary has an identity and cannot be repeated
 */
export function constantText(site: Site, value: Constant, once: boolean): string | undefined {
  if (isPrimitive(value)) return primitiveText(value, site);
  return once ? structureText(site, value) : undefined;
}

function structureText(site: Site, value: Constant): string {
  if (isPrimitive(value)) return primitiveText(value, site);
  if (Array.isArray(value)) return `[${value.map((item: Constant) => structureText(site, item)).join(', ')}]`;
  const entries = Object.entries(value as Record<string, Constant>);
  return `{${entries.map(([key, item]) => `${primitiveText(key, site)}: ${structureText(site, item)}`).join(', ')}}`;
}

function primitiveText(value: Constant, { file }: Site): string {
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (value === null || value === undefined) return 'None';
  if (typeof value !== 'string') return Object.is(value, -0) ? '0' : String(value);
  // What JSON escapes, Python reads in the same way, but for a pair of surrogates.
  const quoted = JSON.stringify(value);
  if (!prefersSingleQuotes(file.text)) return quoted;
  return `'${quoted.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function prefersSingleQuotes(text: string): boolean {
  const single = text.match(/[=([,:]\s*'(?!'')/g)?.length ?? 0;
  const double = text.match(/[=([,:]\s*"(?!"")/g)?.length ?? 0;
  return single > double;
}
