import type { TemplatePart, TemplateScope } from '../component/component-file.ts';
import type { Span } from '../span.ts';
import { codeAt } from './code-at.ts';
import { ifChain } from './if-chain.ts';
import { partsOfAttributes } from './parts-of-attributes.ts';
import type { Reading } from './reading.ts';
import type { SvelteHost } from './svelte-host.ts';
import type { SvelteFragment, SvelteNode } from './svelte-nodes.ts';
import { fragmentAt, nodeAt, nodesAt } from './svelte-nodes.ts';

/** The expressions, names and texts of the markup; undefined where a node is of a kind that is not known here. */
export function partsOfFragment(text: string, fragment: SvelteFragment): readonly TemplatePart[] | undefined {
  const unknown: string[] = [];
  const parts = inFragment({ text, unknown, isExact: false }, fragment);
  return unknown.length > 0 ? undefined : parts;
}

/** `{@const total = 3}` and `{#snippet row(item)}` declare a name for all of the fragment. */
function inFragment(reading: Reading, fragment: SvelteFragment | undefined): readonly TemplatePart[] {
  const nodes = fragment?.nodes ?? [];
  const parts = nodes.flatMap((node) => inNode(reading, node));
  const names = nodes.flatMap((node): readonly Span[] => {
    if (node.type === 'SnippetBlock') return [nodeAt(node, 'expression')!];
    return node.type === 'ConstTag' ? declaratorsOf(node).map((one) => nodeAt(one, 'id')!) : [];
  });
  const [first, last] = [nodes[0], nodes.at(-1)];
  return names.length > 0 && first && last
    ? [scope(reading, { start: first.start, end: last.end }, names, parts)]
    : parts;
}

function declaratorsOf(tag: SvelteNode): readonly SvelteNode[] {
  const declaration = nodeAt(tag, 'declaration');
  return declaration ? nodesAt(declaration, 'declarations') : [];
}

function inNode(reading: Reading, node: SvelteNode): readonly TemplatePart[] {
  const { text } = reading;
  const code = (key: string, host: SvelteHost): readonly TemplatePart[] => codeAt(text, nodeAt(node, key), host);
  const fixed: SvelteHost = { kind: 'fixed' };
  const span = { start: node.start, end: node.end };
  switch (node.type) {
    case 'Text':
    case 'Comment':
      return [];
    case 'ExpressionTag':
      return code('expression', { kind: 'text', tag: span, isExact: reading.isExact });
    case 'HtmlTag':
    case 'AttachTag':
      return code('expression', { kind: 'braces' });
    case 'RenderTag':
      return code('expression', fixed);
    case 'DebugTag':
      return nodesAt(node, 'identifiers').flatMap((one) => codeAt(text, one, fixed));
    case 'ConstTag':
      return declaratorsOf(node).flatMap((one) => codeAt(text, nodeAt(one, 'init'), { kind: 'braces' }));
    case 'IfBlock':
      return inIf(reading, node);
    case 'KeyBlock':
      return [...code('expression', { kind: 'braces' }), ...inFragment(reading, fragmentAt(node, 'fragment'))];
    case 'SnippetBlock':
      return [scope(reading, node, nodesAt(node, 'parameters'), inFragment(reading, fragmentAt(node, 'body')))];
    case 'EachBlock':
      return inEach(reading, node);
    case 'AwaitBlock': {
      const named = (key: string) => [nodeAt(node, key)].filter((one) => one !== undefined);
      return [
        ...code('expression', fixed),
        ...inFragment(reading, fragmentAt(node, 'pending')),
        scope(reading, node, named('value'), inFragment(reading, fragmentAt(node, 'then'))),
        scope(reading, node, named('error'), inFragment(reading, fragmentAt(node, 'catch'))),
      ];
    }
    default:
      return inElement(reading, node);
  }
}

function inIf(reading: Reading, node: SvelteNode): readonly TemplatePart[] {
  const { chain, blocks, last } = ifChain(reading.text, node, reading.isExact);
  return [
    ...blocks.flatMap((block, index) => [
      ...codeAt(reading.text, nodeAt(block, 'test'), { kind: 'if', chain, index }),
      ...inFragment(reading, fragmentAt(block, 'consequent')),
    ]),
    ...inFragment(reading, last),
  ];
}

function inEach(reading: Reading, node: SvelteNode): readonly TemplatePart[] {
  const { text } = reading;
  const [list, context, key] = [nodeAt(node, 'expression')!, nodeAt(node, 'context'), nodeAt(node, 'key')];
  const names: Span[] = context ? [context] : [];
  if (typeof node.index === 'string') {
    const from = context?.end ?? list.end;
    const found = new RegExp(`^[^,]*,\\s*(?=${node.index.replaceAll('$', '\\$')}(?![\\w$]))`).exec(text.slice(from));
    const start = from + (found?.[0].length ?? 0);
    if (found) names.push({ start, end: start + node.index.length });
    else reading.unknown.push('index');
  }
  return [
    ...codeAt(text, list, { kind: 'fixed' }),
    scope(reading, node, names, [
      ...codeAt(text, key, { kind: 'fixed' }),
      ...inFragment(reading, fragmentAt(node, 'body')),
    ]),
    ...inFragment(reading, fragmentAt(node, 'fallback')),
  ];
}

const elements = new Set(
  'RegularElement Component SvelteComponent SvelteElement SvelteSelf SvelteHead SvelteWindow SvelteBody SvelteDocument SvelteFragment SvelteBoundary SlotElement TitleElement SvelteOptions'.split(
    ' ',
  ),
);

function inElement(reading: Reading, node: SvelteNode): readonly TemplatePart[] {
  if (!elements.has(node.type)) {
    reading.unknown.push(node.type);
    return [];
  }
  const { text } = reading;
  const name = String(node.name);
  const isExact = reading.isExact || name === 'pre' || name === 'textarea';
  const tag: readonly TemplatePart[] =
    node.type === 'Component'
      ? [
          {
            kind: 'name',
            start: node.start + 1,
            end: node.start + 1 + name.length,
            names: [name.replace(/\..*$/s, '')],
          },
        ]
      : [];
  const chosen = [...codeAt(text, nodeAt(node, 'expression'), { kind: 'fixed' })];
  // The tag of `<svelte:element this="div">` is a text.
  const element = node.type === 'SvelteElement' ? codeAt(text, nodeAt(node, 'tag'), { kind: 'fixed' }) : [];
  const attributes = partsOfAttributes(reading, node);
  const lets = nodesAt(node, 'attributes').filter(({ type }) => type === 'LetDirective');
  const children = inFragment({ ...reading, isExact }, fragmentAt(node, 'fragment'));
  if (lets.length === 0) return [...tag, ...chosen, ...element, ...attributes, ...children];
  const names = lets.map((one): Span => {
    const start = one.start + 'let:'.length;
    return nodeAt(one, 'expression') ?? { start, end: start + String(one.name).length };
  });
  // What fills a slot sees the names on its own tag, too; a component gives them only to its content.
  const isGiver = /^(?:Component|SvelteComponent|SvelteSelf)$/.test(node.type);
  const inside = scope(reading, node, names, isGiver ? children : [...attributes, ...children]);
  return [...tag, ...chosen, ...element, ...(isGiver ? attributes : []), inside];
}

function scope(
  { text }: Reading,
  { start, end }: Span,
  names: readonly Span[],
  parts: readonly TemplatePart[],
): TemplateScope {
  const parameters = names.map((name) => ({
    start: name.start,
    end: name.end,
    code: text.slice(name.start, name.end),
    isExact: true,
  }));
  return { kind: 'scope', start, end, parameters, parts };
}
