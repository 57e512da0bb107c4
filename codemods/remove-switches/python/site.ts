import type { Constant } from '@ffsd/fold';
import type { AnyNode, BaseExpression, SourceFile } from '@ffsd/python';
import { isBoolean, isPure } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import type { Known } from '../fold-result.ts';
import { constantOf } from './constant-of.ts';
import { isSeenByOthers } from './is-seen-by-others.ts';
import { readingMethodsOf } from './reading-methods.ts';

/** Everything that a fold may ask about the file it works on. */
export interface Site {
  readonly workspace: Workspace;
  readonly file: SourceFile;
  /** The value of an expression that is constant by itself. */
  constantOf(node: AnyNode): Known | undefined;
  /** Whether evaluating the expression has no effect. Attributes and operators are taken to have none. */
  isPure(node: AnyNode): boolean;
  /** Whether the expression may go; what that assumes beyond the law of the language is noted. */
  mayDrop(node: AnyNode): boolean;
  /** Notes what is taken for granted, in words behind "see that". */
  assume(what: string): void;
  /** What was assumed so far, in words for a reviewer. */
  readonly assumptions: readonly string[];
  /** Whether other files can see the name that is bound at the top level of this one. */
  isExported(name: string): boolean;
  /** Whether the expression yields `True` or `False` and nothing else. */
  isBoolean(node: AnyNode): boolean;
}

/** An expression whose value is known, and what must still be evaluated before it, in this order. */
export interface KnownExpression {
  readonly node: BaseExpression;
  readonly value: Constant;
  readonly effects: readonly AnyNode[];
  /** Set when the value is not that of the flag itself but of a literal that the fold uncovered: `'new' if on else 'old'`. */
  readonly uncovered: boolean;
  /** The uncovered literal, as long as the value is still its own. */
  readonly literal?: BaseExpression | undefined;
}

export function makeSite(workspace: Workspace, file: SourceFile): Site {
  const assumptions: string[] = [];
  return {
    workspace,
    file,
    constantOf: (node) => constantOf(workspace, file, node),
    isPure: (node) => isPure(node, file, 'members'),
    mayDrop(node) {
      if (isPure(node, file, 'members')) return true;
      const methods = readingMethodsOf(node, file);
      if (!methods) return false;
      const text = sourceOf({ file }, node).replace(/\s+/g, ' ');
      assumptions.push(`${text} was dropped with the flag: ${methods.join(' and ')} is taken to have no effect`);
      return true;
    },
    assume: (what) => void assumptions.push(what),
    assumptions,
    isExported: (name) => isSeenByOthers(workspace, file, name),
    isBoolean: (node) => isBoolean(node, file),
  };
}

/** The characters of the node without the white space and parentheses around it. */
export function sourceOf({ file }: Pick<Site, 'file'>, node: AnyNode): string {
  return file.text.slice(node.start, node.end);
}
