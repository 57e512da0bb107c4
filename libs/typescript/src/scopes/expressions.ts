import type { Handlers } from './analysis.ts';
import { value } from './binding.ts';
import { visitKey } from './patterns.ts';

const read = { read: true };

export const expressions: Handlers = {
  Identifier(node, scope, analysis) {
    analysis.refer(node, scope, value, read);
  },
  MemberExpression(node, scope, analysis) {
    analysis.visit(node.object, scope);
    if (node.computed) analysis.visit(node.property, scope);
  },
  OptionalMemberExpression(node, scope, analysis) {
    analysis.visit(node.object, scope);
    if (node.computed) analysis.visit(node.property, scope);
  },
  ObjectProperty(node, scope, analysis) {
    visitKey(node, scope, analysis);
    analysis.visit(node.value, scope);
  },
  // Names of no variables: #x, new.target and import.meta, labels.
  PrivateName() {},
  MetaProperty() {},
};
