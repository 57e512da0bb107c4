import type { Node } from '@babel/types';
import { foldLoop, isTruthy } from '@ffsd/fold';
import { foldSwitch } from './fold-switch.ts';
import { hasOwnJump } from './has-own-jump.ts';
import { keepBranch } from './keep-branch.ts';
import { removeStatement } from './remove-statement.ts';
import type { FoldResult, KnownExpression, Site } from './site.ts';

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
      // `for (var i = 0; false;)` declares i for the rest of the function.
      return init === 'stays' ? undefined : removeStatement(site, parent, [...init, ...effects]);
    }
    case 'SwitchStatement':
      if (parent.discriminant !== node || effects.length > 0) return undefined;
      return foldSwitch(site, parent, value);
    default:
      return undefined;
  }
}

function initEffect(site: Site, init: Node | null | undefined): readonly Node[] | 'stays' {
  if (!init) return [];
  if (init.type !== 'VariableDeclaration') return site.isPure(init) ? [] : [init];
  const pure = init.declarations.every((declaration) => !declaration.init || site.isPure(declaration.init));
  return init.kind !== 'var' && pure ? [] : 'stays';
}
