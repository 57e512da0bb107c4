import type { AnyNode, Module, Newline } from './generated/nodes.ts';
import { printers } from './generated/printers.ts';
import { shapes } from './generated/shapes.ts';
import { needsSpace } from './needs-space.ts';
import type { Node } from './node.ts';
import { givenTo, indentsAround } from './place.ts';

/**
 * Says what a node's text is made of, from its fields.
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

/**
 * Who wants to know where the nodes are. Offsets are UTF-16 code units of the text so far. A space that keeps two words
 * apart counts to the node after it.
 */
export interface Listener {
  /** Before a node is printed. Answers how long its text is if it need not be printed, or undefined. */
  readonly opened?: (node: AnyNode, offset: number) => number | undefined;
  /** After a node is printed. */
  readonly closed?: (node: AnyNode, offset: number) => void;
}

/** What a module prints where nodes leave it open. */
export interface Defaults {
  readonly defaultIndent: string;
  readonly defaultNewline: string;
}

/**
 * Collects the words of a text and knows the indentation.
 *
 * The function of a node does not print its children, it only says which there are: they wait on a stack, so that a sum
 * of thirty thousand operands, which is a tree of that depth, needs no deeper stack of calls than `a + b`.
 */
export class Printer {
  private readonly words: string[] = [];
  private length = 0;
  /** What is still to be printed, the next one last. */
  private readonly waiting: Waiting[] = [];
  /** Where in `waiting` the parts of the node begin that is being looked at. */
  private first = 0;
  private readonly indents: string[];
  private readonly defaults: Defaults;
  /** Whether the node that is being looked at was built, and so may have brought words together. */
  private isBuilt = false;
  /** Whether what is printed next may run together with what was printed last. */
  private mayFuse = false;
  /** A file may end without a newline; what is printed after it begins on a new line all the same. */
  private owesNewline = false;
  private readonly listener: Listener;
  private readonly copies: boolean;

  /**
   * @param indents The indentation of the blocks around, from the outside in.
   * @param defaults Of the module.
   * @param listener `copy` to take the text of parsed nodes from their source where it is the same.
   */
  constructor(indents: readonly string[], defaults: Defaults, listener: Listener | 'copy') {
    this.indents = [...indents];
    this.defaults = defaults;
    this.copies = listener === 'copy';
    this.listener = listener === 'copy' ? {} : listener;
  }

  /** Prints a node and all that is below it. */
  print(node: Node, given: string): string {
    this.open(node, given, '');
    for (let next = this.waiting.pop(); next !== undefined; next = this.waiting.pop()) {
      if (typeof next === 'string') this.write(next);
      else if (typeof next === 'function') next(this);
      else if (next instanceof Placed) this.open(next.node, next.given, next.separator);
      else this.open(next, shapes[next.kind]!.given, '');
    }
    return this.words.join('');
  }

  // What the functions of the nodes say.

  token(word: string): void {
    if (word === '') return;
    // What comes first in its node need not wait.
    if (this.waiting.length === this.first) this.write(word);
    else this.wait(word);
  }

  node(node: Node, given?: string, separator = ''): void {
    const isPlain = given === undefined && separator === '';
    this.wait(isPlain ? node : new Placed(node, given ?? shapes[node.kind]!.given, separator));
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
    this.later((printer) => printer.writeIndent());
  }

  pushIndent(indent: string | null): void {
    this.later((printer) => printer.indents.push(indent ?? printer.defaults.defaultIndent));
  }

  popIndent(): void {
    this.later((printer) => printer.indents.pop());
  }

  defaultNewline(): void {
    this.token(this.defaults.defaultNewline);
  }

  newline(node: Newline): void {
    const isAdded = node.tree !== null && (node.tree.flags(node.row) & 1) !== 0;
    if (!isAdded) this.token(node.value ?? this.defaults.defaultNewline);
    else
      this.later((printer) => {
        printer.owesNewline = true;
      });
  }

