import type { TemplatePart } from '../component/component-file.ts';
import type { Span } from '../span.ts';
import { codeAt } from './code-at.ts';
import type { Reading } from './reading.ts';
import type { SvelteHost } from './svelte-host.ts';
import type { SvelteNode } from './svelte-nodes.ts';
import { nodeAt, nodesAt } from './svelte-nodes.ts';

/** The expressions, names and texts in the attributes of an element. */
export function partsOfAttributes(reading: Reading, element: SvelteNode): readonly TemplatePart[] {
  return nodesAt(element, 'attributes').flatMap((attribute) => partsOf(reading, element, attribute));
}

function partsOf({ text, unknown }: Reading, element: SvelteNode, node: SvelteNode): readonly TemplatePart[] {
  const span = { start: node.start, end: node.end };
  const expression = nodeAt(node, 'expression');
  const name = String(node.name);
  const called = (prefix: string): TemplatePart => {
    const start = node.start + text.slice(node.start, node.end).indexOf(':') + 1;
    return { kind: 'name', start, end: start + prefix.length, names: [prefix.replace(/\..*$/s, '')] };
  };
  switch (node.type) {
    case 'Attribute':
      return valuesOf(node).flatMap((value) =>
        value.type === 'Text'
          ? textOf(text, name, value)
          : codeAt(text, nodeAt(value, 'expression'), attributeHost(element, node, value)),
      );
    case 'SpreadAttribute':
      return codeAt(text, expression, { kind: 'fixed' });
    case 'AttachTag':
      return codeAt(text, expression, { kind: 'braces' });
    case 'BindDirective':
      return codeAt(text, expression, { kind: 'fixed' }, true);
    case 'OnDirective':
      return codeAt(text, expression, { kind: 'fixed' });
    case 'ClassDirective':
      return codeAt(text, expression, { kind: 'class', name, directive: span, classes: classesOf(text, element) });
    case 'StyleDirective':
      // `style:color` alone stands for `style:color={color}`.
      if (node.value === true) return [called(name)];
      return valuesOf(node).flatMap((value) =>
        value.type === 'Text' ? [] : codeAt(text, nodeAt(value, 'expression'), { kind: 'braces' }),
      );
    case 'UseDirective':
    case 'TransitionDirective':
    case 'AnimateDirective':
      return [called(name), ...codeAt(text, expression, { kind: 'braces' })];
    case 'LetDirective':
      return [];
    default:
      unknown.push(node.type);
      return [];
  }
}

function valuesOf(node: SvelteNode): readonly SvelteNode[] {
  const single = nodeAt(node, 'value');
  return single ? [single] : nodesAt(node, 'value');
}

function textOf(text: string, name: string, { start, end, data }: SvelteNode): readonly TemplatePart[] {
  const isQuoted = /["']/.test(text[start - 1] ?? '') && text[start - 1] === text[end];
  if (name === 'class' || name === 'style' || !isQuoted) return [];
  return [{ kind: 'literal', start: start - 1, end: end + 1, value: String(data) }];
}

function attributeHost(element: SvelteNode, node: SvelteNode, tag: SvelteNode): SvelteHost {
  return {
    kind: 'attribute',
    name: String(node.name),
    attribute: { start: node.start, end: node.end },
    tag: { start: tag.start, end: tag.end },
    isShorthand: tag.start <= node.start + 1,
    isMixed: valuesOf(node).length > 1,
    isOfComponent: element.type !== 'RegularElement',
  };
}

/** The text of a plain `class="…"`, between its quotation marks. */
function classesOf(text: string, element: SvelteNode): Span | undefined {
  for (const node of nodesAt(element, 'attributes')) {
    if (node.type !== 'Attribute' || node.name !== 'class') continue;
    const end = node.end - 1;
    return /["']/.test(text[end] ?? '') ? { start: node.start, end } : { start: -1, end: -1 };
  }
  return undefined;
}
