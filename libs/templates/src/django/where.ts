import type { Markup } from '../markup.ts';
import { blank, markupOf } from '../markup.ts';
import type { Where } from '../remove-part.ts';
import type { DjangoFile } from './parse.ts';
import type { Block, Node } from './tree.ts';
import { blocksIn } from './tree.ts';

/** What white space means at an offset of the template. */
export function whereIn(file: DjangoFile, offset: number): Where {
  if (blocksIn(file.nodes).some((block) => showsItsLayout(block) && isWithin(block, offset))) return 'exact';
  if (!isMarkup(file)) return 'lines';
  const { kind, attribute, within } = markupIn(file).contextAt(offset);
  if (kind === 'attribute')
    return /^:?(?:class|style|rel|sizes|aria-(?:labelledby|describedby))$/.test(attribute!) ? 'words' : 'exact';
  if (kind === 'tag') return 'tag';
  switch (within) {
    case 'pre':
    case 'textarea':
      return 'exact';
    case 'script':
    case 'style':
      return isInTemplateLiteral(file.text, offset) ? 'exact' : 'code';
    default:
      return 'markup';
  }
}

/** Whether the line at the offset begins with content: it must not be moved. */
export function isContentIn(file: DjangoFile, offset: number): boolean {
  if (whereIn(file, offset) === 'exact') return true;
  return file.nodes.some((node) => holdsRaw(node, offset));
}

const markups = new WeakMap<DjangoFile, Markup>();

function markupIn(file: DjangoFile): Markup {
  const known = markups.get(file) ?? markupOf(masked(file));
  markups.set(file, known);
  return known;
}

/** Tags are not there for HTML, and what is shown is some text. */
function masked({ text, nodes }: DjangoFile): string {
  let at = 0;
  let result = '';
  const replace = (start: number, end: number, by: string) => {
    result += text.slice(at, start) + by.repeat(end - start);
    at = end;
  };
  const visit = (node: Node): void => {
    if (node.kind === 'output') replace(node.start, node.end, 'x');
    else if (node.kind === 'tag' || (node.kind === 'raw' && node.what === 'comment'))
      replace(node.start, node.end, blank);
    else if (node.kind === 'block') {
      for (const { tag, nodes: inner } of node.branches) {
        replace(tag.start, tag.end, blank);
        for (const one of inner) if (one.start >= at) visit(one);
      }
      replace(node.close.start, node.close.end, blank);
    }
  };
  for (const node of nodes) visit(node);
  return result + text.slice(at);
}

/** The content of such a block is a text: the key of a translation, the source of a filter. */
function showsItsLayout({ name }: Block): boolean {
  return /^(?:blocktrans|blocktranslate|trans|filter|markdown)$/.test(name);
}

function isWithin({ branches, close }: Block, offset: number): boolean {
  return branches[0]!.start <= offset && offset <= close.start;
}

function holdsRaw(node: Node, offset: number): boolean {
  if (node.start >= offset || offset >= node.end) return false;
  if (node.kind === 'raw') return node.what === 'verbatim';
  return node.kind === 'block' && node.branches.some(({ nodes }) => nodes.some((inner) => holdsRaw(inner, offset)));
}

/** By the name without the ending of the template language, and where that says nothing by a tag that is closed. */
function isMarkup({ path, text }: DjangoFile): boolean {
  const name = path.replace(/\.(?:jinja2?|j2|tmpl|tpl)(?=$|\.)/, '');
  if (/\.(?:html?|xhtml|djhtml|xml|svg|mjml)$/.test(name)) return true;
  return !/\.\w+$/.test(name.split('/').at(-1)!) && /<\/[a-z]/i.test(text);
}

function isInTemplateLiteral(text: string, offset: number): boolean {
  const script = text.lastIndexOf('<script', offset);
  return script >= 0 && (text.slice(script, offset).match(/`/g)?.length ?? 0) % 2 === 1;
}
