import type { ForStatement, Node } from '@babel/types';
import { foldLoop, isTruthy } from '@ffsd/fold';
import { foldCase } from './fold-case.ts';
import { foldSwitch } from './fold-switch.ts';
import { statementsOf } from './guard-statement-start.ts';
import { hasOwnJump } from './has-own-jump.ts';
import { keepBranch } from './keep-branch.ts';
import { removeStatement } from './remove-statement.ts';
import type { FoldResult, KnownExpression, Site } from './site.ts';
import { edited } from './site.ts';

/**
 * Folds the statement whose test, discriminant or whole content is the known expression.
 *
 * @returns undefined when the constant has to stand in the statement as it is
 */
export function foldStatement(site: Site, known: KnownExpression, parent: Node): FoldResult | undefined {
  const { node, value, effects } = known;
  switch (parent.type) {
    case 'ExpressionStatement':
      return removeStatement(site, parent, effects);
    case 'IfStatement':
      return keepBranch(site, parent, isTruthy(value) ? parent.consequent : (parent.alternate ?? undefined), effects);
    case 'WhileStatement':
      return foldLoop('while', value, false) === 'never' ? removeStatement(site, parent, effects) : undefined;
    case 'DoWhileStatement': {
      if (effects.length > 0 || foldLoop('do-while', value, hasOwnJump(parent.body)) !== 'once') return undefined;
      return keepBranch(site, parent, parent.body, []);
    }
    case 'ForStatement': {
      if (parent.test !== node || foldLoop('for', value, false) !== 'never') return undefined;
      const init = initEffect(site, parent.init);
      return init === 'declares'
        ? keepDeclaration(site, parent, effects)
        : removeStatement(site, parent, [...init, ...effects]);
    }
    case 'SwitchStatement':
      if (parent.discriminant !== node || effects.length > 0) return undefined;
      return foldSwitch(site, parent, value);
    case 'SwitchCase':
      return foldCase(site, known, parent);
    default:
      return undefined;
  }
}

/** What the first part of a loop does, although the body never runs. */
function initEffect(site: Site, init: Node | null | undefined): readonly Node[] | 'declares' {
  if (!init) return [];
  if (init.type !== 'VariableDeclaration') return site.isPure(init) ? [] : [init];
  // `for (var i = 0; false;)` declares i for the rest of the function, and a pattern may run code to take a value apart.
  if (init.kind === 'var' || init.declarations.some(({ id }) => id.type !== 'Identifier')) return 'declares';
  return init.declarations.flatMap(({ init: value }) => (value && !site.isPure(value) ? [value] : []));
}

/** The declaration of the loop as a statement of its own. */
function keepDeclaration(site: Site, loop: ForStatement, effects: readonly Node[]): FoldResult | undefined {
  const { init } = loop;
  const owner = site.parents.parent(loop);
  if (
    init?.type !== 'VariableDeclaration' ||
    init.kind !== 'var' ||
    effects.length > 0 ||
    !owner ||
    !statementsOf(owner)
  )
    return undefined;
  return edited([
    { start: loop.start!, end: init.start!, text: '' },
    { start: init.end!, end: loop.end!, text: ';' },
  ]);
}
