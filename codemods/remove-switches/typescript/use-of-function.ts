import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { isTypeWrapper, parentsOf, scopesOf, walk } from '@ffsd/typescript';
import { isHookDependencies } from './hook-dependencies.ts';
import { isReactCall, isReactWrapper } from './react.ts';

/** What one use of a function does with it. */
export type FunctionUse =
  | { readonly kind: 'call' | 'element' | 'create'; readonly node: Node }
  /** A test puts something else in its place. */
  | { readonly kind: 'mock' }
  /** `Page.propTypes = {…}`: the assignment. */
  | { readonly kind: 'static'; readonly name: string; readonly node: Node }
  /** `memo(Page)`: what the call gives is the same component. */
  | { readonly kind: 'wrapped'; readonly node: Node }
  /** Nothing is called and nothing is handed on. */
  | { readonly kind: 'harmless' }
  | { readonly kind: 'unknown'; readonly because: string };

/**
 * @param node the identifier, the property of `module.f`, or the text in `jest.mock('./f')`
 * @param name under which it is exported
 */
export function useOfFunction(file: SourceFile, node: Node, name?: string): FunctionUse {
  const parents = parentsOf(file);
  if (node.type === 'StringLiteral' && parents.parent(node)?.type === 'CallExpression')
    return ofMock(file, parents.parent(node)!, name);
  let whole = node;
  let parent = parents.parent(whole);
  const isMember = (one: Node) =>
    (one.type === 'MemberExpression' ||
      one.type === 'OptionalMemberExpression' ||
      one.type === 'JSXMemberExpression') &&
    one.property === node;
  if (parent && isMember(parent)) {
    whole = parent;
    parent = parents.parent(whole);
  }
  while (parent && isTypeWrapper(parent)) {
    whole = parent;
    parent = parents.parent(whole);
  }
  if (!parent) return unknown('it is used as a value');
  switch (parent.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
      if (parent.callee === whole) return { kind: 'call', node: parent };
      return ofArgument(file, parent, whole);
    case 'JSXOpeningElement':
      return { kind: 'element', node: parent };
    case 'JSXClosingElement':
    case 'ExportSpecifier':
    case 'ExportDefaultDeclaration':
    case 'ExpressionStatement':
    case 'TSExportAssignment':
      return harmless;
    case 'UnaryExpression':
      return parent.operator === 'typeof' || parent.operator === '!' ? harmless : unknown('it is used as a value');
    case 'ArrayExpression':
      return isHookDependencies(parents, parent) ? harmless : unknown('it is used as a value');
    case 'JSXMemberExpression':
      // `<Menu.Item />` renders another one.
      return harmless;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return parent.object === whole ? ofMember(file, parent) : unknown('it is used as a value');
    case 'NewExpression':
      return unknown(parent.callee === whole ? 'it is called with new' : 'it is used as a value');
    case 'TaggedTemplateExpression':
      return unknown('it is the tag of a template');
    default:
      return isCommonJsExport(file, whole) ? harmless : unknown('it is used as a value');
  }
}

const harmless: FunctionUse = { kind: 'harmless' };

function unknown(because: string): FunctionUse {
  return { kind: 'unknown', because };
}

/** `module.exports = f`, `module.exports = { f }`, `exports.f = f`. */
export function isCommonJsExport(file: SourceFile, value: Node): boolean {
  const parents = parentsOf(file);
  let assigned = value;
  const property = parents.parent(value);
  if (property?.type === 'ObjectProperty' && property.value === value) assigned = parents.parent(property) ?? value;
  const assignment = parents.parent(assigned);
  if (assignment?.type !== 'AssignmentExpression' || assignment.right !== assigned) return false;
  if (parents.parent(assignment)?.type !== 'ExpressionStatement') return false;
  const left = file.text.slice(assignment.left.start!, assignment.left.end!);
  const isGlobal = scopesOf(file)
    .unresolved()
    .some((one) => one.name === (left.startsWith('module') ? 'module' : 'exports'));
  const pattern = assigned === value ? /^(?:module\.)?exports\.[\w$]+$|^module\.exports$/ : /^module\.exports$/;
  return isGlobal && pattern.test(left);
}

function ofArgument(file: SourceFile, call: Node & { arguments: readonly Node[] }, whole: Node): FunctionUse {
  if (call.type === 'CallExpression' && call.arguments[0] === whole) {
    if (isReactWrapper(file, call)) return { kind: 'wrapped', node: call };
    if (isReactCall(file, call, ['createElement'])) return { kind: 'create', node: call };
    const callee = file.text.slice(call.callee.start!, call.callee.end!);
    // They give the mock that stands in its place, and what is expected of it.
    if (/^(?:vi|jest)\.mocked$/.test(callee) && mocks(file)) return { kind: 'mock' };
    if (callee === 'expect' && mocks(file)) return { kind: 'mock' };
  }
  return unknown('it is passed on as a value');
}

function mocks({ text }: SourceFile): boolean {
  return /\b(?:vi|jest)\.(?:do)?[mM]ock\(/.test(text);
}

const ofEveryFunction = /^(?:call|apply|bind|prototype|arguments|caller|length|toString|constructor|__proto__)$/;

function ofMember(
  file: SourceFile,
  member: Node & { type: 'MemberExpression' | 'OptionalMemberExpression' },
): FunctionUse {
  const parents = parentsOf(file);
  const { property } = member;
  if (member.computed || property.type !== 'Identifier') return unknown('a member of it is computed');
  if (ofEveryFunction.test(property.name)) return unknown(`its ${property.name} is used`);
  const parent = parents.parent(member);
  const isAssigned = parent?.type === 'AssignmentExpression' && parent.left === member && parent.operator === '=';
  if (isAssigned && parents.parent(parent)?.type === 'ExpressionStatement') {
    return /^(?:propTypes|defaultProps)$/.test(property.name)
      ? { kind: 'static', name: property.name, node: parent }
      : harmless;
  }
  if (/^(?:propTypes|defaultProps)$/.test(property.name)) return unknown(`its ${property.name} are used elsewhere`);
  // f.mockReturnValue(…), f.displayName, Menu.Item: none of them is a call of it.
  return harmless;
}

/** `jest.mock('./f')` replaces it; `jest.requireActual('./f')` gives the very function to the test. */
function ofMock(file: SourceFile, call: Node, name: string | undefined): FunctionUse {
  const source = call.type === 'CallExpression' ? file.text.slice(call.callee.start!, call.callee.end!) : '';
  if (!/actual|import|require/i.test(source)) return { kind: 'mock' };
  if (name === undefined || name === 'default') return unknown('a test takes it out of its module');
  return isCalledByName(file, name) ? unknown('a test takes it out of its module') : { kind: 'mock' };
}

/** `actual.f(true)`, and `f(true)` of `const { f } = await vi.importActual('./f')`. */
function isCalledByName(file: SourceFile, name: string): boolean {
  let called = false;
  walk(file.tree.program, (node) => {
    if (node.type === 'JSXOpeningElement') called ||= named(node.name, name) && !isImported(file, node.name);
    if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') return;
    called ||= named(node.callee, name) && !isImported(file, node.callee);
  });
  return called;
}

function named(node: Node, name: string): boolean {
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return node.name === name;
  if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') return named(node.property, name);
  return false;
}

function isImported(file: SourceFile, node: Node): boolean {
  const kind = scopesOf(file).bindingOf(node)?.kind;
  return kind === 'import' || kind === 'import-type';
}
