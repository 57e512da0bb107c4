import type {
  AST,
  TmplAstBoundAttribute,
  TmplAstElement,
  TmplAstIfBlock,
  TmplAstNode,
  TmplAstSwitchBlock,
  TmplAstTemplate,
} from '@angular/compiler';
import type { Span } from '../span.ts';
import { compiler } from './compiler.ts';
import { convertExpression } from './convert-expression.ts';
import type { AngularExpression } from './expression.ts';
import { withAngularParts } from './expression.ts';
import { rawAttributes } from './raw-attributes.ts';
import type {
  AngularAttribute,
  AngularBlock,
  AngularCase,
  AngularElement,
  AngularIf,
  AngularNode,
  AngularPlace,
  AngularStructural,
  AngularSwitch,
} from './tree.ts';

/** What Angular's parser gives, as nodes, places and names with offsets in the text of the file. */
export class NodeConverter {
  readonly places: AngularPlace[] = [];
  /** Every name that the template itself gives a meaning. */
  readonly declared = new Set<string>();
  private readonly text: string;
  private readonly shift: number;

  /** @param shift where the template begins in the text */
  constructor(text: string, shift: number) {
    this.text = text;
    this.shift = shift;
  }

  nodes(nodes: readonly TmplAstNode[], parent: AngularNode | undefined): readonly AngularNode[] {
    return nodes.flatMap((node) => this.node(node, parent));
  }

  private node(node: TmplAstNode, parent: AngularNode | undefined): readonly AngularNode[] {
    const ng = compiler();
    const common = { ...this.span(node.sourceSpan), parent };
    if (node instanceof ng.TmplAstTemplate && node.templateAttrs.length + node.variables.length > 0) {
      const [inner] = node.children;
      // `<div *ngIf>` is a template around the element for the parser.
      const isAround =
        node.tagName !== 'ng-template' || (node.templateAttrs.length > 0 && inner instanceof ng.TmplAstTemplate);
      if (isAround && inner && 'sourceSpan' in inner && this.span(inner.sourceSpan).start === common.start)
        return [this.element(inner as TmplAstElement, parent, node)];
    }
    if (
      node instanceof ng.TmplAstElement ||
      node instanceof ng.TmplAstTemplate ||
      node instanceof ng.TmplAstContent ||
      node instanceof ng.TmplAstComponent
    )
      return [this.element(node as TmplAstElement, parent)];
    if (node instanceof ng.TmplAstIfBlock) return [this.ifBlock(node, common)];
    if (node instanceof ng.TmplAstSwitchBlock) return [this.switchBlock(node, common)];
    const text: AngularNode = { ...common, kind: 'text' };
    if (node instanceof ng.TmplAstBoundText) {
      this.outputs(node.value, text, undefined);
      return [text];
    }
    if (node instanceof ng.TmplAstLetDeclaration) {
      this.declared.add(node.name);
      const nameSpan = this.span(node.nameSpan);
      this.place(node.value, text, { kind: 'let', name: node.name, nameSpan, span: this.span(node.sourceSpan) });
      return [text];
    }
    if (node instanceof ng.TmplAstText || node instanceof ng.TmplAstReference || node instanceof ng.TmplAstVariable)
      return [text];
    return [this.block(node, common)];
  }

  private element(node: TmplAstElement, parent: AngularNode | undefined, around?: TmplAstTemplate): AngularElement {
    const ng = compiler();
    const open = this.span(node.startSourceSpan);
    const own = node as TmplAstElement & Partial<TmplAstTemplate>;
    const element: Mutable<AngularElement> = {
      ...this.span(node.sourceSpan),
      parent,
      kind: 'element',
      name: node instanceof ng.TmplAstTemplate ? 'ng-template' : node.name,
      open,
      close: node.endSourceSpan ? this.span(node.endSourceSpan) : undefined,
      attributes: [],
      structural: undefined,
      children: [],
    };
    element.attributes = this.attributes(own, element);
    if (around) element.structural = this.structural(around, element);
    element.children = this.nodes(node.children, element);
    return element;
  }

