import type { Node } from '@babel/types';
import { apply, compose, mapOffset } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import { isPrimitive } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { isParsed, isReassigned, isTypeWrapper, parentsOf, parse, scopesOf } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import type { KeptCode } from '../kept-code.ts';
import { mapBack } from '../map-back.ts';
import type { PlannedRead } from '../planned-read.ts';
import { checkedPlan, wouldBreak } from './checked-plan.ts';
import { bindingAt, foldBinding } from './fold-binding.ts';
import { foldExpression } from './fold-expression.ts';
import { makeSite } from './make-site.ts';
import { removeDeclared } from './remove-declared.ts';

/** An expression of a file that always has one value. */
export interface ValueAt {
  readonly node: Node;
  readonly value: Constant;
  /** Parts of it that have an effect and must still be evaluated, in this order. */
  readonly effects?: readonly Node[];
}

/** Everything that the value of an expression decides in its file: the branch, or the uses of the local that it gives its value. */
export function planValue(workspace: Workspace, file: SourceFile, known: ValueAt): PlannedRead {
  return checkedPlan(file, planned(workspace, file, known));
}

function planned(workspace: Workspace, file: SourceFile, { node, value, effects = [] }: ValueAt): PlannedRead {
  if (!isPrimitive(value) && !canHoldObject(file, node)) {
    return kept('object-value', 'the value is an object, which cannot be repeated where the flag is read');
  }
  const site = makeSite(workspace, file);
  const result = foldExpression(site, { node, value, effects, uncovered: false });
  if (result.kind === 'refused') return kept(result.code, result.because);
  const flows = result.flow ? [result.flow] : [];
  const { assumptions } = site;
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

/**
 * The same of a local that a pattern takes out of what gives it its value: `const { on } = useFlags()`. Its uses are folded first,
 * then it is taken out of the pattern.
 */
export function planLocal(workspace: Workspace, file: SourceFile, local: Node, value: Constant): PlannedRead {
  return checkedPlan(file, plannedLocal(workspace, file, local, value));
}

function plannedLocal(workspace: Workspace, file: SourceFile, local: Node, value: Constant): PlannedRead {
  const binding = scopesOf(file).bindingOf(local);
  if (!binding) return kept('nested-pattern', 'the value of the flag is destructured further');
  if (isReassigned(binding)) return kept('reassigned', `${binding.name} is assigned again`);
  if (isExported(file, local)) return kept('exported-value', `${binding.name} is exported`);
  const offset = local.start!;
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

/**
 * The uses of a local or parameter, and its declaration as far as nothing else would go with it. A name that can be folded nowhere is
 * kept with the reason.
 */
export function planUses(workspace: Workspace, file: SourceFile, local: Node, value: Constant): PlannedRead {
  const binding = scopesOf(file).bindingOf(local);
  if (!binding) return kept('unfolded-use', 'the name is declared in a way that does not tell its uses');
  const { edits, births, flows, assumptions } = foldBinding(workspace, file.path, file.text, {
    name: binding.name,
    offset: local.start!,
    value,
  });
  if (edits.length > 0) return checkedPlan(file, { kind: 'edits', edits, births, flows, assumptions });
  const [hindrance] = flows;
  if (hindrance?.kind === 'reassigned') return kept('reassigned', `${binding.name} is assigned again`);
  if (hindrance?.kind === 'read-early')
    return kept('read-early', `${binding.name} may be read before it has its value`);
  if (hindrance?.kind === 'dynamic-scope') return kept('dynamic-scope', `eval or with may use ${binding.name}`);
  return kept('unfolded-use', `a use of ${binding.name} cannot be folded`);
}

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
