import type { Expression, Node } from '@babel/types';
import type { Constant } from '@ffsd/fold';
import type { ParentTable, SourceFile } from '@ffsd/typescript';
import type { ConditionProp } from '../condition-prop.ts';
import type { Known } from '../fold-result.ts';

export type { Birth, Flow, FoldResult, Known } from '../fold-result.ts';
export { edited, refused } from '../fold-result.ts';

/** Everything that a fold may ask about the file it works on. */
export interface Site {
  readonly file: SourceFile;
  readonly parents: ParentTable;
  /** The value of an expression that is constant by itself: a literal, an enum member, a constant of another file. */
  constantOf(node: Node): Known | undefined;
  /** Whether evaluating the expression has no effect. */
  isPure(node: Node): boolean;
  /** Whether the expression may go; what that assumes beyond the law of the language is noted. */
  mayDrop(node: Node): boolean;
  /** Components that choose by a property what they render. */
  readonly conditionProps: readonly ConditionProp[];
  /** Notes what is taken for granted, in words behind "see that". */
  assume(what: string): void;
  /** What was assumed so far, in words for a reviewer. */
  readonly assumptions: readonly string[];
  /** Whether other files can see the name, by its declaration or by `export { name }`. */
  isExported(identifier: Node): boolean;
  /** Whether the identifier means the global of that name. */
  isGlobal(node: Node): boolean;
  /** The names that a block declares for itself: `let`, `const`, `class`, `function`, and types. */
  namesDeclaredIn(block: Node): readonly string[];
  /** Whether the name, used or declared outside `block` but where its content will stand, means something else. */
  isNameMeantOutside(name: string, block: Node, whole: Node): boolean;
  /** Whether something that the declaration declares is used outside `start..end`. */
  isUsedOutside(declaration: Node, start: number, end: number): boolean;
  /** Whether the expression yields `true` or `false` and nothing else. */
  isBoolean(node: Node): boolean;
}

/** An expression whose value is known, and what must still be evaluated before it, in this order. */
export interface KnownExpression {
  readonly node: Expression | Node;
  readonly value: Constant;
  readonly effects: readonly Node[];
  /** Set when the value is not that of the flag itself but of a literal that the fold uncovered: `on ? 'new' : 'old'`. */
  readonly uncovered: boolean;
  /** The uncovered literal, as long as the value is still its own. */
  readonly literal?: Node | undefined;
}

export function sourceOf(site: Site, node: Node): string {
  return site.file.text.slice(node.start!, node.end!);
}
