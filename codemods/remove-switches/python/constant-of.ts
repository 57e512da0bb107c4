import type { Constant } from '@ffsd/fold';
import type { AnyNode, Attribute, BaseExpression, Binding, ClassDef, SourceFile } from '@ffsd/python';
import {
  dottedName,
  isReassigned,
  parsedFile,
  placementOf,
  resolveExpression,
  scopesOf,
  stringValue,
} from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import type { Known } from '../fold-result.ts';
import { keyOfMade } from './made-flag.ts';

/** What the value is wanted for. A plain enum's member is no string, but as the argument of a reader it stands for its value. */
export type Purpose = 'value' | 'key';

/**
 * The value of an expression that is constant by itself: a literal, a name that is assigned one once, a member of an enum or
 * class, an entry of a dictionary; here or in the file that it is imported from.
 *
 * @returns undefined when the value is not known before the program runs
 */
export function constantOf(
  workspace: Workspace,
  file: SourceFile,
  node: AnyNode,
  purpose: Purpose = 'value',
  depth = 0,
): Known | undefined {
  if (depth > 8) return undefined;
  const again = (next: AnyNode, where = file) => constantOf(workspace, where, next, purpose, depth + 1);
  switch (node.type) {
    case 'SimpleString':
    case 'ConcatenatedString': {
      const value = stringValue(node);
      return value === undefined ? undefined : { value };
    }
    case 'FormattedString':
      return formatted(node, again);
    case 'Call': {
      const key = purpose === 'key' ? keyOfMade(node) : undefined;
      return key && stringOnly(again(key));
    }
    case 'Integer':
    case 'Float': {
      const value = Number(node.value.replaceAll('_', ''));
      return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? { value } : undefined;
    }
    case 'UnaryOperation': {
      const value = again(node.expression)?.value;
      if (node.operator.type === 'Minus' && typeof value === 'number') return { value: -value };
      return node.operator.type === 'Not' && typeof value === 'boolean' ? { value: !value } : undefined;
    }
    case 'Name': {
      const literal = keywords.get(node.value);
      if (literal !== undefined) return { value: literal };
      const declared = valueOfName(workspace, file, node);
      return declared && again(declared.value, declared.file);
    }
    case 'Attribute':
      return memberOf(workspace, file, node, purpose, depth);
    case 'Subscript': {
      const index = onlyIndex(node);
      const key = index && again(index)?.value;
      if (typeof key !== 'string') return undefined;
      const table = valueOfName(workspace, file, node.value);
      const entry = table?.value.type === 'Dict' ? entryOf(table.value, key) : undefined;
      // An entry of a dictionary can be written to anywhere; only names and keys are taken from it, which nobody changes.
      return table && entry ? stringOnly(again(entry, table.file)) : undefined;
    }
    default:
      return undefined;
  }
}

/** `f'{NAMESPACE}.new'` */
function formatted(
  node: AnyNode & { readonly type: 'FormattedString' },
  known: (node: AnyNode) => Known | undefined,
): Known | undefined {
  const plain = stringValue(node);
  if (plain !== undefined) return { value: plain };
  let text = '';
  for (const part of node.parts) {
    if (part.type === 'FormattedStringText') {
      if (/[\\{}]/.test(part.value)) return undefined;
      text += part.value;
      continue;
    }
    if (part.type !== 'FormattedStringExpression' || part.conversion || part.formatSpec || part.equal) return undefined;
    const value = known(part.expression)?.value;
    if (typeof value !== 'string') return undefined;
    text += value;
  }
  return { value: text };
}

const keywords: ReadonlyMap<string, Constant> = new Map<string, Constant>([
  ['True', true],
  ['False', false],
  ['None', null],
]);

/** The only subscript of `x[y]`, if it is no slice. */
export function onlyIndex(node: AnyNode & { readonly type: 'Subscript' }): BaseExpression | undefined {
  const [element, ...more] = node.slice;
  if (!element || more.length > 0 || element.slice.type !== 'Index' || element.slice.star !== null) return undefined;
  return element.slice.value;
}

/** An expression with the file in which it stands. */
export interface Placed {
  readonly file: SourceFile;
  readonly value: BaseExpression;
}

