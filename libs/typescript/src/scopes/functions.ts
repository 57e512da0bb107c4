import type { BlockStatement, Decorator, Identifier, Node } from '@babel/types';
import type { Analysis, Handlers, MutableScope } from './analysis.ts';
import { declareName, declarePattern, visitKey } from './patterns.ts';

export const functions: Handlers = {
  FunctionDeclaration(node, scope, analysis) {
    if (node.id) declareFunction(node.id, scope, analysis, true);
    visitFunction(node, scope, analysis);
  },
  TSDeclareFunction(node, scope, analysis) {
    if (node.id) declareFunction(node.id, scope, analysis, false);
    visitFunction(node, scope, analysis);
  },
  FunctionExpression(node, scope, analysis) {
    if (!node.id) return visitFunction(node, scope, analysis);
    const named = analysis.scope('function-name', node, scope);
    analysis.inside.set(node.id, named);
    analysis.declare(named, node.id.name, node.id, 'function-name');
    visitFunction(node, named, analysis);
  },
  ArrowFunctionExpression: visitFunction,
  ObjectMethod: visitMethod,
  ClassMethod: visitMethod,
  ClassPrivateMethod: visitMethod,
  TSDeclareMethod: visitMethod,
};

type FunctionNode = Node & {
  params: Node[];
  body?: Node;
  typeParameters?: Node | null;
  returnType?: Node | null;
  predicate?: Node | null;
};

function visitMethod(
  node: FunctionNode & { key: Node; computed: boolean; decorators?: Decorator[] | null },
  scope: MutableScope,
  analysis: Analysis,
): void {
  analysis.visitAll(node.decorators, scope);
  visitKey({ key: node.key, computed: node.computed }, scope, analysis);
  visitFunction(node, scope, analysis);
}

function visitFunction(node: FunctionNode, outer: MutableScope, analysis: Analysis): void {
  const scope = analysis.scope(node.body ? 'function' : 'signature', node, outer);
  analysis.enter(node.typeParameters, scope);
  for (const param of node.params) {
    analysis.inside.set(param, scope);
    // Decorators of parameters run once, when the class is made: they see no parameter.
    for (const decorator of (param as { decorators?: Decorator[] | null }).decorators ?? []) {
      analysis.enter(decorator, outer);
    }
    declarePattern(param, scope, node.body ? 'param' : 'signature-param', scope, analysis);
  }
  analysis.enter(node.returnType, scope);
  analysis.enter(node.predicate, scope);
  if (!node.body) return;
  analysis.inside.set(node.body, scope);
  if (node.body.type === 'BlockStatement') visitBody(node.body, scope, analysis);
  else analysis.visit(node.body, scope);
}

function visitBody(body: BlockStatement, scope: MutableScope, analysis: Analysis): void {
  if (isStrict(body)) scope.strict = true;
  const inner = analysis.open('function-body', body, scope);
  analysis.visitAll(body.body, inner);
}

export function isStrict({ directives }: { directives?: readonly { value: { value: string } }[] }): boolean {
  return directives?.some(({ value }) => value.value === 'use strict') ?? false;
}

/**
 * In strict code a function in a block is local to the block. In sloppy code it is seen behind the block too: there, the
 * name of the block and that of the function are taken as one, which can only see too many uses, never too few.
 */
function declareFunction(id: Identifier, scope: MutableScope, analysis: Analysis, hasBody: boolean): void {
  const target = scope.strict ? scope : scope.varScope;
  declareName(id, target, 'function', analysis);
  const binding = analysis.declared.get(id)!;
  // Overloads have no body; a second body takes the place of the first.
  if (hasBody && binding.hasBody) binding.redeclared = true;
  binding.hasBody ||= hasBody;
  if (target === scope) return;
  const names = analysis.namesOf(scope);
  const own = names.get(id.name);
  if (!own) names.set(id.name, [binding]);
  else if (!own.includes(binding)) own.push(binding);
}
