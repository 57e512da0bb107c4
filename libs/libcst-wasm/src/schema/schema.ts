/**
 * The words in which LibCST's nodes are described. A description says which fields a node has and in which order its
 * tokens and fields stand in the text; the Rust walker, the TypeScript classes, the printer and the reference pages
 * are all written from it, so that none of them can disagree with another.
 */

/** A node as LibCST has it. */
export interface NodeSpec {
  /** LibCST's class name. */
  readonly name: string;
  /** What the node is, for the reference page: one sentence of our own. */
  readonly doc: string;
  /** LibCST's field names (snake case), in the order of LibCST's constructor. */
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** Tokens and fields in the order of the text. */
  readonly layout: readonly Item[];
  /** How the crate has the value: its struct, unless said otherwise. */
  readonly rust?: RustSpec;
  /** For a node whose text depends on where it stands (`given()`): what to print where it stands nowhere. */
  readonly given?: string;
}

/** Where the crate's shape differs from a struct of the node's name with one field per field. */
export interface RustSpec {
  /**
   * `variant`: fields of an enum's variant (`Element::Simple { value, comma }`). `inline`: a struct whose type the crate
   * does not export, so that no function can name it. `tuple`: `SimpleWhitespace(pub &str)`. `custom`: written by hand.
   */
  readonly shape: 'variant' | 'inline' | 'tuple' | 'custom';
  /** Fields that the crate does not have. */
  readonly lacks?: readonly string[];
}

export interface FieldSpec {
  /** The name of a node or of a union, `text` or `flag`. */
  readonly type: string;
  readonly many: 'one' | 'optional' | 'list' | 'optional-list' | 'list-or-one';
  /** The value that `create` takes where none is given; a field without one must be given. */
  readonly default?: DefaultSpec;
}

/** `null`, a text, a flag, an empty list, or a node: its type and the fields that differ from that type's own defaults. */
export type DefaultSpec =
  | { readonly kind: 'null' }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'list'; readonly of: readonly NodeDefault[] }
  | ({ readonly kind: 'node' } & NodeDefault);

export interface NodeDefault {
  readonly type: string;
  readonly fields?: Readonly<Record<string, DefaultSpec>>;
}

/** A set of nodes that may stand in the same field. */
export interface UnionSpec {
  /** LibCST's name of the base class, or ours where LibCST has none. */
  readonly name: string;
  /** The crate's enum; a union without one exists in TypeScript only. */
  readonly rust?: string;
  /** Variant of the enum → node or union. */
  readonly members: Readonly<Record<string, string>>;
}

export type Item =
  | { readonly kind: 'field'; readonly field: string; readonly pass?: string; readonly mended?: boolean }
  | { readonly kind: 'token'; readonly text: string }
  | { readonly kind: 'keyword'; readonly rust: string }
  | { readonly kind: 'indent' }
  | { readonly kind: 'indent-if'; readonly field: string }
  | { readonly kind: 'push-indent'; readonly field: string }
  | { readonly kind: 'pop-indent' }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'start-of'; readonly field: string }
  | { readonly kind: 'end-of'; readonly fields: readonly string[] }
  | {
      readonly kind: 'joined';
      readonly fields: readonly JoinedField[];
      readonly between: string;
      readonly alone?: string;
    }
  | { readonly kind: 'separator'; readonly field: string }
  | {
      readonly kind: 'or-else';
      readonly field: string;
      readonly text: string | GivenText;
      /** The text stands only where one of these is, if there are any, and */
      readonly needs: readonly string[];
      /** only where this is not. */
      readonly unless?: string;
    }
  | { readonly kind: 'when'; readonly field: string; readonly items: readonly Item[] }
  | { readonly kind: 'text'; readonly field: string; readonly otherwiseGiven?: boolean }
  | { readonly kind: 'whole'; readonly field: string }
  | { readonly kind: 'if-empty'; readonly field: string; readonly items: readonly Item[] }
  | { readonly kind: 'default-newline' };

export interface JoinedField {
  readonly field: string;
  readonly pass?: string;
  /** What stands around the field where there is one, such as the stars before the rest of a mapping pattern. */
  readonly before?: readonly Item[];
  readonly after?: readonly Item[];
  /** What stands for the field where it is empty and one of `needs` is not, such as `/` after positional-only parameters. */
  readonly stand?: { readonly text: string; readonly needs: readonly string[] };
}

/** A text that depends on what the parent gave: for `->` a space, for `:` nothing. */
export interface GivenText {
  readonly given: Readonly<Record<string, string>>;
}

// Fields.

const NULL: DefaultSpec = { kind: 'null' };

