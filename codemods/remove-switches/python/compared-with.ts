import type { Constant } from '@ffsd/fold';
import { type AnyNode, isReassigned, type SourceFile, scopesOf } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { constantOf } from './constant-of.ts';
import type { ReadUse } from './read-use.ts';

/** The constants with which the value of a read is compared, at the read or as a local: `==`, `is`, `in (…)` and `match`. */
export function comparedWith(workspace: Workspace, file: SourceFile, use: ReadUse): readonly Constant[] {
  const known = (node: AnyNode): readonly Constant[] => {
    const value = constantOf(workspace, file, node)?.value;
    return value === undefined ? [] : [value];
  };
  const ofLocal = (local: AnyNode, depth: number): readonly Constant[] => {
    const binding = scopesOf(file).bindingOf(local);
    if (!binding || isReassigned(binding)) return [];
    return binding.references.filter(({ read }) => read).flatMap(({ node }) => ofValue(node, depth + 1));
  };
  const ofValue = (node: AnyNode, depth: number): readonly Constant[] => {
    const parent = node.parent as AnyNode | null | undefined;
    if (!parent || depth > 3) return [];
    switch (parent.type) {
      case 'Comparison': {
        const [only, ...more] = parent.comparisons;
        return only && more.length === 0 && parent.left === node ? ofComparison(only, known) : [];
      }
      case 'ComparisonTarget': {
        const whole = parent.parent as AnyNode;
        if (!equality.has(parent.operator.type) || whole.type !== 'Comparison') return [];
        return whole.comparisons.length === 1 ? known(whole.left as AnyNode) : [];
      }
      case 'Match':
        return parent.subject === node
          ? parent.cases.flatMap(({ pattern }) => ofPattern(pattern as AnyNode, known))
          : [];
      case 'Assign': {
        const [target, ...more] = parent.targets;
        return target?.target.type === 'Name' && more.length === 0 ? ofLocal(target.target, depth) : [];
      }
      default:
        return [];
    }
  };
  if (use.kind === 'expression') return ofValue(use.node as AnyNode, 0);
  // A decorator and all others have no value that could be compared.
  return use.kind === 'unpacked' ? ofLocal(use.local, 0) : [];
}

const equality = new Set(['Equal', 'NotEqual', 'Is', 'IsNot']);

function ofComparison(
  { operator, comparator }: AnyNode & { readonly type: 'ComparisonTarget' },
  known: (node: AnyNode) => readonly Constant[],
): readonly Constant[] {
  const other = comparator as AnyNode;
  if (equality.has(operator.type)) return known(other);
  if (operator.type !== 'In' && operator.type !== 'NotIn') return [];
  if (other.type !== 'Tuple' && other.type !== 'List' && other.type !== 'Set') return [];
  return other.elements.flatMap((element) => (element.type === 'Element' ? known(element.value as AnyNode) : []));
}

function ofPattern(pattern: AnyNode, known: (node: AnyNode) => readonly Constant[]): readonly Constant[] {
  switch (pattern.type) {
    case 'MatchValue':
    case 'MatchSingleton':
      return known(pattern.value as AnyNode);
    case 'MatchOr':
      return pattern.patterns.flatMap((one) => ofPattern(one.pattern as AnyNode, known));
    default:
      return [];
  }
}
