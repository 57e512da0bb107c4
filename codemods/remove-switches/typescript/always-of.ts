import type { Node } from '@babel/types';
import type { Binding, SourceFile } from '@ffsd/typescript';
import { isPure, isReassigned, parentsOf, scopesOf, withoutTypes } from '@ffsd/typescript';

/** What an expression of `!`, `&&` and `||` comes to, whatever the names in it hold. */
export interface Always {
  readonly value: boolean;
  /** The declarations of the names that were looked into. */
  readonly through: readonly Node[];
}

/**
 * `!failed && !isShown` after `const isShown = !failed` is always `false`: whether a `const` counts as true does not change.
 *
 * The answer is for the value itself: `list && !list` is false or an empty text, so that nothing is said of it.
 */
export function alwaysOf(file: SourceFile, expression: Node): Always | undefined {
  const through = new Set<Node>();
  const atoms = new Map<Binding, number>();
  const formula = formulaOf(file, expression, { atoms, through, depth: 0 });
  if (!formula || atoms.size === 0 || atoms.size > maximum) return undefined;
  const results = new Set<boolean | 'open'>();
  for (let row = 0; row < 2 ** atoms.size; row++) results.add(valueIn(formula, row));
  const [only] = results;
  return results.size === 1 && typeof only === 'boolean' ? { value: only, through: [...through] } : undefined;
}

const maximum = 6;

type Formula =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'atom'; readonly index: number }
  | { readonly kind: 'not'; readonly of: Formula }
  | { readonly kind: 'and' | 'or'; readonly left: Formula; readonly right: Formula };

interface Names {
  readonly atoms: Map<Binding, number>;
  readonly through: Set<Node>;
  readonly depth: number;
}

function formulaOf(file: SourceFile, expression: Node, names: Names): Formula | undefined {
  const node = withoutTypes(expression);
  switch (node.type) {
    case 'BooleanLiteral':
      return { kind: 'constant', value: node.value };
    case 'UnaryExpression': {
      const of = node.operator === '!' ? formulaOf(file, node.argument, names) : undefined;
      return of && { kind: 'not', of };
    }
    case 'LogicalExpression': {
      if (node.operator === '??') return undefined;
      const left = formulaOf(file, node.left, names);
      const right = left && formulaOf(file, node.right, names);
      return left && right && { kind: node.operator === '&&' ? 'and' : 'or', left, right };
    }
    case 'Identifier':
      return ofName(file, node, names);
    default:
      return undefined;
  }
}

function ofName(file: SourceFile, node: Node, { atoms, through, depth }: Names): Formula | undefined {
  const binding = scopesOf(file).bindingOf(node);
  const [declaration] = binding?.declarations ?? [];
  // A name that is read too early has another value then.
  if (!binding || !declaration || binding.declarations.length > 1 || isReassigned(binding)) return undefined;
  if (!/^(?:const|param)$/.test(binding.kind) || !isPure(node, file)) return undefined;
  const owner = parentsOf(file).parent(declaration);
  if (owner?.type === 'VariableDeclarator' && owner.id === declaration && owner.init && depth < 4) {
    const inner: Names = { atoms: new Map(atoms), through: new Set(through), depth: depth + 1 };
    const formula = formulaOf(file, owner.init, inner);
    if (formula) {
      for (const [one, index] of inner.atoms) atoms.set(one, index);
      for (const one of inner.through) through.add(one);
      through.add(owner);
      return formula;
    }
  }
  if (!atoms.has(binding)) atoms.set(binding, atoms.size);
  return { kind: 'atom', index: atoms.get(binding)! };
}

/** The value for one choice of what holds; `open` where it is that of a name. */
function valueIn(formula: Formula, row: number): boolean | 'open' {
  switch (formula.kind) {
    case 'constant':
      return formula.value;
    case 'atom':
      return 'open';
    case 'not':
      return !holds(formula.of, row);
    case 'and':
      return valueIn(holds(formula.left, row) ? formula.right : formula.left, row);
    case 'or':
      return valueIn(holds(formula.left, row) ? formula.left : formula.right, row);
    default:
      return formula satisfies never;
  }
}

function holds(formula: Formula, row: number): boolean {
  switch (formula.kind) {
    case 'constant':
      return formula.value;
    case 'atom':
      return (row & (1 << formula.index)) !== 0;
    case 'not':
      return !holds(formula.of, row);
    case 'and':
      return holds(formula.left, row) && holds(formula.right, row);
    case 'or':
      return holds(formula.left, row) || holds(formula.right, row);
    default:
      return formula satisfies never;
  }
}
