import type { Constant } from '@ffsd/fold';
import type { AngularExpression, AngularFile, AngularPlace } from '@ffsd/templates';

/** Everything that a fold may ask about the template it works on. */
export interface Site {
  readonly file: AngularFile;
  /** The code of the components that show the template, in which a name of the template may stand as a text. */
  readonly code: string;
  /** What was assumed so far, in words for a reviewer. */
  readonly assumptions: string[];
}

/** An expression whose value is known. */
export interface KnownExpression {
  readonly node: AngularExpression;
  readonly place: AngularPlace;
  readonly value: Constant;
  /** The literal that the fold uncovered, `'new'` of `on ? 'new' : 'old'`: the value is not that of the flag itself. */
  readonly literal?: AngularExpression | undefined;
}

export function sourceOf(
  { file }: Pick<Site, 'file'>,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return file.text.slice(start, end);
}

/** The sign around a template that stands in the code of its component. */
export function delimiterOf({ text, template }: AngularFile): string | undefined {
  return template.start > 0 ? text[template.start - 1] : undefined;
}