  hasParameters(node: Node): boolean {
    return node.children().length > 0;
  }

  module(node: Module): void {
    if (node.encoding === 'utf-8-sig') this.token('\ufeff');
    for (const line of node.header) this.node(line);
    for (const statement of node.body) this.node(statement);
    for (const line of node.footer) this.node(line);
    this.later((printer) => (node.hasTrailingNewline ? printer.endLine() : printer.dropNewline()));
  }

  private later(step: Step): void {
    if (this.waiting.length === this.first) step(this);
    else this.wait(step);
  }

  private wait(next: Waiting): void {
    if (this.isBuilt) this.waiting.push(joint);
    this.waiting.push(next);
  }

  private open(node: Node, given: string, separator: string): void {
    const passed = this.listener.opened?.(node as AnyNode, this.length);
    if (passed !== undefined) {
      this.length += passed;
      return;
    }
    if (this.copies && node.hole !== null) return;
    if (this.copies && node.tree !== null && separator === '' && this.printsAsItStands(node, given)) {
      this.write(node.code);
      return;
    }
    if (this.listener.closed) this.waiting.push((printer) => printer.listener.closed!(node as AnyNode, printer.length));
    this.first = this.waiting.length;
    this.isBuilt = node.tree === null && !isLiteral.has(node.type);
    printers[node.kind]!(this, node, given, separator);
    reverse(this.waiting, this.first);
  }

  /**
   * Whether a parsed node prints here what stands in its source. If it does not end its file, which may lack a newline, it
   * is enough that nothing is different of what its text depends on.
   */
  private printsAsItStands(node: Node, given: string): boolean {
    const { defaultIndent, defaultNewline, source } = node.tree!;
    if (
      node.fullEnd === source.length ||
      defaultIndent !== this.defaults.defaultIndent ||
      defaultNewline !== this.defaults.defaultNewline ||
      given !== givenTo(node)
    ) {
      return false;
    }
    const indents = indentsAround(node);
    return indents.length === this.indents.length && indents.every((indent, index) => indent === this.indents[index]);
  }

  private write(word: string): void {
    if (word === '') return;
    if (this.owesNewline) {
      this.owesNewline = false;
      this.write(this.defaults.defaultNewline);
    }
    if (this.mayFuse) {
      this.mayFuse = false;
      if (needsSpace(this.words.at(-1) ?? '', word)) this.write(' ');
    }
    this.words.push(word);
    this.length += word.length;
  }

  private writeIndent(): void {
    for (const word of this.indents) this.write(word);
  }

  /** @internal */
  meet(): void {
    this.mayFuse = true;
  }

  private endLine(): void {
    if (!this.owesNewline && this.words.length > 0) return;
    this.owesNewline = false;
    this.write(this.defaults.defaultNewline);
  }

  private dropNewline(): void {
    if (this.owesNewline) return;
    const word = this.words.pop() ?? '';
    this.length -= word.length;
    this.write(word.replace(/(\r\n|\r|\n)$/, ''));
  }
}

/** Where two parts of a built node meet. In a parsed node all that stands together stood together before. */
const joint: Step = (printer) => printer.meet();

/** What stands together in an f-string is one text. */
const isLiteral = new Set([
  'FormattedString',
  'FormattedStringExpression',
  'TemplatedString',
  'TemplatedStringExpression',
]);

/** A change of the printer's state at its time. */
type Step = (printer: Printer) => void;

type Waiting = string | Node | Placed | Step;

/** A node and what its parent gives it. */
class Placed {
  readonly node: Node;
  readonly given: string;
  readonly separator: string;

  constructor(node: Node, given: string, separator: string) {
    this.node = node;
    this.given = given;
    this.separator = separator;
  }
}

function reverse(items: Waiting[], from: number): void {
  for (let low = from, high = items.length - 1; low < high; low++, high--) {
    const item = items[low]!;
    items[low] = items[high]!;
    items[high] = item;
  }
}
