import { type AnyNode, findAll } from 'libcst-wasm';
import { dottedName, firstName } from '../dotted-name.ts';
import type { SourceFile } from '../parse.ts';
import { scopesOf } from '../scopes.ts';
import { stringValue } from '../string-value.ts';
import { namesMember } from './member-uses.ts';

/**
 * The places where a member of that name is used of something that may be any object, a module among them: `x.name` of a variable
 * or of the result of a call, and `getattr(x, 'name')`. What is `self`, a literal or comes from an import is known to be no module,
 * or to be a known one.
 */
export function unknownReceivers(file: SourceFile, name: string): readonly AnyNode[] {
  const members = findAll(file.tree, 'Attribute').flatMap(({ attr, value }) =>
    attr.value === name && mayBeModule(value, file) ? attr : [],
  );
  if (!/\b(?:getattr|hasattr|setattr|delattr|object)\b/.test(file.text)) return members;
  const named = findAll(file.tree, 'Call').flatMap(({ func, args }) => {
    const [receiver, member] = args;
    if (!receiver || !member || !namesMember.test(dottedName(func) ?? '')) return [];
    return stringValue(member.value) === name && mayBeModule(receiver.value, file) ? member.value : [];
  });
  return [...members, ...named];
}

function mayBeModule(receiver: AnyNode, file: SourceFile): boolean {
  switch (receiver.type) {
    case 'Call':
      return !(receiver.func.type === 'Name' && receiver.func.value === 'super');
    case 'Subscript':
    case 'Await':
    case 'IfExp':
    case 'BooleanOperation':
    case 'NamedExpr':
      return true;
    case 'Attribute': {
      const root = firstName(receiver);
      return root === undefined || mayBeModule(root, file);
    }
    case 'Name': {
      if (receiver.value === 'self' || receiver.value === 'cls') return false;
      const binding = scopesOf(file).bindingOf(receiver);
      return binding?.assignments.some(({ kind }) => !/^(?:import|function|class)$/.test(kind)) ?? false;
    }
    default:
      return false;
  }
}
