import type { Constant } from '@ffsd/fold';
import type { AnyNode } from '@ffsd/python';
import type { FoldResult } from '../fold-result.ts';
import { compare } from './compare.ts';
import { keepSuite } from './decide-branch.ts';
import { removeStatement } from './remove-statement.ts';
import type { Site } from './site.ts';

type Match = AnyNode & { readonly type: 'Match' };
type Case = Match['cases'][number];

/** Puts the case that a `match` on a constant enters in its place; undefined where an earlier case may match, too. */
export function foldMatch(site: Site, statement: Match, value: Constant): FoldResult | undefined {
  for (const one of statement.cases) {
    const matches = one.guard ? undefined : matchesPattern(site, one.pattern, value);
    // `case 'a' if ready:` decides nothing, unless its pattern does not match to begin with.
    if (one.guard && matchesPattern(site, one.pattern, value) === false) continue;
    if (matches === undefined) return undefined;
    if (matches) return keepSuite(site, statement, one.body);
  }
  return removeStatement(site, statement);
}

function matchesPattern(site: Site, pattern: Case['pattern'], value: Constant): boolean | undefined {
  switch (pattern.type) {
    case 'MatchValue': {
      const known = site.constantOf(pattern.value);
      return known && compare('Equal', value, known.value);
    }
    case 'MatchSingleton': {
      const known = site.constantOf(pattern.value);
      return known && compare('Is', value, known.value);
    }
    case 'MatchOr': {
      const answers = pattern.patterns.map((one) => matchesPattern(site, one.pattern, value));
      if (answers.includes(true)) return answers[answers.indexOf(true)];
      return answers.every((answer) => answer === false) ? false : undefined;
    }
    case 'MatchAs':
      // `case _:` matches all; `case other:` gives the value a name.
      return pattern.pattern === null && pattern.name === null ? true : undefined;
    default:
      return undefined;
  }
}
