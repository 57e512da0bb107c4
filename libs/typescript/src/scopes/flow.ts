import type { Identifier, Node } from '@babel/types';
import type { Analysis, Handlers, MutableScope } from './analysis.ts';
import { anyMeaning, type BindingKind, type, value } from './binding.ts';

/** The types of Flow, as far as names go: what they use is seen, what they mean is not checked. */
export const flow: Handlers = {
  GenericTypeAnnotation: visitUse,
  InterfaceExtends: visitUse,
  ClassImplements: visitUse,
  TypeofTypeAnnotation(node, scope, analysis) {
    const { argument } = node;
    const name = argument.type === 'GenericTypeAnnotation' ? argument.id : argument;
    if (name.type === 'Identifier') analysis.refer(name, scope, value, { type: true, query: true });
    else referToHead(name, scope, analysis);
  },
  TypeAlias: declares('type'),
  OpaqueType: declares('type'),
  DeclareTypeAlias: declares('type'),
  DeclareOpaqueType: declares('type'),
  InterfaceDeclaration: declares('interface'),
  DeclareInterface: declares('interface'),
  DeclareClass: declares('class'),
  DeclareVariable: declares('var'),
  DeclareFunction: declares('function'),
  EnumDeclaration(node, scope, analysis) {
    analysis.declare(scope, node.id.name, node.id, 'enum');
  },
  DeclareModule(node, scope, analysis) {
    analysis.enter(node.body, analysis.scope('ambient-module', node, scope));
  },
  DeclareExportDeclaration(node, scope, analysis) {
    analysis.visit(node.declaration, scope);
    if (node.source) return;
    for (const { local } of node.specifiers ?? []) {
      if (local?.type === 'Identifier') analysis.refer(local, scope, anyMeaning, { export: true, read: true });
    }
  },
  DeclareExportAllDeclaration() {},
  TypeParameter(node, scope, analysis) {
    analysis.declare(scope, node.name, node, 'type-param');
    analysis.visit(node.bound, scope);
    analysis.visit(node.default, scope);
  },
  FunctionTypeAnnotation(node, scope, analysis) {
    analysis.visitChildren(node, analysis.open('signature', node, scope));
  },
  FunctionTypeParam(node, scope, analysis) {
    analysis.visit(node.typeAnnotation, scope);
  },
  ObjectTypeProperty(node, scope, analysis) {
    analysis.visit(node.value, scope);
  },
  ObjectTypeIndexer(node, scope, analysis) {
    analysis.visit(node.key, scope);
    analysis.visit(node.value, scope);
  },
  ObjectTypeInternalSlot(node, scope, analysis) {
    analysis.visit(node.value, scope);
  },
};

function visitUse(
  node: Node & { id: Node; typeParameters?: Node | null },
  scope: MutableScope,
  analysis: Analysis,
): void {
  // Flow takes a constant that holds a class for a type.
  if (node.id.type === 'Identifier') analysis.refer(node.id, scope, type | value, { type: true });
  else referToHead(node.id, scope, analysis);
  analysis.visit(node.typeParameters, scope);
}

function referToHead(node: Node, scope: MutableScope, analysis: Analysis): void {
  let head = node;
  while (head.type === 'QualifiedTypeIdentifier') head = head.qualification;
  if (head.type === 'Identifier') analysis.refer(head, scope, anyMeaning, { type: true });
}

function declares(kind: BindingKind) {
  return (node: Node & { id: Identifier }, scope: MutableScope, analysis: Analysis): void => {
    analysis.declare(scope, node.id.name, node.id, kind);
    analysis.visit(node.id.typeAnnotation, scope);
    const inner = analysis.scope('type', node, scope);
    const parts = node as unknown as Record<string, Node | Node[] | null | undefined>;
    for (const key of ['typeParameters', 'supertype', 'impltype', 'right', 'extends', 'mixins', 'implements', 'body']) {
      const part = parts[key];
      if (Array.isArray(part)) analysis.enterAll(part, inner);
      else analysis.enter(part, inner);
    }
  };
}