/** A node that must be there. */
export const one = (type: string, fields?: Readonly<Record<string, DefaultSpec>> | 'default'): FieldSpec =>
  fields === undefined
    ? { type, many: 'one' }
    : { type, many: 'one', default: fields === 'default' ? { kind: 'node', type } : { kind: 'node', type, fields } };
/** A node that may be there; `required` for those that LibCST wants to be said even when they are None. */
export const optional = (type: string, required?: 'required'): FieldSpec =>
  required ? { type, many: 'optional' } : { type, many: 'optional', default: NULL };
export const list = (type: string, required?: 'required'): FieldSpec =>
  required ? { type, many: 'list' } : { type, many: 'list', default: { kind: 'list', of: [] } };
export const listOf = (type: string, ...of: NodeDefault[]): FieldSpec => ({
  type,
  many: 'list',
  default: { kind: 'list', of },
});
export const optionalList = (type: string): FieldSpec => ({ type, many: 'optional-list', default: NULL });
export const listOrOne = (type: string): FieldSpec => ({ type, many: 'list-or-one' });
export const text = (value?: string): FieldSpec =>
  value === undefined ? { type: 'text', many: 'one' } : { type: 'text', many: 'one', default: { kind: 'text', value } };
export const optionalText = (): FieldSpec => ({ type: 'text', many: 'optional', default: NULL });
export const flag = (value: boolean): FieldSpec => ({ type: 'flag', many: 'one', default: { kind: 'flag', value } });

const space = (value: string): DefaultSpec => ({
  kind: 'node',
  type: 'SimpleWhitespace',
  fields: { value: { kind: 'text', value } },
});
/** White space that may span lines, inside parentheses. */
export const ws = (value: string): FieldSpec => ({
  type: 'BaseParenthesizableWhitespace',
  many: 'one',
  default: space(value),
});
/** White space on one logical line. */
export const simple = (value: string): FieldSpec => ({ type: 'SimpleWhitespace', many: 'one', default: space(value) });
export const around = (before: string, after: string): Readonly<Record<string, DefaultSpec>> => ({
  whitespace_before: space(before),
  whitespace_after: space(after),
});

// Items.

export const START: Item = { kind: 'start' };
export const END: Item = { kind: 'end' };
export const INDENT: Item = { kind: 'indent' };
export const POP_INDENT: Item = { kind: 'pop-indent' };
export const DEFAULT_NEWLINE: Item = { kind: 'default-newline' };
export const token = (value: string): Item => ({ kind: 'token', text: value });
export const keyword = (rust: string): Item => ({ kind: 'keyword', rust });
export const field = (name: string, pass?: string): Item =>
  pass === undefined ? { kind: 'field', field: name } : { kind: 'field', field: name, pass };
/** White space that the crate does not always keep, and that is taken from the text where it is missing. */
export const mended = (name: string): Item => ({ kind: 'field', field: name, mended: true });
export const fields = (...names: string[]): Item[] => names.map((name) => field(name));
export const startOf = (name: string): Item => ({ kind: 'start-of', field: name });
export const endOf = (...names: string[]): Item => ({ kind: 'end-of', fields: names });
export const indentIf = (name: string): Item => ({ kind: 'indent-if', field: name });
export const pushIndent = (name: string): Item => ({ kind: 'push-indent', field: name });
export const separator = (name: string): Item => ({ kind: 'separator', field: name });
export const joined = (names: readonly (string | JoinedField)[], between: string, alone?: string): Item => {
  const of = names.map((name) => (typeof name === 'string' ? { field: name } : name));
  return alone === undefined ? { kind: 'joined', fields: of, between } : { kind: 'joined', fields: of, between, alone };
};
export const orElse = (name: string, value: string | GivenText, ...needs: string[]): Item => ({
  kind: 'or-else',
  field: name,
  text: value,
  needs,
});
export const orElseUnless = (name: string, value: string, unless: string): Item => ({
  kind: 'or-else',
  field: name,
  text: value,
  needs: [],
  unless,
});
export const when = (name: string, ...items: Item[]): Item => ({ kind: 'when', field: name, items });
export const ifEmpty = (name: string, ...items: Item[]): Item => ({ kind: 'if-empty', field: name, items });
export const textOf = (name: string, otherwiseGiven?: boolean): Item =>
  otherwiseGiven ? { kind: 'text', field: name, otherwiseGiven } : { kind: 'text', field: name };
export const whole = (name: string): Item => ({ kind: 'whole', field: name });

/** A node in any number of parentheses. They are its own, but not part of its position. */
export const parenthesized = (...items: Item[]): Item[] => [field('lpar'), START, ...items, END, field('rpar')];
export const PARENTHESES = { lpar: list('LeftParen'), rpar: list('RightParen') } as const;