/** What the only assignment of a name, here or in the module it comes from, gives it. */
export function valueOfName(workspace: Workspace, file: SourceFile, node: AnyNode): Placed | undefined {
  const resolved = resolveExpression(workspace, file, node);
  if (resolved) {
    const [definition, ...more] = resolved.definitions;
    if (definition?.kind !== 'name' || more.length + resolved.outside.length + resolved.uncertain.length > 0)
      return undefined;
    const there = parsedFile(workspace, definition.path);
    const value = there && valueOfBinding(there, definition.binding);
    return value && { file: there, value };
  }
  const binding = node.type === 'Name' ? scopesOf(file).bindingOf(node) : undefined;
  const value = binding && valueOfBinding(file, binding);
  return value && { file, value };
}

function valueOfBinding(file: SourceFile, binding: Binding): BaseExpression | undefined {
  if (isReassigned(binding) || scopesOf(file).hasDynamicScope) return undefined;
  const [name] = binding.declarations;
  if (!name || placementOf(name).conditional) return undefined;
  const { parent } = name;
  if (parent?.type === 'AnnAssign' && parent.target === name) return parent.value ?? undefined;
  if (parent?.type !== 'AssignTarget' || parent.parent?.type !== 'Assign') return undefined;
  return parent.parent.value;
}

function memberOf(
  workspace: Workspace,
  file: SourceFile,
  node: Attribute,
  purpose: Purpose,
  depth: number,
): Known | undefined {
  const again = (next: AnyNode, where: SourceFile) => constantOf(workspace, where, next, purpose, depth + 1);
  const ofModule = valueOfName(workspace, file, node);
  if (ofModule) return again(ofModule.value, ofModule.file);
  // `Flag.NEW.value`
  const isValue = node.attr.value === 'value' && node.value.type === 'Attribute';
  const member = isValue ? (node.value as Attribute) : node;
  const owner = classOf(workspace, file, member.value);
  const value = owner && attributeOf(owner.node, member.attr.value);
  if (!owner || !value) return undefined;
  const kind = kindOf(owner.node);
  if (isValue && kind === 'class') return undefined;
  if (!isValue && kind === 'enum' && purpose === 'value') return undefined;
  return stringOnly(again(value, owner.file));
}

function stringOnly(known: Known | undefined): Known | undefined {
  return typeof known?.value === 'string' ? known : undefined;
}

/** The class that an expression names. */
export function classOf(
  workspace: Workspace,
  file: SourceFile,
  node: AnyNode,
): { readonly file: SourceFile; readonly node: ClassDef } | undefined {
  const resolved = resolveExpression(workspace, file, node);
  if (resolved) {
    const [definition, ...more] = resolved.definitions;
    if (definition?.kind !== 'name' || more.length > 0 || definition.declaration.type !== 'ClassDef') return undefined;
    const there = parsedFile(workspace, definition.path);
    return there && { file: there, node: definition.declaration };
  }
  const binding = node.type === 'Name' ? scopesOf(file).bindingOf(node) : undefined;
  const [assignment, ...more] = binding?.assignments ?? [];
  return assignment?.node?.type === 'ClassDef' && more.length === 0 ? { file, node: assignment.node } : undefined;
}

/** The value that the body of a class gives an attribute, if it does so once and for sure. */
function attributeOf({ body }: ClassDef, name: string): BaseExpression | undefined {
  const values: BaseExpression[] = [];
  for (const line of body.body) {
    if (line.type !== 'SimpleStatementLine') continue;
    for (const small of line.body) {
      const isTarget = (target: AnyNode) => target.type === 'Name' && target.value === name;
      if (small.type === 'Assign' && small.targets.some(({ target }) => isTarget(target))) values.push(small.value);
      if (small.type === 'AnnAssign' && isTarget(small.target) && small.value) values.push(small.value);
    }
  }
  return values.length === 1 ? values[0] : undefined;
}

/** A `text` is an enum whose members are strings themselves. A base that is not known may make anything of a class. */
function kindOf({ bases }: ClassDef): 'class' | 'enum' | 'text' {
  const names = bases.map(({ value }) => dottedName(value)?.split('.').at(-1) ?? '?');
  if (names.length === 0 || names.every((name) => name === 'object')) return 'class';
  if (names.includes('StrEnum') || names.includes('TextChoices')) return 'text';
  if (names.includes('str') && names.some((name) => name.endsWith('Enum'))) return 'text';
  return 'enum';
}

function entryOf(dict: AnyNode & { readonly type: 'Dict' }, key: string): BaseExpression | undefined {
  const found = dict.elements.filter((one) => one.type !== 'DictElement' || stringValue(one.key) === key);
  const [entry, ...more] = found;
  return entry?.type === 'DictElement' && more.length === 0 ? entry.value : undefined;
}
