import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { apply, compose, mapOffset } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import { foldUnary, isPrimitive } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { isParsed, isReassigned, isTypeWrapper, parentsOf, parse, scopesOf } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import type { KeptCode } from '../kept-code.ts';
import { mapBack } from '../map-back.ts';
import type { PlannedRead } from '../planned-read.ts';
import type { FoundRead } from './find-reads.ts';
import { bindingAt, foldBinding } from './fold-binding.ts';
import { foldComponent } from './fold-component.ts';
import { foldExpression } from './fold-expression.ts';
import { keepVars, lostVars } from './keep-vars.ts';
import { makeSite } from './make-site.ts';
import { removeDeclared } from './remove-declared.ts';
import { typeGuardOf } from './type-guard-of.ts';
import { unresolvedNames } from './unresolved-names.ts';

/**
 * Everything that one read of the flag takes with it in its file: the branch it decides, or the local it is bound to with
 * all uses of that local.
 */
export function planRead(workspace: Workspace, file: SourceFile, read: FoundRead, flagValue: Constant): PlannedRead {
  const value = read.shape.negate ? foldUnary('!', flagValue) : flagValue;
  const planned =
    read.use.kind === 'binding'
      ? planBound(workspace, file, read, read.use, value)
      : read.use.kind === 'component'
        ? planComponent(workspace, file, read, read.use, value)
        : planExpression(workspace, file, read, value);
  return planned.kind === 'kept' ? planned : checked(file, planned);
}

function planExpression(workspace: Workspace, file: SourceFile, read: FoundRead, value: Constant): PlannedRead {
  if (read.use.kind !== 'expression')
    return kept('detail-object', 'the value of the flag is not taken out of the read here');
  const { node } = read.use;
  if (!isPrimitive(value) && !canHoldObject(file, node)) {
    return kept('object-value', 'the value is an object, which cannot be repeated where the flag is read');
  }
  const site = makeSite(workspace, file);
  const result = foldExpression(site, { node, value, effects: read.effects, uncovered: false });
  if (result.kind === 'refused') return kept(result.code, result.because);
  const flows = result.flow ? [result.flow] : [];
  const guarded = typeGuardOf(workspace, file, read.node);
  const assumptions = guarded ? [...site.assumptions, guarded] : site.assumptions;
  const { birth } = result;
  if (!birth) return { kind: 'edits', edits: result.edits, births: [], flows, assumptions };
  if (birth.exported) {
    return {
      kind: 'edits',
      edits: result.edits,
      births: [],
      flows: [{ kind: 'exported-value', offset: birth.offset, receiver: birth.name }],
      assumptions,
    };
  }
  const offset = mapOffset(result.edits, birth.offset, 'after');
  // `const hide = !isEnabled('x')` is the local of this read, too; its uses belong to the same change.
  const text = apply(file.text, result.edits);
  const folded = foldBinding(workspace, file.path, text, { name: birth.name, offset, value: birth.value });
  const back = (at: number) => mapBack(result.edits, at);
  return {
    kind: 'edits',
    edits: folded.edits.length > 0 ? compose(result.edits, folded.edits) : result.edits,
    births: folded.births,
    assumptions: [...assumptions, ...folded.assumptions],
    flows: [...flows, ...folded.flows.map((flow) => ({ ...flow, offset: back(flow.offset) }))],
  };
}

function planComponent(
  workspace: Workspace,
  file: SourceFile,
  { shape }: FoundRead,
  use: FoundRead['use'] & { kind: 'component' },
  value: Constant,
): PlannedRead {
  const site = makeSite(workspace, file);
  const result = foldComponent(site, use, shape, value);
  if (result.kind === 'refused') return kept(result.code, result.because);
  return { kind: 'edits', edits: result.edits, births: [], flows: [], assumptions: site.assumptions };
}

