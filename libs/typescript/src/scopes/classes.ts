import type { ClassDeclaration, ClassExpression, ClassProperty } from '@babel/types';
import type { Analysis, Handlers, MutableScope } from './analysis.ts';
import { visitKey } from './patterns.ts';

export const classes: Handlers = {
  ClassDeclaration(node, scope, analysis) {
    if (node.id) analysis.declare(scope, node.id.name, node.id, 'class');
    visitClass(node, scope, analysis);
  },
  ClassExpression: visitClass,
  ClassProperty: visitField,
  ClassPrivateProperty: visitField,
  ClassAccessorProperty: visitField,
  StaticBlock(node, scope, analysis) {
    analysis.visitAll(node.body, analysis.open('static-block', node, scope));
  },
};

function visitClass(node: ClassDeclaration | ClassExpression, outer: MutableScope, analysis: Analysis): void {
  analysis.visitAll(node.decorators, outer);
  const scope = analysis.scope('class', node, outer);
  scope.strict = true;
  if (node.type === 'ClassExpression' && node.id) {
    analysis.inside.set(node.id, scope);
    analysis.declare(scope, node.id.name, node.id, 'class-name');
  }
  analysis.enter(node.typeParameters, scope);
  analysis.enter(node.superClass, scope);
  analysis.enter(node.superTypeParameters, scope);
  analysis.enterAll(node.implements, scope);
  analysis.enter(node.body, scope);
}

function visitField(node: ClassProperty, scope: MutableScope, analysis: Analysis): void {
  analysis.visitAll(node.decorators, scope);
  visitKey({ key: node.key, computed: node.computed ?? false }, scope, analysis);
  analysis.visit(node.typeAnnotation, scope);
  if (node.value) analysis.enter(node.value, analysis.scope('field', node, scope));
}
