import type { Identifier, Node } from '@babel/types';
import type { Analysis, Handlers, MutableScope, Usage } from './analysis.ts';
import { type BindingKind, value } from './binding.ts';

/**
 * Declares every name of a pattern.
 *
 * @param target gets the names
 * @param scope resolves default values, computed keys and types
 */
export function declarePattern(
  pattern: Node | null | undefined,
  target: MutableScope,
  kind: BindingKind,
  scope: MutableScope,
  analysis: Analysis,
): void {
  if (!pattern) return;
  switch (pattern.type) {
    case 'Identifier':
      // `this` in front of the parameters only types the receiver.
      if (pattern.name !== 'this') declareName(pattern, target, kind, analysis);
      analysis.visit(pattern.typeAnnotation, scope);
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') declarePattern(property, target, kind, scope, analysis);
        else {
          visitKey(property, scope, analysis);
          declarePattern(property.value, target, kind, scope, analysis);
        }
      }
      analysis.visit(pattern.typeAnnotation, scope);
      break;
    case 'ArrayPattern':
      for (const element of pattern.elements) declarePattern(element, target, kind, scope, analysis);
      analysis.visit(pattern.typeAnnotation, scope);
      break;
    case 'AssignmentPattern':
      declarePattern(pattern.left, target, kind, scope, analysis);
      analysis.visit(pattern.right, scope);
      break;
    case 'RestElement':
      declarePattern(pattern.argument, target, kind, scope, analysis);
      analysis.visit(pattern.typeAnnotation, scope);
      break;
    case 'TSParameterProperty':
      declarePattern(pattern.parameter, target, 'param-property', scope, analysis);
      break;
    default:
      analysis.visit(pattern, scope);
  }
}

/** `var` and functions of a body whose parameter has the same name are that parameter. */
export function declareName(node: Identifier, target: MutableScope, kind: BindingKind, analysis: Analysis): void {
  const parameters =
    target.kind === 'function-body' && (kind === 'var' || kind === 'function') ? target.parent : undefined;
  const isParameter = parameters?.names.get(node.name)?.some(({ meanings }) => meanings & value);
  analysis.declare(isParameter ? parameters! : target, node.name, node, kind);
}

/** The target of an assignment: names are written, everything else is evaluated. */
export function assignTo(target: Node | null | undefined, scope: MutableScope, analysis: Analysis, usage: Usage): void {
  if (!target) return;
  switch (target.type) {
    case 'Identifier':
      analysis.refer(target, scope, value, usage);
      break;
    case 'ObjectPattern':
      for (const property of target.properties) {
        if (property.type === 'RestElement') assignTo(property.argument, scope, analysis, usage);
        else {
          visitKey(property, scope, analysis);
          assignTo(property.value, scope, analysis, usage);
        }
      }
      break;
    case 'ArrayPattern':
      for (const element of target.elements) assignTo(element, scope, analysis, usage);
      break;
    case 'AssignmentPattern':
      assignTo(target.left, scope, analysis, usage);
      analysis.visit(target.right, scope);
      break;
    case 'RestElement':
      assignTo(target.argument, scope, analysis, usage);
      break;
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
      assignTo(target.expression, scope, analysis, usage);
      break;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'TypeCastExpression':
      assignTo(target.expression, scope, analysis, usage);
      analysis.visit(target.typeAnnotation, scope);
      break;
    default:
      analysis.visit(target, scope);
  }
}

/** A key in brackets is evaluated; any other is no reference. */
export function visitKey(
  property: { computed?: boolean; key: Node; shorthand?: boolean; value?: Node | null | undefined },
  scope: MutableScope,
  analysis: Analysis,
): void {
  if (property.computed) analysis.visit(property.key, scope);
  else if (property.shorthand && property.value) {
    const twin = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    analysis.twins.set(property.key, twin);
  }
}

export const patterns: Handlers = {
  AssignmentExpression(node, scope, analysis) {
    assignTo(node.left, scope, analysis, node.operator === '=' ? write : readWrite);
    analysis.visit(node.right, scope);
  },
  UpdateExpression(node, scope, analysis) {
    assignTo(node.argument, scope, analysis, readWrite);
  },
};

export const write: Usage = { write: true };
const readWrite: Usage = { read: true, write: true };
