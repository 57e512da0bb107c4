import type { ReadShape } from '@ffsd/flags';
import type { AngularElement, AngularExpression, AngularFile, AngularPlace, Span } from '@ffsd/templates';
import { withAngularParts } from '@ffsd/templates';
import type { Workspace } from '@ffsd/workspace';
import { namesFlag } from '../any-key.ts';
import type { ReadFacts } from '../decide.ts';
import type { CompiledShape } from './compiled-shape.ts';
import { keyMatched } from './compiled-shape.ts';

/** How the value of a read leaves it. */
export type ReadUse =
  | { readonly kind: 'expression'; readonly node: AngularExpression; readonly place: AngularPlace }
  /** `*featureFlag="'new-checkout'; else old"` */
  | { readonly kind: 'directive'; readonly element: AngularElement; readonly directive: string };

/** A place of a template that reads the flag, or might. */
export interface FoundRead extends Span {
  readonly use: ReadUse;
  readonly shape: ReadShape;
  readonly facts: ReadFacts;
  /** What gives the key. */
  readonly key: AngularExpression;
}

/** All places in the template that read the flag. A place that several shapes match is found once. */
export function findReads(
  workspace: Workspace,
  file: AngularFile,
  shapes: readonly CompiledShape[],
  key: string,
): readonly FoundRead[] {
  const found = new Map<number, FoundRead>();
  for (const place of file.places) {
    for (const compiled of shapes) {
      for (const read of readsAt(workspace, place, compiled, key)) {
        const before = found.get(read.start);
        if (!before || before.facts.receiver === 'unknown') found.set(read.start, read);
      }
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function readsAt(
  workspace: Workspace,
  place: AngularPlace,
  { shape, pattern, returned }: CompiledShape,
  key: string,
): readonly FoundRead[] {
  const factsOf = (given: AngularExpression, detail: ReadFacts['detail'] = 'none'): ReadFacts => ({
    key: given.type !== 'literal' ? 'dynamic' : namesFlag(shape, key, given.value) ? 'this' : 'another',
    receiver: receiverOf(workspace, shape, pattern.kind === 'directive' || pattern.expression.type === 'pipe'),
    promise: 'none',
    detail,
    rest: false,
    nestedPattern: false,
    written: shape.sets === true,
  });
  if (pattern.kind === 'directive') {
    const element = directiveAt(place, pattern.name);
    if (!element) return [];
    const { start, end } = element.structural ?? element.open;
    const use = { kind: 'directive', element, directive: pattern.name } as const;
    return [{ start, end, use, shape, facts: factsOf(place.expression), key: place.expression }];
  }
  return withAngularParts(place.expression).flatMap((match): readonly FoundRead[] => {
    const given = keyMatched(pattern.expression, match);
    if (!given) return [];
    let node = match;
    let detail: ReadFacts['detail'] = returned.path.length > 0 ? 'used' : 'none';
    for (const member of returned.path) {
      const { parent } = node;
      if (parent?.type === 'member' && parent.name === member) node = parent;
      else detail = 'other-use';
    }
    const { start, end } = match;
    return [{ start, end, use: { kind: 'expression', node, place }, shape, facts: factsOf(given, detail), key: given }];
  });
}

/** The element whose directive is given the expression. */
function directiveAt(place: AngularPlace, name: string): AngularElement | undefined {
  if (place.kind === 'structural')
    return place.input === name && place.element.structural?.name === name ? place.element : undefined;
  if (place.kind !== 'attribute' || place.attribute.name !== name) return undefined;
  return place.element.name === 'ng-template' ? place.element : undefined;
}

/** A directive or pipe is known by its name; of a method in a template nothing tells whose it is. */
function receiverOf(workspace: Workspace, { import: from }: ReadShape, isByName: boolean): ReadFacts['receiver'] {
  if (from === undefined) return 'any';
  const isHere = isByName && workspace.search([from].flat()).some((path) => /\.(?:[cm]?ts|json)$/.test(path));
  return isHere ? 'proved' : 'unknown';
}
