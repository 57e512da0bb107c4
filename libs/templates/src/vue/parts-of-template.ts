import type {
  AttributeNode,
  DirectiveNode,
  ElementNode,
  ExpressionNode,
  SimpleExpressionNode,
  TemplateChildNode,
} from '@vue/compiler-dom';
import type { TemplateCode, TemplateName, TemplatePart, TemplateScope } from '../component/component-file.ts';
import type { VueElement, VueHost } from './vue-host.ts';
import { camelized, capitalized, spanOf } from './vue-nodes.ts';

/** The expressions, names and texts of a template, in the scopes that it opens. */
export function partsOfTemplate(text: string, template: ElementNode): readonly TemplatePart[] {
  const element: VueElement = { node: template, parent: undefined };
  return template.children.flatMap((child) => partsOfNode(text, child, element));
}

function partsOfNode(text: string, node: TemplateChildNode, parent: VueElement): readonly TemplatePart[] {
  if (node.type === 5) return codeOf(text, node.content, { kind: 'interpolation', node, element: parent });
  if (node.type !== 1) return [];
  const element: VueElement = { node, parent };
  const loop = node.props.find((prop): prop is DirectiveNode => prop.type === 7 && prop.name === 'for');
  const test =
    loop && node.props.find((prop): prop is DirectiveNode => prop.type === 7 && /^(?:else-)?if$/.test(prop.name));
  const inside = [
    ...nameOfTag(node),
    ...node.props.flatMap((prop) => (prop === loop || prop === test ? [] : partsOfProp(text, prop, element))),
    ...withSlot(
      text,
      node,
      node.children.flatMap((child) => partsOfNode(text, child, element)),
    ),
  ];
  if (!loop) return inside;
  const { source, value, key, index } = loop.forParseResult ?? {};
  const names = [value, key, index].flatMap((one) => (one ? [parameterOf(text, one)] : []));
  const outside = source ? codeOf(text, source, { kind: 'directive', directive: loop, element }) : [];
  const tested = test?.exp ? testBeside(text, names, test.exp, { kind: 'directive', directive: test, element }) : [];
  const body = names.length > 0 && tested.length > 1 ? [...inside, tested[1]!] : inside;
  return [...outside, ...tested.slice(0, 1), { kind: 'scope', ...spanOf(node), parameters: names, parts: body }];
}

/**
 * `v-for="item in items" v-if="item"`: Vue 3 asks before the loop and Vue 2 in it, so where the test says a name of the loop it is
 * taken for a use of both, and nothing is decided there.
 */
function testBeside(
  text: string,
  names: TemplateScope['parameters'],
  test: ExpressionNode,
  host: VueHost,
): readonly TemplateCode[] {
  const words = new Set(names.flatMap(({ code }) => code.match(/[\w$]+/g) ?? []));
  const isOfLoop = (contentOf(test).match(/[\w$]+/g) ?? []).some((word) => words.has(word));
  const other: VueHost = { kind: 'other' };
  return isOfLoop ? [...codeOf(text, test, other), ...codeOf(text, test, other)] : codeOf(text, test, host);
}

/** `v-slot="{ item }"`, and `slot-scope` of older versions: the names are those of what stands in the element. */
function withSlot(text: string, node: ElementNode, parts: readonly TemplatePart[]): readonly TemplatePart[] {
  for (const prop of node.props) {
    const slot = prop.type === 7 && prop.name === 'slot' ? prop.exp : undefined;
    const legacy =
      prop.type === 6 && (prop.name === 'slot-scope' || (prop.name === 'scope' && node.tag === 'template'))
        ? prop.value
        : undefined;
    if (slot?.type === 4) return [scopeOf(node, [parameterOf(text, slot)], parts)];
    if (!legacy) continue;
    const { start, end } = spanOf(legacy);
    const isQuoted = /["']/.test(text[start]!);
    const inner = isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
    const isExact = text.slice(inner.start, inner.end) === legacy.content;
    return [scopeOf(node, [{ ...inner, code: legacy.content, isExact }], parts)];
  }
  return parts;
}

function scopeOf(
  node: ElementNode,
  parameters: TemplateScope['parameters'],
  parts: readonly TemplatePart[],
): TemplateScope {
  return { kind: 'scope', ...spanOf(node), parameters, parts };
}

function parameterOf(text: string, node: ExpressionNode): TemplateScope['parameters'][number] {
  const code = contentOf(node);
  const span = spanOf(node);
  return { ...span, code, isExact: text.slice(span.start, span.end) === code };
}

function partsOfProp(text: string, prop: AttributeNode | DirectiveNode, element: VueElement): readonly TemplatePart[] {
  if (prop.type === 6) return partsOfAttribute(text, prop);
  const { name, exp, arg } = prop;
  const parts: TemplatePart[] = [];
  if (!knownDirectives.has(name)) {
    // In a script `v-focus` is called vFocus.
    const start = prop.loc.start.offset;
    const names = [`v${capitalized(camelized(name))}`];
    parts.push({ kind: 'name', start, end: start + name.length + 2, names });
  }
  if (arg && arg.type === 4 && !arg.isStatic) parts.push(...codeOf(text, arg, { kind: 'other' }));
  if (exp && name !== 'slot') parts.push(...codeOf(text, exp, { kind: 'directive', directive: prop, element }));
  // `:title` alone stands for `:title="title"`.
  else if (!exp && name === 'bind' && arg?.type === 4 && arg.isStatic) {
    parts.push({ kind: 'name', ...spanOf(arg), names: [camelized(arg.content)] });
  }
  return parts;
}

const knownDirectives = new Set(
  'if else-if else for show bind on model html text slot once memo pre cloak is'.split(' '),
);

function partsOfAttribute(text: string, { name, value }: AttributeNode): readonly TemplatePart[] {
  if (!value || value.content === '') return [];
  const span = spanOf(value);
  const literal: TemplatePart = { kind: 'literal', ...span, value: value.content };
  // `ref="input"` gives a name of the script the element, and `is="MyCard"` takes a component by its name.
  if (name === 'ref' || name === 'is') return [{ kind: 'name', ...span, names: namesOfTag(value.content) }];
  return name === 'class' || name === 'style' || /["']/.test(text.slice(span.start + 1, span.end - 1)) ? [] : [literal];
}

function nameOfTag({ tag, tagType, loc }: ElementNode): readonly TemplateName[] {
  if (tagType !== 1) return [];
  const start = loc.start.offset + 1;
  return [{ kind: 'name', start, end: start + tag.length, names: namesOfTag(tag.replace(/\..*$/s, '')) }];
}

/** The names that a tag may have in the script: `<my-card>` is MyCard or myCard. */
export function namesOfTag(tag: string): readonly string[] {
  const name = camelized(tag);
  return [...new Set([tag, name, capitalized(name)])];
}

function codeOf(text: string, node: ExpressionNode, host: VueHost): readonly TemplateCode[] {
  const code = contentOf(node);
  if (code.trim() === '') return [];
  const span = spanOf(node);
  const name = host.kind === 'directive' ? host.directive.name : undefined;
  const isSynced = host.kind === 'directive' && host.directive.modifiers.some(({ content }) => content === 'sync');
  return [
    {
      kind: 'code',
      ...span,
      code,
      isExact: text.slice(span.start, span.end) === code,
      mayBeStatements: name === 'on',
      isWritten: name === 'model' || isSynced,
      host,
    },
  ];
}

function contentOf(node: ExpressionNode): string {
  return (node as SimpleExpressionNode).content;
}
