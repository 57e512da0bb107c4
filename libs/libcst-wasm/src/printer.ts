import type { Module, Newline } from './generated/nodes.ts';
import { printers } from './generated/printers.ts';
import { shapes } from './generated/shapes.ts';
import type { Node } from './node.ts';

/**
 * Prints a node from its fields.
 *
 * @param given A word that depends on where the node stands, such as `elif` or `->`.
 * @param separator What to print for a separator that the node does not have, such as the comma between arguments.
 */
export type Print = (printer: Printer, node: Node, given: string, separator: string) => void;

/** A field of a list whose items are separated. */
export interface Joined {
  readonly of: readonly Node[];
  readonly given?: string;
  /** Stands for the field where it is empty. */
  readonly stand?: string | undefined;
  readonly before?: () => void;
  readonly after?: () => void;
}

/** Collects the words of a text and knows the indentation. */
export class Printer {
  readonly words: string[] = [];
  /** UTF-16 code units so far. */
  length = 0;
  private readonly indents: string[];
  private readonly indentation: string;
  private readonly newlines: string;
  /** A file may end without a newline; what is printed after it begins on a new line all the same. */
  private owesNewline = false;
  private readonly seen: ((node: Node, offset: number) => void) | undefined;

  /**
   * @param indents The indentation of the blocks around, from the outside in.
   * @param indentation The module's default indentation.
   * @param newlines The module's default newline.
   * @param seen Called with each node and its offset, before it is printed.
   */
  constructor(
    indents: readonly string[],
    indentation: string,
    newlines: string,
    seen?: (node: Node, offset: number) => void,
  ) {
    this.indents = [...indents];
    this.indentation = indentation;
    this.newlines = newlines;
    this.seen = seen;
  }

  text(): string {
    return this.words.join('');
  }

  token(word: string): void {
    if (word === '') return;
    if (this.owesNewline) {
      this.owesNewline = false;
      this.token(this.newlines);
    }
    this.words.push(word);
    this.length += word.length;
  }

  node(node: Node, given?: string, separator = ''): void {
    this.seen?.(node, this.length);
    printers[node.kind]!(this, node, given ?? shapes[node.kind]!.given, separator);
  }

  separator(node: Node | null, otherwise: string): void {
    if (node === null) this.token(otherwise);
    else this.node(node);
  }

  joined(fields: readonly Joined[], between: string, alone = ''): void {
    const filled = fields.filter((field) => field.of.length > 0 || field.stand !== undefined);
    const only = filled.length === 1 && filled[0]!.of.length === 1;
    filled.forEach((field, place) => {
      const isLastField = place === filled.length - 1;
      if (field.of.length === 0) this.token(field.stand! + (isLastField ? '' : between));
      field.before?.();
      field.of.forEach((item, index) => {
        const isLast = isLastField && index === field.of.length - 1;
        this.node(item, field.given, only ? alone : isLast ? '' : between);
      });
      field.after?.();
    });
  }

  many(value: Node | readonly Node[] | null): readonly Node[] {
    return value === null ? [] : Array.isArray(value) ? (value as readonly Node[]) : [value as Node];
  }

  indent(): void {
    for (const word of this.indents) this.token(word);
  }

  pushIndent(indent: string | null): void {
    this.indents.push(indent ?? this.indentation);
  }

  popIndent(): void {
    this.indents.pop();
  }

  defaultNewline(): void {
    this.token(this.newlines);
  }

  newline(node: Newline): void {
    const isAdded = node.tree !== null && (node.tree.flags(node.row) & 1) !== 0;
    if (isAdded) this.owesNewline = true;
    else this.token(node.value ?? this.newlines);
  }

  hasParameters(node: Node): boolean {
    return node.children().length > 0;
  }

  module(node: Module): void {
    if (node.encoding === 'utf-8-sig') this.token('\ufeff');
    for (const line of node.header) this.node(line);
    for (const statement of node.body) this.node(statement);
    for (const line of node.footer) this.node(line);
    if (node.hasTrailingNewline) this.owesNewline && this.token(this.newlines);
    else if (/^(\r\n|\r|\n)$/.test(this.words.at(-1) ?? '')) this.words.pop();
  }
}
