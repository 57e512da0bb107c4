import type { Constant } from '@ffsd/fold';
import type { DjangoFile, Expression, Place } from '@ffsd/templates';
import type { Workspace } from '@ffsd/workspace';

/** Everything that a fold may ask about the template it works on. */
export interface Site {
  readonly workspace: Workspace;
  readonly file: DjangoFile;
  /** What was assumed so far, in words for a reviewer. */
  readonly assumptions: string[];
}

/** An expression whose value is known. */
export interface KnownExpression {
  readonly node: Expression;
  readonly place: Place;
  readonly value: Constant;
  /** The literal that the fold uncovered, `'new'` of `'new' if on else 'old'`: the value is not that of the flag itself. */
  readonly literal?: Expression | undefined;
}

export function makeSite(workspace: Workspace, file: DjangoFile): Site {
  return { workspace, file, assumptions: [] };
}

export function sourceOf(
  { file }: Pick<Site, 'file'>,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return file.text.slice(start, end);
}
