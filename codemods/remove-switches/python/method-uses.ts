import type { AnyNode, SourceFile } from '@ffsd/python';
import { resolveExpression } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import type { Callee } from './callee.ts';
import { bindsOf, classOfCls, classWith } from './callee.ts';
import type { CallList } from './calls-of.ts';
import { callOf } from './calls-of.ts';
import type { ClassFamily } from './class-family.ts';
import { familyOf } from './class-family.ts';
import { isDistinctive } from './is-distinctive.ts';
import type { MemberUse } from './member-uses.ts';
import { memberUses } from './member-uses.ts';

/** Every call of a method, by what is known of the objects it is called on and by its name alone. */
export function addMethodUses(workspace: Workspace, callee: Callee, list: CallList): void {
  const { path, node } = callee;
  const name = node.name.value;
  if (!callee.owner) return;
  if (/^__.*__$/.test(name)) {
    list.addHindrance({ path, offset: node.name.start, kind: 'unclear', because: 'is called by Python itself' });
    return;
  }
  const family = familyOf(workspace, callee.owner);
  addOutside(path, node.name.start, family, name, list);
  for (const use of memberUses(workspace, family, name)) {
    if (use.meant !== 'other' && use.node !== node.name) addUse(workspace, use, callee, family, list);
  }
}

/** What is not in the workspace may define the member, or call it. */
export function addOutside(path: string, offset: number, family: ClassFamily, name: string, list: CallList): void {
  for (const base of family.outside) {
    if (isDistinctive(name)) list.addDoubt(`${base}, which is not in the workspace, has nothing to do with ${name}`);
    else list.addHindrance({ path, offset, kind: 'outside', because: `may be known to ${base}` });
  }
}

function addUse(workspace: Workspace, use: MemberUse, callee: Callee, family: ClassFamily, list: CallList): void {
  const { path, offset, node, file, kind, meant } = use;
  switch (kind) {
    case 'call':
    case 'read': {
      const call = node && callOf(node);
      if (call && file && node.type === 'Attribute') {
        list.addCall({ path, file, call, bound: isBound(workspace, file, node.value, callee), sure: meant === 'own' });
      } else {
        list.addHindrance({ path, offset, kind: 'value', because: 'is handed on as a value' });
      }
      return;
    }
    case 'write':
    case 'delete':
      list.addHindrance({ path, offset, kind: 'write', because: 'is set on an object' });
      return;
    case 'definition': {
      const isAbove = family.above.some((one) => node && one.node === classWith(node));
      list.addHindrance({
        path,
        offset,
        kind: isAbove ? 'base' : 'override',
        because: 'is defined by another class of the family, too',
      });
      return;
    }
    case 'string':
      list.addHindrance({ path, offset, kind: 'string', node, because: 'is named by a string' });
      return;
    case 'no-tree':
      list.addHindrance({ path, offset, kind: 'unclear', because: 'may be used here' });
      return;
    case 'keyword':
    case 'pattern':
      return;
    default:
      kind satisfies never;
  }
}

/** `page.show()` gives `self`, and `Page.show(page)` does not. */
function isBound(workspace: Workspace, file: SourceFile, receiver: AnyNode, { node }: Callee): boolean {
  switch (bindsOf(node)) {
    case 'nothing':
      return false;
    case 'class':
      return true;
    default:
      return !isClass(workspace, file, receiver);
  }
}

function isClass(workspace: Workspace, file: SourceFile, node: AnyNode): boolean {
  if (node.type === 'Name' && classOfCls(node, file)) return true;
  const definitions = resolveExpression(workspace, file, node)?.definitions ?? [];
  return definitions.some((one) => one.kind === 'name' && one.declaration.type === 'ClassDef');
}
