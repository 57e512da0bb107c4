import type { Edit } from '@ffsd/edits';
import { mapOffset } from '@ffsd/edits';
import type { AnyNode, Binding, Reference, SourceFile } from '@ffsd/python';
import { isBound, isParsed, parse, scopesOf } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { advance, finished, nothingFolded, startOn } from '../binding-progress.ts';
import type { Birth, Flow } from '../fold-result.ts';
import { mapBack } from '../map-back.ts';
import type { FoldedBinding, KnownLocal } from '../planned-read.ts';
import { foldExpression } from './fold-expression.ts';
import { removeDeclared } from './remove-declared.ts';
import { makeSite } from './site.ts';
import { isWalrusBound } from './walrus.ts';
import { whatBreaks } from './what-breaks.ts';

/**
 * Folds every use of a local whose value is known, and removes its assignment when none is left.
 *
 * Each use is folded on the text as the one before left it, because uses may lie inside each other: `on and (a if on else b)`.
 */
export function foldBinding(workspace: Workspace, path: string, text: string, local: KnownLocal): FoldedBinding {
  const state = startOn(text, local);
  for (;;) {
    const file = parse(path, state.text);
    if (!isParsed(file)) return nothingFolded;
    const binding = bindingAt(file, state.offset);
    if (!binding) break;
    const hindrance = hindranceOf(file, binding, state.offset);
    if (hindrance) return { ...finished(state), flows: [...state.flows, hindrance], removed: false };
    const use = binding.references.find(
      (one) => one.read && !one.type && one.offset !== undefined && !state.left.has(one.offset),
    );
    if (!use) {
      const removal =
        state.left.size === 0 && isUnused(binding) ? removalOf(workspace, file, binding, local) : undefined;
      if (!removal) return { ...finished(state), removed: false };
      state.assumptions.push(...removal.assumptions);
      advance(state, removal.edits);
      return { ...finished(state), removed: true };
    }
    const folded = foldUse(workspace, file, binding, use, local);
    if (!folded) {
      const offset = mapBack(state.edits, use.offset!, 'after');
      state.flows.push({ kind: 'unfolded-use', offset, receiver: binding.name });
      state.left.add(use.offset!);
      continue;
    }
    if (!('edits' in folded)) {
      state.flows.push({ ...folded, offset: mapBack(state.edits, folded.offset) });
      state.left.add(use.offset!);
      continue;
    }
    state.assumptions.push(...folded.assumptions);
    if (folded.flow) state.flows.push({ ...folded.flow, offset: mapBack(state.edits, folded.flow.offset) });
    advance(state, folded.edits);
    if (folded.birth)
      state.births.push({ ...folded.birth, offset: mapOffset(folded.edits, folded.birth.offset, 'after') });
  }
  return { ...finished(state), removed: false };
}

interface FoldedUse {
  readonly edits: readonly Edit[];
  readonly birth?: Birth;
  readonly flow?: Flow;
  readonly assumptions: readonly string[];
}

/** One use; a flow where the name may have no value there; undefined where it cannot be folded. */
function foldUse(
  workspace: Workspace,
  file: SourceFile,
  binding: Binding,
  use: Reference,
  { value }: KnownLocal,
): FoldedUse | Flow | undefined {
  if (!isBound(use.node, file) && !isWalrusBound(use.node, binding)) {
    return { kind: 'read-early', offset: use.offset!, receiver: binding.name };
  }
  const site = makeSite(workspace, file);
  const result = foldExpression(site, { node: use.node, value, effects: [], uncovered: false });
  if (result.kind === 'refused' || whatBreaks(file, result.edits)) return undefined;
  const { edits, birth, flow } = result;
  return { edits, assumptions: site.assumptions, ...(birth ? { birth } : {}), ...(flow ? { flow } : {}) };
}

function removalOf(
  workspace: Workspace,
  file: SourceFile,
  { declarations }: Binding,
  { value }: KnownLocal,
): { edits: readonly Edit[]; assumptions: readonly string[] } | undefined {
  const site = makeSite(workspace, file);
  const owner = declarations[0]?.parent as AnyNode | null | undefined;
  if (owner?.type === 'NamedExpr') {
    const result = foldExpression(site, { node: owner, value, effects: [], uncovered: false });
    if (result.kind === 'refused' || whatBreaks(file, result.edits)) return undefined;
    return { edits: result.edits, assumptions: site.assumptions };
  }
  const edits = declarations[0] && removeDeclared(site, declarations[0]);
  return edits && !whatBreaks(file, edits) ? { edits, assumptions: site.assumptions } : undefined;
}

function isUnused({ references }: Binding): boolean {
  return references.length === 0;
}

export function bindingAt(file: SourceFile, offset: number): Binding | undefined {
  return scopesOf(file)
    .bindings()
    .find((binding) => binding.declarations.some(({ start }) => start === offset));
}

/** Why the uses of a local must not be folded. */
function hindranceOf(file: SourceFile, binding: Binding, offset: number): Flow | undefined {
  // `from settings import *` may give the name another value.
  const { hasDynamicScope, scope: top } = scopesOf(file);
  const isStarred = binding.scope === top && top.starImports.length > 0;
  if (hasDynamicScope || isStarred) return { kind: 'dynamic-scope', offset, receiver: binding.name };
  const values = binding.assignments.filter(({ kind }) => kind !== 'declaration');
  const isElsewhere = values.some(({ from, scope }) => from !== scope && scope.kind !== 'function');
  const isWritten = binding.references.some(({ write, deletion }) => write || deletion);
  return values.length > 1 || isElsewhere || isWritten
    ? { kind: 'reassigned', offset, receiver: binding.name }
    : undefined;
}