/** A local that a pattern takes out of the read: its uses are folded first, then it is taken out of the pattern. */
function planBound(
  workspace: Workspace,
  file: SourceFile,
  read: FoundRead,
  use: FoundRead['use'] & { kind: 'binding' },
  value: Constant,
): PlannedRead {
  if (read.effects.length > 0)
    return kept('impure-argument', 'an argument of the read has an effect that would be lost');
  const binding = scopesOf(file).bindingOf(use.local as never);
  if (!binding) return kept('nested-pattern', 'the value of the flag is destructured further');
  if (isReassigned(binding)) return kept('reassigned', `${binding.name} is assigned again`);
  if (isExported(file, use.local)) return kept('exported-value', `${binding.name} is exported`);
  const offset = use.local.start!;
  const folded = foldBinding(workspace, file.path, file.text, { name: binding.name, offset, value });
  if (folded.removed)
    return {
      kind: 'edits',
      edits: folded.edits,
      births: folded.births,
      flows: folded.flows,
      assumptions: folded.assumptions,
    };
  const text = apply(file.text, folded.edits);
  const after = parse(file.path, text);
  if (!isParsed(after)) return wouldBreak;
  const moved = mapOffset(folded.edits, offset, 'after');
  const left = bindingAt(after, moved);
  if (!left) return wouldBreak;
  if (left.references.length > 0) return kept('unfolded-use', `a use of ${binding.name} cannot be folded`);
  const site = makeSite(workspace, after);
  // The initializer is the read itself, which only exists to reach the flag.
  const removal = removeDeclared(site, left, () => true);
  if (!removal) return kept('nested-pattern', `${binding.name} cannot be taken out of its pattern`);
  return {
    kind: 'edits',
    edits: folded.edits.length > 0 ? compose(folded.edits, removal) : removal,
    births: folded.births.map((birth) => ({ ...birth, offset: mapOffset(removal, birth.offset, 'after') })),
    flows: folded.flows,
    assumptions: folded.assumptions,
  };
}

/** Refuses what does not parse, or leaves a name without its declaration. */
function checked(file: SourceFile, planned: PlannedRead & { kind: 'edits' }): PlannedRead {
  const after = parse(file.path, apply(file.text, planned.edits));
  if (!isParsed(after)) return wouldBreak;
  const known = unresolvedNames(file);
  const unresolved = unresolvedNames(after).filter((name) => !known.includes(name));
  const lost = [...new Set([...unresolved, ...lostVars(file, planned.edits)])];
  if (lost.length === 0) return planned;
  const edits = keepVars(file, planned.edits, lost);
  const again = edits && parse(file.path, apply(file.text, edits));
  if (edits && again && isParsed(again) && unresolvedNames(again).every((name) => known.includes(name))) {
    // What was noted of the text behind has moved by the declarations.
    const births = planned.births.map((birth) => ({ ...birth, offset: moved(planned.edits, edits, birth.offset) }));
    return { ...planned, edits, births };
  }
  return kept('would-break', `the result would use ${lost.join(' and ')}, which the removed code declares`);
}

/** Where an offset of the text after some edits lies when other texts are put in the same places. */
function moved(before: readonly Edit[], after: readonly Edit[], offset: number): number {
  let shift = 0;
  let added = 0;
  for (const [index, { start, end, text }] of before.entries()) {
    if (start + shift >= offset) break;
    shift += text.length - (end - start);
    added += after[index]!.text.length - text.length;
  }
  return offset + added;
}

const wouldBreak: PlannedRead = {
  kind: 'kept',
  code: 'would-break',
  because: 'the result would not parse',
};

function kept(code: KeptCode, because: string): PlannedRead {
  return { kind: 'kept', code, because };
}

function canHoldObject(file: SourceFile, node: Node): boolean {
  const parent = parentsOf(file).parent(withTypes(file, node));
  return (
    parent?.type === 'VariableDeclarator' ||
    parent?.type === 'MemberExpression' ||
    parent?.type === 'OptionalMemberExpression'
  );
}

function withTypes(file: SourceFile, node: Node): Node {
  let current = node;
  for (const ancestor of parentsOf(file).ancestors(node)) {
    if (!isTypeWrapper(ancestor)) break;
    current = ancestor;
  }
  return current;
}

function isExported(file: SourceFile, node: Node): boolean {
  for (const ancestor of parentsOf(file).ancestors(node)) {
    if (ancestor.type === 'ExportNamedDeclaration') return true;
    if (/Statement$|Function/.test(ancestor.type)) return false;
  }
  return false;
}
