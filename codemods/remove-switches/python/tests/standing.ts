import type { AnyNode, ClassDef, Decorator, FunctionDef, ListItem, SourceFile, Statement } from '@ffsd/python';
import { dottedName, scopesOf } from '@ffsd/python';
import type { Setter } from './setter-of.ts';

/** How a set-up stands in its file, which says how it can go and what runs under it. */
export type Standing =
  | { readonly kind: 'decorator'; readonly node: Decorator; readonly of: FunctionDef | ClassDef }
  /** `with override_flag(…):`; `alone` when the `with` has nothing else. */
  | { readonly kind: 'with'; readonly item: WithItem; readonly statement: With; readonly alone: boolean }
  | { readonly kind: 'statement'; readonly node: Statement }
  | { readonly kind: 'entry'; readonly node: ListItem; readonly call: AnyNode }
  /** `yield FeatureFlagFactory(…)`, `return …` */
  | { readonly kind: 'result'; readonly node: Statement }
  /** Something uses what the set-up gives back. */
  | { readonly kind: 'used' };

type With = AnyNode & { readonly type: 'With' };
type WithItem = AnyNode & { readonly type: 'WithItem' };

export function standingOf(file: SourceFile, setter: Setter): Standing {
  if (setter.kind === 'assignment' || setter.kind === 'assertion') return { kind: 'statement', node: setter.node };
  if (setter.kind === 'entry' && !isAllOf(setter)) return { kind: 'entry', node: setter.node, call: setter.call };
  return standingOfCall(file, setter.kind === 'entry' ? setter.call : setter.node);
}

/** `override_settings(NEW=True)` and `patch.dict(flags, {'new': True})` do nothing without their only entry. */
function isAllOf({ node, call }: Setter & { readonly kind: 'entry' }): boolean {
  if (call.type !== 'Call') return false;
  if (node.type === 'Arg') return call.args.length === 1;
  const dict = node.parent as AnyNode;
  const clears = call.args.some(({ keyword }) => keyword?.value === 'clear');
  const isPatch = /(?:^|\.)patch\.dict$/.test(dottedName(call.func) ?? '');
  return isPatch && !clears && dict.type === 'Dict' && dict.elements.length === 1;
}

export function standingOfCall(file: SourceFile, call: AnyNode): Standing {
  const { parent } = call;
  switch (parent?.type) {
    case 'Await':
      return standingOfCall(file, parent);
    case 'Decorator': {
      const owner = parent.parent as AnyNode;
      if (owner.type !== 'FunctionDef' && owner.type !== 'ClassDef') return { kind: 'used' };
      return { kind: 'decorator', node: parent, of: owner };
    }
    case 'WithItem': {
      const statement = parent.parent as AnyNode;
      if (parent.item !== call || statement.type !== 'With' || isNameUsed(file, parent.asname?.name))
        return { kind: 'used' };
      return { kind: 'with', item: parent, statement, alone: statement.items.length === 1 };
    }
    case 'Expr':
      return { kind: 'statement', node: parent };
    case 'Yield':
      return parent.parent?.type === 'Expr' ? { kind: 'result', node: parent.parent } : { kind: 'used' };
    case 'Return':
      return { kind: 'result', node: parent };
    case 'Assign': {
      const [target, ...more] = parent.targets;
      return more.length > 0 || isNameUsed(file, target?.target)
        ? { kind: 'used' }
        : { kind: 'statement', node: parent };
    }
    case 'Arg': {
      // `stack.enter_context(override_flag(…))`, `self.enterContext(…)`
      const outer = parent.parent as AnyNode;
      const enters = outer.type === 'Call' && outer.args.length === 1 && outer.func.type === 'Attribute';
      return enters && /^(?:enter_context|enterContext)$/.test(outer.func.attr.value)
        ? standingOfCall(file, outer)
        : { kind: 'used' };
    }
    default:
      return { kind: 'used' };
  }
}

/** Whether what binds the result is more than a name that nothing reads. */
function isNameUsed(file: SourceFile, target: AnyNode | null | undefined): boolean {
  if (!target) return false;
  if (target.type !== 'Name') return true;
  const binding = scopesOf(file).bindingOf(target);
  return binding?.scope.kind !== 'function' || binding.references.length > 0 || scopesOf(file).hasDynamicScope;
}
