import { foldLoop, isTruthy } from '@ffsd/fold';
import type { AnyNode, Statement } from '@ffsd/python';
import type { FoldResult } from '../fold-result.ts';
import { decideBranch, keepSuite } from './decide-branch.ts';
import { foldCaseGuard, foldGuard } from './fold-guard.ts';
import { foldMatch } from './fold-match.ts';
import { removeStatement } from './remove-statement.ts';
import type { KnownExpression, Site } from './site.ts';

/**
 * Folds the statement or clause whose test, subject or whole content is the known expression.
 *
 * @returns undefined when the constant has to stand there as it is
 */
export function foldStatement(
  site: Site,
  { node, value, effects }: KnownExpression,
  parent: AnyNode,
): FoldResult | undefined {
  switch (parent.type) {
    case 'Expr':
      return removeStatement(site, parent as Statement, effects);
    case 'If':
      return decideBranch(site, parent, isTruthy(value, 'python'), effects);
    case 'While': {
      if (foldLoop('while', value, false, 'python') !== 'never') return undefined;
      // The test of a loop that never runs is evaluated once.
      if (effects.length > 0) return parent.orelse ? undefined : removeStatement(site, parent, effects);
      return parent.orelse ? keepSuite(site, parent, parent.orelse.body) : removeStatement(site, parent);
    }
    case 'Assert':
      // An assertion that fails stays as it is written, for everybody to see.
      return parent.test === node && isTruthy(value, 'python')
        ? removeStatement(site, parent as Statement, effects)
        : undefined;
    case 'CompIf':
      return effects.length > 0 ? undefined : foldGuard(site, parent, value);
    case 'Match':
      return parent.subject === node && effects.length === 0 ? foldMatch(site, parent, value) : undefined;
    case 'MatchCase':
      return parent.guard === node && effects.length === 0 ? foldCaseGuard(site, parent, value) : undefined;
    default:
      return undefined;
  }
}
