import type {
  Identifier,
  Node,
  TSConditionalType,
  TSInterfaceDeclaration,
  TSTypeAliasDeclaration,
  TSTypeParameter,
  TSTypePredicate,
  TSTypeQuery,
  TSTypeReference,
} from '@babel/types';
import type { Analysis, Handlers, MutableScope } from './analysis.ts';
import { type Meanings, namespace, type, value } from './binding.ts';
import { declarePattern, visitKey } from './patterns.ts';

export const types: Handlers = {
  TSTypeReference(node: TSTypeReference, scope, analysis) {
    referToEntity(node.typeName, scope, analysis, type);
    analysis.visit(node.typeParameters, scope);
  },
  TSExpressionWithTypeArguments(node, scope, analysis) {
    referToEntity(node.expression, scope, analysis, type);
    analysis.visit(node.typeParameters, scope);
  },
  TSTypeQuery(node: TSTypeQuery, scope, analysis) {
    if (node.exprName.type === 'TSImportType') analysis.visit(node.exprName, scope);
    else referToEntity(node.exprName, scope, analysis, value);
    analysis.visit(node.typeParameters, scope);
  },
  TSTypePredicate(node: TSTypePredicate, scope, analysis) {
    if (node.parameterName.type === 'Identifier') referToEntity(node.parameterName, scope, analysis, value);
    analysis.visit(node.typeAnnotation, scope);
  },
  TSImportType(node, scope, analysis) {
    analysis.visit(node.typeParameters, scope);
  },
  TSNamedTupleMember(node, scope, analysis) {
    analysis.visit(node.elementType, scope);
  },
  TSPropertySignature(node, scope, analysis) {
    visitKey(node, scope, analysis);
    analysis.visit(node.typeAnnotation, scope);
  },
  TSMethodSignature(node, scope, analysis) {
    visitKey(node, scope, analysis);
    visitSignature(node, scope, analysis);
  },
  TSFunctionType: visitSignature,
  TSConstructorType: visitSignature,
  TSCallSignatureDeclaration: visitSignature,
  TSConstructSignatureDeclaration: visitSignature,
  TSIndexSignature: visitSignature,

  TSTypeAliasDeclaration(node: TSTypeAliasDeclaration, scope, analysis) {
    analysis.declare(scope, node.id.name, node.id, 'type');
    const inner = analysis.scope('type', node, scope);
    analysis.enter(node.typeParameters, inner);
    analysis.enter(node.typeAnnotation, inner);
  },
  TSInterfaceDeclaration(node: TSInterfaceDeclaration, scope, analysis) {
    analysis.declare(scope, node.id.name, node.id, 'interface');
    const inner = analysis.scope('type', node, scope);
    analysis.enter(node.typeParameters, inner);
    analysis.enterAll(node.extends, inner);
    analysis.enter(node.body, inner);
  },
  TSMappedType(node, scope, analysis) {
    analysis.visitChildren(node, analysis.open('type', node, scope));
  },
  TSTypeParameter(node: TSTypeParameter, scope, analysis) {
    analysis.declare(scope, node.name, node, 'type-param');
    analysis.visit(node.constraint, scope);
    analysis.visit(node.default, scope);
  },
  TSInferType(node, scope, analysis) {
    const { typeParameter } = node;
    const target = analysis.inferScope ?? scope;
    if (target !== scope) analysis.inside.set(typeParameter, target);
    analysis.declare(target, typeParameter.name, typeParameter, 'type-param');
    analysis.visit(typeParameter.constraint, scope);
  },
  TSConditionalType(node: TSConditionalType, scope, analysis) {
    const outer = analysis.inferScope;
    const inner = analysis.scope('type', node, scope);
    analysis.visit(node.checkType, scope);
    analysis.inferScope = inner;
    analysis.visit(node.extendsType, scope);
    analysis.inferScope = outer;
    // What was inferred is known only where the condition holds.
    analysis.enter(node.trueType, inner);
    analysis.visit(node.falseType, scope);
  },
};

/** `A` of `A`, and of `A.B.C`; the other names are members. */
function referToEntity(entity: Node, scope: MutableScope, analysis: Analysis, meaning: Meanings): void {
  let head = entity;
  while (head.type === 'TSQualifiedName') head = head.left;
  // `typeof this.x` is no name, and neither is the `const` of `as const`.
  if (head.type !== 'Identifier' || head.name === 'this' || head.name === 'const') return;
  const query = meaning === value;
  analysis.refer(head, scope, head === entity || query ? meaning : namespace, { type: true, query });
}

function visitSignature(
  node: Node & { typeParameters?: Node | null; parameters: Identifier[]; typeAnnotation?: Node | null },
  outer: MutableScope,
  analysis: Analysis,
): void {
  const scope = analysis.scope('signature', node, outer);
  analysis.enter(node.typeParameters, scope);
  for (const parameter of node.parameters) {
    analysis.inside.set(parameter, scope);
    declarePattern(parameter, scope, 'signature-param', scope, analysis);
  }
  analysis.enter(node.typeAnnotation, scope);
}
