import type { ComponentTemplate, TemplateNameNode, TemplateScopeNode } from '../component/template-nodes.ts';
import type { Handlers } from './analysis.ts';
import { value } from './binding.ts';
import { declarePattern } from './patterns.ts';

/** The names in the template of a component. */
export const templates: Handlers = {
  ComponentTemplate(node: ComponentTemplate, scope, analysis) {
    // A component that is an object gives its template the members of the object, and no name of the script.
    const seen = node.seesScript ? scope : analysis.scope('global', node as never, undefined);
    analysis.enterAll(node.body, seen);
  },
  TemplateScope(node: TemplateScopeNode, scope, analysis) {
    const inner = analysis.open('block', node as never, scope);
    for (const parameter of node.parameters) declarePattern(parameter, inner, 'param', inner, analysis);
    analysis.visitAll(node.body, inner);
  },
  TemplateName(node: TemplateNameNode, scope, analysis) {
    analysis.refer(node.name, scope, value, { read: true });
  },
};
