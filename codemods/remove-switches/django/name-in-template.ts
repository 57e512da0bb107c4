import type { Block, DjangoFile, Expression, Node, Place, Span, Tag } from '@ffsd/templates';
import { blocksIn, withParts } from '@ffsd/templates';
import { boundNames, tagsIn } from './names-in.ts';

/** An expression that is a name which the program gives the template. */
export interface FreeUse {
  readonly node: Expression;
  readonly place: Place;
  /** Nothing but whether it counts as true decides what is shown: a name without a value does the same as one that is false. */
  readonly isTested: boolean;
}

/** What one name is in a template. */
export interface NameInTemplate {
  readonly uses: readonly FreeUse[];
  /** Where the template uses it in a way that is not understood, or that must stay as it is written. */
  readonly opaque: readonly Span[];
  /** Where the template gives it a value of its own. */
  readonly bound: readonly Span[];
  /** Where it has that value; undefined when nobody knows from where on. */
  readonly shadowed: readonly Span[] | undefined;
}

/** Every place of the template where the name stands in a tag or an expression. What stands behind a dot is another name. */
export function nameInTemplate(file: DjangoFile, name: string): NameInTemplate {
  const blocks = blocksIn(file.nodes);
  const bound = boundNames(file).filter((one) => one.name === name);
  const scopes = bound.map(({ tag }) => blockOf(blocks, tag));
  const shadowed = scopes.includes(undefined) ? undefined : (scopes as readonly Block[]);
  const isShadowed = (at: Span) => shadowed === undefined || shadowed.some((block) => isWithin(at, block));
  // What a macro is given from around it depends on how it is imported, and what is translated is looked up as it is written.
  const fixed = blocks.filter(({ name: kind }) => /^(?:macro|trans|blocktrans|blocktranslate)$/.test(kind));
  const isFixed = (at: Span) => fixed.some((block) => block.branches[0]!.tag.end <= at.start && at.end <= block.end);
  const understood: Span[] = [];
  const uses: FreeUse[] = [];
  const opaque: Span[] = [];
  for (const place of file.places) {
    for (const node of withParts(place.expression)) {
      if (node.type === 'literal') understood.push(node);
      if (node.type !== 'name' || node.name !== name) continue;
      understood.push(node);
      if (isShadowed(node)) continue;
      if (isFixed(node)) opaque.push(node);
      else uses.push({ node, place, isTested: isTested(node, place) });
    }
  }
  const plain = [...understood, ...bound, ...rawIn(file.nodes)];
  const isUnderstood = (at: Span) => plain.some((span) => isWithin(at, span));
  for (const at of mentionsIn(file, name)) if (!isUnderstood(at) && !isShadowed(at)) opaque.push(at);
  return { uses, opaque, bound, shadowed };
}

/** A template that is shown by another one: `{% include "a.html" with on=x only %}`, `{% extends "a.html" %}`. */
export interface Inclusion extends Span {
  readonly kind: 'include' | 'extends';
  /** What may be included, as it is written; none where it is computed. */
  readonly templates: readonly string[];
  /** The other one does not see what this one was given. */
  readonly isClosed: boolean;
  readonly tag: Tag;
}

export function inclusionsIn(file: DjangoFile): readonly Inclusion[] {
  return tagsIn(file.nodes).flatMap((tag): readonly Inclusion[] => {
    if (tag.name !== 'include' && tag.name !== 'extends') return [];
    const args = file.text.slice(tag.args.start, tag.args.end);
    const named = args.replace(/\swith\s+\w+\s*=.*$/s, '');
    const templates = [...named.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, a, b]) => (a ?? b)!);
    const isClosed = tag.name === 'include' && /(?:\sonly|\swithout\s+context)$/.test(args);
    const { start, end } = tag;
    return [{ kind: tag.name, templates, isClosed, tag, start, end }];
  });
}

/** What an inclusion itself gives the name; undefined when it gives none. */
export function givenByInclusion(file: DjangoFile, { tag }: Inclusion, name: string): Expression | undefined {
  const place = file.places.find((one) => one.kind === 'argument' && one.tag === tag && one.name === name);
  return place?.expression;
}

/** Whether a path of the workspace may be what a program or a template names so: `shop/a.html`, `shop:templates/a.jinja2`. */
export function isTemplateName(name: string, path: string): boolean {
  const relative = name
    .slice(name.indexOf(':') + 1)
    .replace(/^(?:\.{0,2}\/)+/, '')
    .trim();
  return relative !== '' && (path === relative || path.endsWith(`/${relative}`));
}

/** The block in which a tag binds a name for sure: a `with`, a loop, a macro. */
function blockOf(blocks: readonly Block[], tag: Tag): Block | undefined {
  if (!/^(?:with|for|macro)$/.test(tag.name)) return undefined;
  return blocks.find(({ branches }) => branches[0]!.tag === tag);
}

function isWithin({ start, end }: Span, around: Span): boolean {
  return around.start <= start && end <= around.end;
}

/** Comments, and what is shown as it is written. */
function rawIn(nodes: readonly Node[]): readonly Span[] {
  return nodes.flatMap((node): readonly Span[] => {
    if (node.kind === 'raw') return [node];
    return node.kind === 'block' ? node.branches.flatMap((branch) => rawIn(branch.nodes)) : [];
  });
}

/** The name as a word in tags and expressions, but not as a member, a filter or a keyword. */
function mentionsIn(file: DjangoFile, name: string): readonly Span[] {
  const word = new RegExp(`(?<![\\w.|-])${name}(?![\\w-])(?!\\s*=(?!=))`, 'g');
  return [...file.text.matchAll(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g)].flatMap(({ index, 0: hole }) =>
    [...hole.matchAll(word)].map((found) => {
      const start = index + found.index;
      return { start, end: start + name.length };
    }),
  );
}

function isTested(node: Expression, place: Place): boolean {
  const { parent } = node;
  if (!parent) return place.kind === 'test' || place.kind === 'loop-test';
  switch (parent.type) {
    case 'group':
    case 'not':
    case 'logical':
      return isTested(parent, place);
    case 'conditional':
      return parent.test === node;
    default:
      return false;
  }
}