  private attributes(
    node: TmplAstElement & Partial<TmplAstTemplate>,
    element: AngularElement,
  ): readonly AngularAttribute[] {
    const found: AngularAttribute[] = [];
    const add = (kind: AngularAttribute['kind'], name: string, span: Span) => {
      const raw = rawAttributes(this.text, element.open).find((one) => one.start <= span.start && span.start < one.end);
      const attribute = { kind, name, start: raw?.start ?? span.start, end: raw?.end ?? span.end, value: raw?.value };
      // `[(on)]` is a property and an event for the parser.
      if (!found.some((one) => one.start === attribute.start)) found.push(attribute);
      return attribute;
    };
    for (const one of node.attributes) add('text', one.name, this.span(one.sourceSpan));
    for (const one of node.inputs ?? []) {
      const attribute = add(kindOf(one), one.name, this.span(one.sourceSpan));
      this.bound(one.value, element, attribute);
    }
    for (const one of node.outputs ?? []) {
      const attribute = add('event', one.name, this.span(one.sourceSpan));
      const isTwoWay = found.some((other) => other.start === attribute.start && other.kind === 'two-way');
      if (!isTwoWay) this.bound(one.handler, element, attribute);
    }
    for (const one of node.references ?? []) {
      this.declared.add(one.name);
      add('reference', one.name, this.span(one.sourceSpan));
    }
    for (const one of node.variables ?? []) {
      this.declared.add(one.name);
      add('variable', one.name, this.span(one.sourceSpan));
    }
    // Those of directives that are written as `@Tooltip(text="…")`.
    for (const one of node.directives ?? []) {
      for (const input of one.inputs) this.place(input.value, element, { kind: 'other' });
      for (const output of one.outputs) this.place(output.handler, element, { kind: 'other' });
    }
    return found.sort((a, b) => a.start - b.start);
  }

  private structural(around: TmplAstTemplate, element: AngularElement): AngularStructural | undefined {
    for (const { name } of around.variables) this.declared.add(name);
    const raw = rawAttributes(this.text, element.open).find(({ name }) => name.startsWith('*'));
    if (!raw) return undefined;
    const inputs = around.templateAttrs.flatMap((one) => {
      if (!('keySpan' in one) || typeof one.value === 'string') return [];
      const expression = this.place(one.value, element, { kind: 'structural', element, input: one.name });
      return [{ ...this.span(one.sourceSpan), name: one.name, expression }];
    });
    return {
      start: raw.start,
      end: raw.end,
      name: raw.name.slice(1),
      inputs,
      variables: around.variables.map(({ name }) => name),
    };
  }

  private bound(value: AST, element: AngularElement, attribute: AngularAttribute): void {
    const { ASTWithSource, Interpolation } = compiler();
    const inner = value instanceof ASTWithSource ? value.ast : value;
    if (inner instanceof Interpolation) this.outputs(value, element, attribute);
    else this.place(value, element, { kind: 'attribute', element, attribute });
  }

  /** `a {{ b }} c {{ d }}` */
  private outputs(value: AST, node: AngularNode, attribute: AngularAttribute | undefined): void {
    const { ASTWithSource, Interpolation } = compiler();
    const inner = value instanceof ASTWithSource ? value.ast : value;
    if (!(inner instanceof Interpolation)) return;
    for (const one of inner.expressions) {
      const expression = convertExpression(one, this.shift);
      const before = /\{\{\s*$/.exec(this.text.slice(Math.max(0, expression.start - 500), expression.start));
      const behind = /^\s*\}\}/.exec(this.text.slice(expression.end));
      const span = {
        start: expression.start - (before?.[0].length ?? 0),
        end: expression.end + (behind?.[0].length ?? 0),
      };
      const isExact = before !== null && behind !== null && this.isExact(expression);
      this.places.push({ expression, node, isExact, kind: 'output', span, attribute });
    }
  }

  private place(value: AST, node: AngularNode, more: PlaceKind): AngularExpression {
    const expression = convertExpression(value, this.shift);
    this.places.push({ expression, node, isExact: this.isExact(expression), ...more });
    for (const part of withAngularParts(expression)) {
      if (part.type === 'other') for (const name of part.binds) this.declared.add(name);
    }
    return expression;
  }

