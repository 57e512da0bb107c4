import type { ParsedTemplate } from '@angular/compiler';
import { lineTable } from '@ffsd/edits';
import type { Span } from '../span.ts';
import { compiler } from './compiler.ts';
import { NodeConverter } from './convert-nodes.ts';
import type { AngularNode, AngularPlace } from './tree.ts';

/** A parsed template, which is a whole file, or what stands in a text of a component. All offsets are those of the file. */
export interface AngularFile {
  readonly path: string;
  /** The text of the whole file. */
  readonly text: string;
  readonly template: Span;
  readonly nodes: readonly AngularNode[];
  /** Everything that is evaluated, in the order of the text. */
  readonly places: readonly AngularPlace[];
  /** The names that the template gives a meaning: of references, of variables, of `@let`. */
  readonly declared: ReadonlySet<string>;
}

export interface AngularUnparsable {
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

export function isParsedAngular(parsed: AngularFile | AngularUnparsable): parsed is AngularFile {
  return 'nodes' in parsed;
}

/** @param template where the template stands in the text; by default it is all of it */
export function parseAngular(
  path: string,
  text: string,
  template: Span = { start: 0, end: text.length },
): AngularFile | AngularUnparsable {
  // The parser makes one character of a line end of two, and drops a byte order mark: all offsets behind would be others.
  const source = text
    .slice(template.start, template.end)
    .replace(/\r\n/g, ' \n')
    .replace(/^\uFEFF/, ' ');
  // Before version 17 an `@` was a character like any other.
  const modern = parse(path, source, true);
  const parsed = modern.errors ? parse(path, source, false) : modern;
  const [error] = parsed.errors && modern.errors ? modern.errors : [];
  if (error) {
    const line = lineTable(text).lineOf(template.start + error.span.start.offset);
    return { line, message: error.msg };
  }
  const converter = new NodeConverter(text, template.start);
  const nodes = converter.nodes(parsed.nodes, undefined);
  const { declared } = converter;
  const places = converter.places.toSorted((a, b) => a.expression.start - b.expression.start);
  return { path, text, template, nodes, places, declared };
}

function parse(path: string, source: string, hasBlocks: boolean): ParsedTemplate {
  return compiler().parseTemplate(source, path, {
    preserveWhitespaces: true,
    preserveLineEndings: true,
    preserveSignificantWhitespace: true,
    leadingTriviaChars: [],
    enableBlockSyntax: hasBlocks,
    enableLetSyntax: hasBlocks,
  });
}
