import type { FlagEntry, FlagFacts } from './flag-entry.ts';

/** A reason to think that a flag has done its work. It proves nothing: whether a flag is settled is known by those who set it. */
export interface StaleHint {
  readonly code: 'settled' | 'constant' | 'one-value' | 'tests-only' | 'old';
  readonly text: string;
}

/** The hints, the strongest first. */
export function staleHints(
  { key, reads, values, settled, oldest }: Omit<FlagEntry, 'hints'>,
  { definedAs, today, olderThan }: Pick<FlagFacts, 'definedAs' | 'today' | 'olderThan'>,
): readonly StaleHint[] {
  const hints: StaleHint[] = [];
  if (settled) {
    const since = settled.since === undefined ? '' : ` since ${settled.since}`;
    hints.push({ code: 'settled', text: `ffsd.json says that it is ${JSON.stringify(settled.value)}${since}` });
  }
  const defined = definedAs(key);
  if (defined) {
    const value = JSON.stringify(defined.value);
    hints.push({ code: 'constant', text: `${defined.path}:${defined.line} gives it the value ${value}` });
  }
  // One comparison with one value is how a variant is used; several that never name another one are a switch that only looks like one.
  if (values.length === 1 && reads.length > 1 && reads.every(({ compared }) => compared.length > 0)) {
    hints.push({ code: 'one-value', text: `every read compares it with ${JSON.stringify(values[0])}` });
  }
  if (reads.length > 0 && reads.every(({ path }) => isTest(path))) {
    hints.push({ code: 'tests-only', text: 'it is read in tests alone' });
  }
  const age = oldest === undefined ? 0 : daysBetween(oldest, today);
  if (age > olderThan) hints.push({ code: 'old', text: `its oldest read is ${age} days old` });
  return hints;
}

function isTest(path: string): boolean {
  return /(?:^|\/)(?:tests?|__tests__|e2e)\/|\.(?:spec|test)\.\w+$|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.pyi?$/.test(
    path,
  );
}

function daysBetween(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
