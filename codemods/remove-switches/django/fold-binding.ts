import type { Edit } from '@ffsd/edits';
import { mapOffset } from '@ffsd/edits';
import type { DjangoFile, Expression, Place, Span } from '@ffsd/templates';
import { isParsedDjango, keepBranch, parseDjango, removeNode, withParts } from '@ffsd/templates';
import type { Workspace } from '@ffsd/workspace';
import { advance, finished, nothingFolded, startOn } from '../binding-progress.ts';
import type { Flow } from '../fold-result.ts';
import { mapBack } from '../map-back.ts';
import type { FoldedBinding, KnownLocal } from '../planned-read.ts';
import { foldExpression } from './fold-expression.ts';
import { isTemplate } from './is-template.ts';
import type { Bound } from './names-in.ts';
import { blockAround, boundNames, tagsIn } from './names-in.ts';
import { makeSite } from './site.ts';

/**
 * Folds every use of a name that a template binds to a known value, and removes the binding when none is left.
 *
 * Each use is folded on the text as the one before left it, because uses may lie inside each other.
 */
export function foldBinding(workspace: Workspace, path: string, text: string, local: KnownLocal): FoldedBinding {
  const state = startOn(text, local);
  for (;;) {
    const file = parseDjango(path, state.text);
    if (!isParsedDjango(file)) return nothingFolded;
    const bound = boundNames(file).find(({ start }) => start === state.offset);
    if (!bound) break;
    const scope = scopeOf(file, bound);
    const hindrance = hindranceOf(file, bound, scope);
    if (hindrance) return { ...finished(state), flows: [...state.flows, hindrance], removed: false };
    const use = usesIn(file, bound, scope).find(({ node }) => !state.left.has(node.start));
    if (!use) {
      const canGo = state.left.size === 0 && !isSeenElsewhere(workspace, file, bound, scope);
      const removal = canGo ? removalOf(file, bound) : undefined;
      if (!removal) return { ...finished(state), flows: [...state.flows, stored(bound)], removed: false };
      advance(state, removal);
      return { ...finished(state), removed: true };
    }
    const site = makeSite(workspace, file);
    const result = foldExpression(site, { ...use, value: local.value });
    if (result.kind === 'refused') {
      state.flows.push({
        kind: 'unfolded-use',
        offset: mapBack(state.edits, use.node.start, 'after'),
        receiver: bound.name,
      });
      state.left.add(use.node.start);
      continue;
    }
    state.assumptions.push(...site.assumptions);
    if (result.flow) state.flows.push({ ...result.flow, offset: mapBack(state.edits, result.flow.offset) });
    const birth = result.birth;
    // A constant that stays as an argument is no use any more, and stays where it is.
    advance(state, result.edits);
    if (birth) state.births.push({ ...birth, offset: mapOffset(result.edits, birth.offset, 'after') });
  }
  return { ...finished(state), removed: false };
}

/** Where the name has the value: in the block of a `with`, else from its tag to the end of what that stands in. */
function scopeOf(file: DjangoFile, { tag }: Bound): Span {
  const own = blockAround(file, tag.end);
  if (tag.name === 'with' && own) return own.block.branches[0]!;
  const around = blockAround(file, tag.start);
  return { start: tag.end, end: around ? around.block.branches[around.branch]!.end : file.text.length };
}

interface Use {
  readonly node: Expression;
  readonly place: Place;
}

function usesIn(file: DjangoFile, { name }: Bound, scope: Span): readonly Use[] {
  return file.places.flatMap((place) =>
    withParts(place.expression)
      .filter((node) => node.type === 'name' && node.name === name && isWithin(node, scope))
      .map((node) => ({ node, place })),
  );
}

function isWithin({ start, end }: Span, scope: Span): boolean {
  return scope.start <= start && end <= scope.end;
}

/** Why the uses of a name must not be folded. */
function hindranceOf(file: DjangoFile, bound: Bound, scope: Span): Flow | undefined {
  const { name, start } = bound;
  const others = boundNames(file).filter((one) => one.name === name && one.start !== start);
  const isWith = bound.tag.name === 'with';
  if (others.some((one) => !isWith || isWithin(one, scope)))
    return { kind: 'reassigned', offset: start, receiver: name };
  // `{% if a %}{% set on = … %}{% endif %}{{ on }}`: behind the block it may have the value or not. And where Jinja sees a name set
  // further down it is that name above, too, and has no value there.
  const outside = file.places.some((place) =>
    withParts(place.expression).some((node) => node.type === 'name' && node.name === name && !isWithin(node, scope)),
  );
  return !isWith && outside ? { kind: 'read-early', offset: start, receiver: name } : undefined;
}

/**
 * Whether something beyond the expressions of the file may use the name: a template that is included here or extends this one, a tag
 * that looks into the context, or text in a tag that is not understood.
 */
function isSeenElsewhere(workspace: Workspace, file: DjangoFile, bound: Bound, scope: Span): boolean {
  const { name } = bound;
  const word = new RegExp(`(?<![\\w.])${name}(?!\\w)`);
  const tags = tagsIn(file.nodes).filter((tag) => isWithin(tag, scope));
  // What a place covers was folded, and the rest of a tag is not understood.
  if (tags.some((tag) => tag !== bound.tag && word.test(file.text.slice(tag.args.start, tag.args.end)))) return true;
  const opens = tags.some(
    ({ name: tag }) => !/^(?:if|elif|else|for|empty|with|set|comment|csrf_token|url|static)$/.test(tag),
  );
  if (!opens) return false;
  return workspace
    .search([name])
    .some(
      (path) => path !== file.path && (isTemplate(path) || path.endsWith('.py')) && isNamedIn(workspace, path, name),
    );
}

function isNamedIn(workspace: Workspace, path: string, name: string): boolean {
  const text = workspace.read(path) ?? '';
  if (path.endsWith('.py')) return new RegExp(`['"]${name}['"]`).test(text);
  return new RegExp(`\\{[{%][^{}]*(?<![\\w.])${name}(?!\\w)`).test(text);
}

function stored({ name, start }: Bound): Flow {
  return { kind: 'stored-value', offset: start, receiver: name };
}

function removalOf(file: DjangoFile, bound: Bound): readonly Edit[] | undefined {
  const { tag } = bound;
  const place = file.places.find((one) => one.kind === 'binding' && one.nameSpan.start === bound.start);
  if (tag.name !== 'with') return removeNode(file, tag, tag.trims);
  if (place?.kind !== 'binding' || !place.block) return undefined;
  if (place.count === 1) return keepBranch(file, place.block, 0);
  return [withoutItem(file, place.span, tag.args)];
}

/** One of several: with the space or the comma to the next one, or to the one before. */
function withoutItem({ text }: DjangoFile, { start, end }: Span, args: Span): Edit {
  const behind = /^\s*,?\s*/.exec(text.slice(end, args.end))![0].length;
  if (end + behind < args.end) return { start, end: end + behind, text: '' };
  const before = /\s*,?\s*$/.exec(text.slice(args.start, start))![0].length;
  return { start: start - before, end, text: '' };
}
