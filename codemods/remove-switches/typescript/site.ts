import type { Expression, Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import type { ParentTable, SourceFile } from '@ffsd/typescript';
import type { KeptCode } from '../kept-code.ts';

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

export interface Known {
  readonly value: Constant;
}

/** A local that is constant from now on, because its initializer became one. */
export interface Birth {
  readonly name: string;
  /** Offset of the identifier, in the text before the edits. */
  readonly offset: number;
  readonly value: Constant;
  /** Other files can see it. */
  readonly exported: boolean;
}

export type FlowKind = Extract<
  KeptCode,
  | 'returned-value'
  | 'passed-value'
  | 'stored-value'
  | 'exported-value'
  | 'reassigned'
  | 'read-early'
  | 'hoisted-var'
  | 'dynamic-scope'
>;

/** Where a constant goes on to, out of the reach of this fold. */
export interface Flow {
  readonly kind: FlowKind;
  /** Offset in the text before the edits. */
  readonly offset: number;
  /** What receives it, as a reader would name it. */
  readonly receiver: string;
}

export type FoldResult =
  | { readonly kind: 'edits'; readonly edits: readonly Edit[]; readonly birth?: Birth; readonly flow?: Flow }
  | { readonly kind: 'refused'; readonly code: KeptCode; readonly because: string };

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

export function refused(code: KeptCode, because: string): FoldResult {
  return { kind: 'refused', code, because };
}

export function edited(edits: readonly Edit[], more: { birth?: Birth; flow?: Flow } = {}): FoldResult {
  return { kind: 'edits', edits: edits.filter(({ start, end, text }) => start !== end || text !== ''), ...more };
}

export function sourceOf(site: Site, node: Node): string {
  return site.file.text.slice(node.start!, node.end!);
}
