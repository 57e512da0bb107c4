/** What is known of a kind of node at run time. */
export interface Shape {
  readonly name: string;
  readonly fields: readonly FieldShape[];
  /** Indices of the fields that are in the text, in the order of the text. */
  readonly order: readonly number[];
  /** The field whose value is the text at the node's own position, such as the value of a name; -1 if there is none. */
  readonly whole: number;
  /** For a node whose text depends on where it stands: what to print where it stands nowhere. */
  readonly given: string;
}

export interface FieldShape {
  /** The property: LibCST's name in camel case. */
  readonly name: string;
  /** LibCST's name. */
  readonly libcst: string;
  /** The name of a node or a union, `text` or `flag`. */
  readonly type: string;
  readonly many: 'one' | 'optional' | 'list' | 'optional-list' | 'list-or-one';
  readonly default?: Default;
  /** For optional white space: the fields without which it is null. */
  readonly needs?: readonly number[];
}

export type Default = null | string | boolean | NodeDefault | readonly NodeDefault[];

export interface NodeDefault {
  readonly node: string;
  readonly fields: Readonly<Record<string, Default>>;
}
