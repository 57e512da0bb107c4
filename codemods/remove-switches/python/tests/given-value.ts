import type { Constant } from '@ffsd/fold';
import type { AnyNode, Arg, ClassDef, Name, SourceFile } from '@ffsd/python';
import { dottedName, findAll, parsedFile, resolveExpression, scopesOf } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { classOf, constantOf } from '../constant-of.ts';
import { isFiller } from './is-filler.ts';

/** What a set-up gives the flag, as far as the text shows. */
export type Given =
  | { readonly kind: 'value'; readonly value: Constant }
  /** The parameter of the function around decides. */
  | { readonly kind: 'parameter'; readonly name: Name }
  /** Something that stands for a value, such as `sentinel.new`. */
  | { readonly kind: 'filler'; readonly node: AnyNode }
  | { readonly kind: 'ordered' }
  | { readonly kind: 'unknown' };

export const unknown: Given = { kind: 'unknown' };

export function givenBy(workspace: Workspace, file: SourceFile, value: AnyNode): Given {
  if (value.type === 'Lambda') return givenBy(workspace, file, value.body);
  const known = constantOf(workspace, file, value);
  if (known) return { kind: 'value', value: known.value };
  if (isFiller(value)) return { kind: 'filler', node: value };
  const binding = value.type === 'Name' ? scopesOf(file).bindingOf(value) : undefined;
  const [name, ...more] = binding?.declarations ?? [];
  // `for on in (True, False):`
  if (/^(?:For|CompFor)$/.test(name?.parent?.type ?? '')) return { kind: 'ordered' };
  const isParameter = binding?.kind === 'parameter' && name !== undefined && more.length === 0;
  return isParameter ? { kind: 'parameter', name } : unknown;
}

const valueNames: ReadonlySet<string> = new Set(
  'active is_active enabled is_enabled everyone value on state default'.split(' '),
);

/** What a call that names the flag gives it: by a keyword, by the argument behind the key, by its own name, or by a default. */
export function givenByCall(
  workspace: Workspace,
  file: SourceFile,
  call: AnyNode & { readonly type: 'Call' },
  key: Arg,
): Given {
  const others = call.args.filter((one) => one !== key);
  // `everyone=None, percent=50` gives it to some.
  if (
    others.some(({ star, keyword }) => star !== '' || /^(?:percent|rollout|side_effect)$/.test(keyword?.value ?? ''))
  ) {
    return unknown;
  }
  const named = others.filter(({ keyword }) => keyword && valueNames.has(keyword.value));
  if (named.length > 1) return unknown;
  if (named[0]) return givenBy(workspace, file, named[0].value);
  const behind = call.args.slice(call.args.indexOf(key) + 1).find(({ keyword }) => keyword === null);
  if (behind) return givenBy(workspace, file, behind.value);
  const name = dottedName(call.func)?.split('.').at(-1) ?? '';
  if (/^(?:enable|activate|turn_on)(?:_|$)/.test(name)) return { kind: 'value', value: true };
  if (/^(?:disable|deactivate|turn_off)(?:_|$)/.test(name)) return { kind: 'value', value: false };
  return defaultOf(workspace, file, call.func);
}

/** `def toggle_switch(name, active=True)`, and `is_active = True` in the class of a factory. */
function defaultOf(workspace: Workspace, file: SourceFile, func: AnyNode): Given {
  const factory = classOf(workspace, file, func);
  if (factory) return attributeOf(workspace, factory.file, factory.node);
  const [definition, ...more] = resolveExpression(workspace, file, func)?.definitions ?? [];
  if (definition?.kind !== 'name' || more.length > 0 || definition.declaration.type !== 'FunctionDef') return unknown;
  const there = parsedFile(workspace, definition.path);
  const { params, kwonlyParams } = definition.declaration.params;
  const parameter = [...params, ...kwonlyParams].find(({ name }) => valueNames.has(name.value));
  return there && parameter?.default ? givenBy(workspace, there, parameter.default) : unknown;
}

/** The value that a class or the first base with one gives an attribute that is called `is_active` and so on. */
function attributeOf(workspace: Workspace, file: SourceFile, node: ClassDef, depth = 0): Given {
  const values = findAll(node.body, 'Assign').filter(
    ({ targets, parent }) =>
      parent?.parent === node.body &&
      targets.every(({ target }) => target.type === 'Name' && valueNames.has(target.value)),
  );
  if (values.length > 0 || depth > 4) return values.length === 1 ? givenBy(workspace, file, values[0]!.value) : unknown;
  for (const { value } of node.bases) {
    const base = classOf(workspace, file, value);
    const given = base && attributeOf(workspace, base.file, base.node, depth + 1);
    if (given && given.kind !== 'unknown') return given;
  }
  return unknown;
}
