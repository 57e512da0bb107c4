import { Node } from '../node.ts';
import type { Item, Spec } from './spec.ts';

/** What a match saved, by name. */
export type Captures = Readonly<Record<string, unknown>>;

const nothing: Captures = Object.freeze({});

/**
 * Whether a value is as described: what it saves, or null if it is not. Where a name is saved twice the outer node
 * wins, and in a list the later one.
 */
export function test(value: unknown, spec: Spec): Captures | null {
  switch (spec.kind) {
    case 'any':
      return nothing;
    case 'is':
      return value === spec.value ? nothing : null;
    case 'like':
      // Not `test`, which goes on from the last match if the expression is global.
      return typeof value === 'string' && value.search(spec.expression) >= 0 ? nothing : null;
    case 'list':
      return Array.isArray(value) ? testList(value, spec.items) : null;
    case 'node':
      return value instanceof Node && value.kind === spec.of
        ? testAll(spec.fields, (field) => test(value.field(field.index), field.of))
        : null;
    case 'one-of':
      return testAny(value, spec.options);
    case 'all-of':
      return testAll(spec.options, (option) => test(value, option));
    case 'not':
      return test(value, spec.of) === null ? nothing : null;
    case 'if':
      return spec.predicate(value as never) ? nothing : null;
    case 'save': {
      const inner = test(value, spec.of);
      return inner === null ? null : { ...inner, [spec.name]: value };
    }
    default:
      return spec satisfies never;
  }
}

function testAny(value: unknown, options: readonly Spec[]): Captures | null {
  for (const option of options) {
    const found = test(value, option);
    if (found !== null) return found;
  }
  return null;
}

function testAll<T>(parts: readonly T[], testPart: (part: T) => Captures | null): Captures | null {
  let all = nothing;
  for (const part of parts) {
    const found = testPart(part);
    if (found === null) return null;
    all = both(all, found);
  }
  return all;
}

/** As much as possible for each item in turn, and less where the rest of the list does not match otherwise. */
function testList(values: readonly unknown[], items: readonly Item[]): Captures | null {
  // What failed once is not tried again: [zeroOrMore(a), zeroOrMore(a), …, b] would take time without end on a list of a.
  const failed = new Set<number>();
  const testFrom = (place: number, start: number): Captures | null => {
    const item = items[place];
    if (item === undefined) return start === values.length ? nothing : null;
    const key = place * (values.length + 1) + start;
    if (failed.has(key)) return null;
    const run = matchingRun(values, start, item);
    for (let count = run.length; count >= item.min; count--) {
      const rest = testFrom(place + 1, start + count);
      if (rest !== null) {
        const own = run.slice(0, count).reduce(both, nothing);
        return both(named(own, item.names, values.slice(start, start + count)), rest);
      }
    }
    failed.add(key);
    return null;
  };
  return testFrom(0, 0);
}

function matchingRun(values: readonly unknown[], start: number, item: Item): Captures[] {
  const run: Captures[] = [];
  while (run.length < item.max && start + run.length < values.length) {
    const found = test(values[start + run.length], item.of);
    if (found === null) break;
    run.push(found);
  }
  return run;
}

const named = (captures: Captures, names: readonly string[], items: readonly unknown[]): Captures =>
  names.length === 0 ? captures : { ...captures, ...Object.fromEntries(names.map((name) => [name, items])) };

/** Most matchers save nothing, and the two are often nothing. */
const both = (earlier: Captures, later: Captures): Captures =>
  earlier === nothing ? later : later === nothing ? earlier : { ...earlier, ...later };