  /** Where an entity stands for a character the offsets behind it are others. */
  private isExact(expression: AngularExpression): boolean {
    const source = this.text.slice(expression.start, expression.end);
    return (
      !/&#?\w+;/.test(source) &&
      source.trim() === source &&
      withAngularParts(expression).every((node) => {
        if (node.type !== 'name' && node.type !== 'member' && node.type !== 'pipe') return true;
        return this.text.slice(node.nameSpan.start, node.nameSpan.end) === node.name;
      })
    );
  }

  private ifBlock(node: TmplAstIfBlock, common: Span & { readonly parent: AngularNode | undefined }): AngularIf {
    const branches: AngularIf['branches'][number][] = [];
    const block: AngularIf = { ...common, kind: 'if', branches };
    for (const [index, branch] of node.branches.entries()) {
      if (branch.expressionAlias) this.declared.add(branch.expressionAlias.name);
      branches.push({
        ...this.span(branch.sourceSpan),
        inner: this.inner(branch),
        test: branch.expression ? this.place(branch.expression, block, { kind: 'test', block, index }) : undefined,
        alias: branch.expressionAlias?.name,
        children: this.nodes(branch.children, block),
      });
    }
    return block;
  }

  private switchBlock(
    node: TmplAstSwitchBlock,
    common: Span & { readonly parent: AngularNode | undefined },
  ): AngularSwitch {
    const branches: AngularCase[] = [];
    const block: AngularSwitch = { ...common, kind: 'switch', branches };
    this.place(node.expression, block, { kind: 'switch', block });
    for (const group of node.groups) {
      branches.push({
        ...this.span(group.sourceSpan),
        inner: this.inner(group),
        values: group.cases.map(({ expression }) =>
          expression ? this.place(expression, block, { kind: 'other' }) : undefined,
        ),
        children: this.nodes(group.children, block),
      });
    }
    return block;
  }

  /** `@for`, `@defer`, a message with plurals, and what else there may come to be. */
  private block(node: TmplAstNode, common: Span & { readonly parent: AngularNode | undefined }): AngularBlock {
    const ng = compiler();
    const children: AngularNode[] = [];
    const block: AngularBlock = { ...common, kind: 'block', children };
    const take = (value: unknown): void => {
      if (Array.isArray(value)) for (const one of value) take(one);
      else if (value instanceof ng.TmplAstVariable) this.declared.add(value.name);
      else if (value instanceof ng.AST) this.place(value, block, { kind: 'other' });
      else if (isNode(value)) children.push(...this.node(value, block));
      else if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
        for (const one of Object.values(value)) take(one);
    };
    for (const [key, value] of Object.entries(node)) if (key !== 'i18n' && !/Span$/.test(key)) take(value);
    return block;
  }

  private inner({ startSourceSpan, endSourceSpan, sourceSpan }: Braced): Span {
    const whole = this.span(sourceSpan);
    return {
      start: this.span(startSourceSpan).end,
      end: endSourceSpan ? this.span(endSourceSpan).start : whole.end,
    };
  }

  private span({ start, end }: CompilerSpan): Span {
    return { start: start.offset + this.shift, end: end.offset + this.shift };
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type CompilerSpan = { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
type Braced = {
  readonly sourceSpan: CompilerSpan;
  readonly startSourceSpan: CompilerSpan;
  readonly endSourceSpan: CompilerSpan | null;
};
type PlaceKind = AngularPlace extends infer P
  ? P extends AngularPlace
    ? Omit<P, 'expression' | 'isExact' | 'node'>
    : never
  : never;

function isNode(value: unknown): value is TmplAstNode {
  return typeof value === 'object' && value !== null && 'sourceSpan' in value && 'visit' in value;
}

function kindOf({ type }: TmplAstBoundAttribute): AngularAttribute['kind'] {
  const { BindingType } = compiler();
  switch (type) {
    case BindingType.Property:
      return 'property';
    case BindingType.Attribute:
      return 'attribute';
    case BindingType.Class:
      return 'class';
    case BindingType.Style:
      return 'style';
    case BindingType.TwoWay:
      return 'two-way';
    case BindingType.Animation:
    case BindingType.LegacyAnimation:
      return 'animation';
    default:
      return type satisfies never;
  }
}
