import type { Constant } from '@ffsd/fold';
import type { AnyNode, BaseExpression } from '@ffsd/python';
import { compare } from './compare.ts';
import type { Site } from './site.ts';

/** The entry that a literal dictionary, list or tuple gives for a key, where taking the others away loses nothing. */
export function entryOf(site: Site, table: AnyNode, key: Constant): BaseExpression | undefined {
  switch (table.type) {
    case 'Dict':
      return entryOfDict(site, table, key);
    case 'List':
    case 'Tuple': {
      // ('old', 'new')[True] is 'new'.
      const place = typeof key === 'boolean' ? Number(key) : key;
      if (typeof place !== 'number' || !Number.isInteger(place)) return undefined;
      const values = table.elements.map((one) => (one.type === 'Element' ? one.value : undefined));
      const found = values.at(place);
      const isWhole = values.every((one) => one !== undefined && (one === found || site.isPure(one)));
      return isWhole && place < values.length && place >= -values.length ? found : undefined;
    }
    default:
      return undefined;
  }
}

function entryOfDict(
  site: Site,
  table: AnyNode & { readonly type: 'Dict' },
  key: Constant,
): BaseExpression | undefined {
  let found: BaseExpression | undefined;
  for (const entry of table.elements) {
    const known = entry.type === 'DictElement' ? site.constantOf(entry.key) : undefined;
    const isIt = known && compare('Equal', known.value, key);
    if (entry.type !== 'DictElement' || isIt === undefined) return undefined;
    if (isIt && found) return undefined;
    if (isIt) found = entry.value;
    else if (!site.isPure(entry.value)) return undefined;
  }
  return found;
}
