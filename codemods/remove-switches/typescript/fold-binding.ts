import type { Identifier, Node } from '@babel/types';
import { mapOffset } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { isParsed, parentsOf, parse, scopesOf } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { advance, finished, nothingFolded, startOn } from '../binding-progress.ts';
import { mapBack } from '../map-back.ts';
import type { FoldedBinding, KnownLocal } from '../planned-read.ts';
import { foldExpression } from './fold-expression.ts';
import { makeSite } from './make-site.ts';
import { removeDeclared } from './remove-declared.ts';
import type { Flow } from './site.ts';

/**
 * Folds every use of a local whose value is known, and removes its declaration when none is left.
 *
 * Each use is folded on the text as the one before left it, because uses may lie inside each other: `on && (on ? a : b)`.
 */
export function foldBinding(
  workspace: Workspace,
  path: string,
  text: string,
  local: KnownLocal,
  /** `uses`: the declaration is none of its business, because what gives the value would have to go with it. */
  what: 'declaration-too' | 'uses' = 'declaration-too',
): FoldedBinding {
  const state = startOn(text, local);
  for (;;) {
    const file = parse(path, state.text);
    if (!isParsed(file)) return nothingFolded;
    const binding = bindingAt(file, state.offset);
    if (!binding) break;
    const hindrance = hindranceOf(file, binding, state.offset);
    if (hindrance) return { ...finished(state), flows: [...state.flows, hindrance], removed: false };
    const use = binding.references.find(
      ({ node, read, type, export: exported }) => read && !type && !exported && !state.left.has(node.start!),
    );
    if (!use) {
      const mayGo = what === 'declaration-too' && state.left.size === 0;
      const removal = mayGo ? removeDeclared(makeSite(workspace, file), binding) : undefined;
      if (!removal) return { ...finished(state), removed: false };
      advance(state, removal);
      return { ...finished(state), removed: true };
    }
    const site = makeSite(workspace, file);
    const result = foldExpression(site, {
      node: use.node,
      value: local.value,
      effects: [],
      uncovered: false,
    });
    if (result.kind === 'refused') {
      state.left.add(use.node.start!);
      continue;
    }
    state.assumptions.push(...site.assumptions);
    const flowAt = (offset: number) => mapBack(state.edits, offset);
    if (result.flow) state.flows.push({ ...result.flow, offset: flowAt(result.flow.offset) });
    advance(state, result.edits);
    if (result.birth)
      state.births.push({ ...result.birth, offset: mapOffset(result.edits, result.birth.offset, 'after') });
  }
  return { ...finished(state), removed: false };
}

export function bindingAt(file: SourceFile, offset: number) {
  return scopesOf(file)
    .bindings()
    .find((binding) => binding.declarations.some((declaration) => declaration.start === offset));
}

/** Why the uses of a local must not be folded. */
function hindranceOf(
  file: SourceFile,
  binding: NonNullable<ReturnType<typeof bindingAt>>,
  offset: number,
): Flow | undefined {
  if (scopesOf(file).hasDynamicScope) return { kind: 'dynamic-scope', offset, receiver: binding.name };
  const written = binding.references.find(({ write }) => write);
  if (written) return { kind: 'reassigned', offset, receiver: binding.name };
  if (binding.kind !== 'var') return undefined;
  // A var is undefined before its line has run; only uses behind it in the same function are certain to see the value.
  const early = binding.references.some(
    ({ node }) => node.start! < offset || functionOf(file, node) !== functionOf(file, binding.declarations[0]!),
  );
  if (binding.declarations.length > 1) return { kind: 'reassigned', offset, receiver: binding.name };
  return early ? { kind: 'read-early', offset, receiver: binding.name } : undefined;
}

function functionOf(file: SourceFile, node: Node | Identifier): Node | undefined {
  for (const ancestor of parentsOf(file).ancestors(node))
    if (/Function|Method|^Program$|StaticBlock/.test(ancestor.type)) return ancestor;
  return undefined;
}
