import type { Edit } from '@ffsd/edits';
import type { AnyNode, Name, Statement } from '@ffsd/python';
import { rejoin, removeListItem, resolveExpression } from '@ffsd/python';
import { hasInertBases, isKnownInert } from './inert-class.ts';
import { removal } from './remove-statement.ts';
import type { Site } from './site.ts';

/**
 * Removes what binds a name that nothing uses any more: an import, an assignment, a function, a class.
 *
 * @param mayDrop whether a value may go although it is a call
 * @returns undefined when something other than the name would go with it
 */
export function removeDeclared(
  site: Site,
  name: Name,
  mayDrop: (value: AnyNode) => boolean = () => false,
): readonly Edit[] | undefined {
  const drops = (value: AnyNode) => site.isPure(value) || mayDrop(value);
  const owner = name.parent as AnyNode | null;
  switch (owner?.type) {
    case 'AssignTarget': {
      const statement = owner.parent as AnyNode;
      if (statement.type !== 'Assign' || owner.target !== name || !drops(statement.value)) return undefined;
      return statement.targets.length === 1 ? removal(site, statement as Statement) : withoutTarget(owner);
    }
    case 'AnnAssign':
      if (owner.target !== name || (owner.value && !drops(owner.value))) return undefined;
      return removal(site, owner as Statement);
    case 'FunctionDef':
    case 'ClassDef':
      return owner.name === name && isPlain(site, owner) ? removal(site, owner) : undefined;
    case 'AsName':
      // `with lock as key:` still takes the lock.
      if (owner.parent?.type === 'WithItem') return [{ start: owner.fullStart, end: owner.fullEnd, text: '' }];
      return removeAliasOf(site, name);
    default:
      return removeAliasOf(site, name);
  }
}

function removeAliasOf(site: Site, name: Name): readonly Edit[] | undefined {
  const alias = aliasOf(name);
  return alias && removeAlias(site, alias);
}

function withoutTarget(target: AnyNode & { readonly type: 'AssignTarget' }): readonly Edit[] {
  return [{ start: target.fullStart, end: target.fullEnd, text: '' }];
}

/** The `a as b` of an import that binds the name. */
export function aliasOf(name: AnyNode): (AnyNode & { readonly type: 'ImportAlias' }) | undefined {
  for (let at = name.parent as AnyNode | null; at; at = at.parent) {
    if (at.type === 'ImportAlias') return at;
    if (at.type !== 'AsName' && at.type !== 'Attribute') return undefined;
  }
  return undefined;
}

function removeAlias(site: Site, alias: AnyNode & { readonly type: 'ImportAlias' }): readonly Edit[] | undefined {
  const statement = alias.parent as AnyNode;
  const names = 'names' in statement && Array.isArray(statement.names) ? statement.names : [];
  if (names.length === 1) return removal(site, statement as Statement);
  const edits = removeListItem(site.file, alias);
  return edits && rejoin(site.file, edits);
}

/** A definition that runs nothing: no decorator, no default, base or class body with an effect. */
function isPlain(site: Site, node: AnyNode & { readonly type: 'FunctionDef' | 'ClassDef' }): boolean {
  if (node.decorators.length > 0) return false;
  if (node.type === 'FunctionDef') {
    const { params, kwonlyParams, posonlyParams } = node.params;
    return [...params, ...kwonlyParams, ...posonlyParams].every((one) => !one.default || site.isPure(one.default));
  }
  // A base may have `__init_subclass__`, and a metaclass anything: then the class is registered somewhere.
  if (!hasInertBases(site.workspace, site.file, node)) return false;
  return (node.body.body as readonly AnyNode[]).every((one) => isInert(site, one));
}

function isInert(site: Site, statement: AnyNode): boolean {
  switch (statement.type) {
    case 'SimpleStatementLine':
      return statement.body.every((one) => isInert(site, one));
    case 'FunctionDef':
      return isPlain(site, statement) || statement.decorators.every(({ decorator }) => site.isPure(decorator));
    case 'Assign':
      return site.isPure(statement.value) || describesClass(site, statement.value);
    case 'AnnAssign':
      return !statement.value || site.isPure(statement.value) || describesClass(site, statement.value);
    case 'Expr':
      return site.isPure(statement.value);
    case 'ClassDef':
      return isPlain(site, statement);
    case 'Pass':
      return true;
    default:
      return false;
  }
}

/** `name = forms.CharField(required=False)`: the field is made, and only the class knows of it. */
function describesClass(site: Site, value: AnyNode): boolean {
  if (value.type !== 'Call') return false;
  const outside = resolveExpression(site.workspace, site.file, value.func)?.outside ?? [];
  if (outside.length === 0 || !outside.every(({ module, name }) => isKnownInert(`${module}.${name}`))) return false;
  return value.args.every(({ value: one }) => site.isPure(one) || describesClass(site, one));
}
