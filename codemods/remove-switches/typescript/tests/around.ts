import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf, walk } from '@ffsd/typescript';

type Call = Node & { readonly type: 'CallExpression' };

/** What a place of a test file runs in. */
export type Around =
  /** `it('…', () => …)` */
  | { readonly kind: 'test'; readonly call: Call }
  /** A hook such as `beforeEach` of a `describe`, or of the file when there is none. */
  | { readonly kind: 'hook'; readonly hook: Call; readonly group: Call | undefined }
  /** A function that tests call. */
  | { readonly kind: 'helper'; readonly node: Node }
  | { readonly kind: 'none' };

export function aroundOf(file: SourceFile, place: Node): Around {
  const parents = parentsOf(file);
  let helper: Node | undefined;
  for (const node of parents.ancestors(place)) {
    if (!/Function|^(?:Object|Class)Method$/.test(node.type)) continue;
    const call = parents.parent(node);
    const role = call?.type === 'CallExpression' && call.arguments.includes(node as never) ? roleOf(call) : undefined;
    if (role === 'test') return { kind: 'test', call: call as Call };
    if (role === 'hook') return { kind: 'hook', hook: call as Call, group: groupAround(file, call!) };
    if (role === 'group') break;
    const isNamed = node.type === 'FunctionDeclaration' || call?.type === 'VariableDeclarator';
    if (isNamed) helper ??= node;
  }
  return helper ? { kind: 'helper', node: helper } : { kind: 'none' };
}

/** The innermost `describe` around a place. */
export function groupAround(file: SourceFile, place: Node): Call | undefined {
  for (const node of parentsOf(file).ancestors(place)) {
    if (node.type === 'CallExpression' && roleOf(node) === 'group') return node;
  }
  return undefined;
}

/** What a call of the test framework does: `it.only(…)` and `test.each([…])(…)` make tests, too. */
export function roleOf(call: Call): 'test' | 'group' | 'hook' | undefined {
  let callee: Node = call.callee;
  for (;;) {
    if (callee.type === 'MemberExpression') callee = callee.object;
    else if (callee.type === 'CallExpression') callee = callee.callee;
    else if (callee.type === 'TaggedTemplateExpression') callee = callee.tag;
    else break;
  }
  if (callee.type !== 'Identifier' || !call.arguments.some(({ type }) => /Function/.test(type))) return undefined;
  if (/^(?:it|test|specify|fit|xit)$/.test(callee.name)) return 'test';
  if (/^(?:describe|context|suite|fdescribe|xdescribe)$/.test(callee.name)) return 'group';
  return /^(?:beforeEach|beforeAll|before|setup)$/.test(callee.name) ? 'hook' : undefined;
}

/** `beforeEach(…)`, `afterAll(…)`, and whatever else runs around tests. */
export function isHook(call: Call): boolean {
  const { callee } = call;
  return (
    roleOf(call) === 'hook' ||
    (callee.type === 'Identifier' && /^(?:(?:before|after)(?:Each|All)?|setup|teardown)$/.test(callee.name))
  );
}

/** The title, when it is a text. */
export function titleOf({ arguments: [first] }: Call): string | undefined {
  if (first?.type === 'StringLiteral') return first.value;
  return first?.type === 'TemplateLiteral' && first.expressions.length === 0
    ? (first.quasis[0]!.value.cooked ?? undefined)
    : undefined;
}

/** The tests and groups within a node. */
export function testsWithin(node: Node): readonly Call[] {
  const found: Call[] = [];
  walk(node, (inner) => {
    if (inner.type === 'CallExpression' && roleOf(inner) === 'test') found.push(inner);
  });
  return found;
}

/** Whether something is checked there: `expect(…)`, `assert.equal(…)`, `request.expect(200)`. */
export function checks({ text }: SourceFile, { start, end }: Node): boolean {
  return /\bexpect\b|\bassert\b|\.should\b/.test(text.slice(start!, end!));
}

/** The statements of a function's body. */
export function statementsIn(node: Node | undefined): readonly Node[] {
  return node && 'body' in node && (node.body as Node).type === 'BlockStatement'
    ? (node.body as Node & { type: 'BlockStatement' }).body
    : [];
}

export function callbackOf(call: Call): Node | undefined {
  return call.arguments.find(({ type }) => /Function/.test(type));
}
