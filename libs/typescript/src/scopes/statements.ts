import type { Node } from '@babel/types';
import type { Analysis, Handlers, MutableScope } from './analysis.ts';
import { assignTo, declarePattern, write } from './patterns.ts';

export const statements: Handlers = {
  BlockStatement(node, scope, analysis) {
    analysis.visitChildren(node, analysis.open('block', node, scope));
  },
  VariableDeclaration(node, scope, analysis) {
    const kind = node.kind === 'await using' ? 'using' : node.kind;
    const target = kind === 'var' ? scope.varScope : scope;
    for (const { id, init } of node.declarations) {
      declarePattern(id, target, kind, scope, analysis);
      analysis.visit(init, scope);
    }
  },
  ForStatement(node, scope, analysis) {
    analysis.visitChildren(node, analysis.open('for', node, scope));
  },
  ForInStatement: visitLoop,
  ForOfStatement: visitLoop,
  SwitchStatement(node, scope, analysis) {
    analysis.visit(node.discriminant, scope);
    analysis.enterAll(node.cases, analysis.scope('switch', node, scope));
  },
  CatchClause(node, scope, analysis) {
    const inner = analysis.open('catch', node, scope);
    declarePattern(node.param, inner, 'catch', inner, analysis);
    analysis.visit(node.body, inner);
  },
  WithStatement(node, scope, analysis) {
    analysis.hasWith = true;
    analysis.visitChildren(node, scope);
  },
  LabeledStatement(node, scope, analysis) {
    analysis.visit(node.body, scope);
  },
  BreakStatement() {},
  ContinueStatement() {},
};

function visitLoop(
  node: { left: Node; right: Node; body: Node } & Node,
  scope: MutableScope,
  analysis: Analysis,
): void {
  const inner = analysis.open('for', node, scope);
  if (node.left.type === 'VariableDeclaration') analysis.visit(node.left, inner);
  else assignTo(node.left, inner, analysis, write);
  analysis.visit(node.right, inner);
  analysis.visit(node.body, inner);
}
