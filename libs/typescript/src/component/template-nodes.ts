import type { Identifier, Node } from '@babel/types';
import type { TemplateHost } from '@ffsd/templates';
import { parentsOf } from '../parents.ts';
import type { SourceFile } from '../parse.ts';

/** The template of a component, at the end of the statements of its script. Babel knows no such node, and needs none. */
export interface ComponentTemplate {
  readonly type: 'ComponentTemplate';
  readonly start: number;
  readonly end: number;
  readonly seesScript: boolean;
  readonly body: readonly Node[];
}

/** An expression of a template, or the block of statements of a handler. */
export interface TemplateExpression {
  readonly type: 'TemplateExpression';
  readonly start: number;
  readonly end: number;
  readonly expression: Node;
  /** The characters of the expression stand in the file as they are, so that they can be replaced. */
  readonly isExact: boolean;
  readonly host: TemplateHost;
}

/** A part of a template with names of its own. */
export interface TemplateScopeNode {
  readonly type: 'TemplateScope';
  readonly start: number;
  readonly end: number;
  readonly parameters: readonly Node[];
  readonly body: readonly Node[];
}

/** A tag or directive by the name that it has in the script. */
export interface TemplateNameNode {
  readonly type: 'TemplateName';
  readonly start: number;
  readonly end: number;
  readonly name: Identifier;
}

export type TemplateNode = ComponentTemplate | TemplateExpression | TemplateScopeNode | TemplateNameNode;

/** The tree of the script has these among its nodes, although their types are not in the union of Babel's. */
export function asNode(node: TemplateNode): Node {
  return node as unknown as Node;
}

export function asTemplateNode(node: Node | undefined): TemplateNode | undefined {
  const one = node as unknown as TemplateNode | undefined;
  switch (one?.type) {
    case 'ComponentTemplate':
    case 'TemplateExpression':
    case 'TemplateScope':
    case 'TemplateName':
      return one;
    default:
      return undefined;
  }
}

/** The expression of a template that the node belongs to; undefined for a node of the script. */
export function templateExpressionOf(file: SourceFile, node: Node): TemplateExpression | undefined {
  if (!file.component) return undefined;
  for (const ancestor of parentsOf(file).ancestors(node)) {
    const one = asTemplateNode(ancestor);
    if (one) return one.type === 'TemplateExpression' ? one : undefined;
  }
  return undefined;
}
