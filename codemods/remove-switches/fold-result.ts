import type { Edit } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import type { KeptCode } from './kept-code.ts';

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
  | 'generator'
  | 'unfolded-use'
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

export function refused(code: KeptCode, because: string): FoldResult {
  return { kind: 'refused', code, because };
}

export function edited(edits: readonly Edit[], more: { birth?: Birth; flow?: Flow } = {}): FoldResult {
  return { kind: 'edits', edits: edits.filter(({ start, end, text }) => start !== end || text !== ''), ...more };
}
