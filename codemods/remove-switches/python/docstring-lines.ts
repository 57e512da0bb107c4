import type { Edit } from '@ffsd/edits';
import type { AnyNode, FunctionDef, SourceFile } from '@ffsd/python';
import { docstringOf, stringSpan } from '@ffsd/python';
import { classAround } from './callee.ts';

/**
 * Removes what the docstrings of a function say of one of its parameters: `:param x:` and `:type x:` with the lines that go on, and
 * the entry under `Args:` or `Parameters`. A constructor may be described by its class. What is said in sentences stays.
 */
export function withoutParameterLines(file: SourceFile, node: FunctionDef, name: string): readonly Edit[] {
  const owner = node.name.value === '__init__' ? classAround(node) : undefined;
  return [owner?.body, node.body].flatMap((suite) => {
    const line = suite && docstringOf(suite as never);
    const literal = line ? stringOf(line) : undefined;
    return literal ? linesOf(file, literal, name) : [];
  });
}

function stringOf(line: AnyNode): AnyNode | undefined {
  const first = line.type === 'SimpleStatementLine' ? line.body[0] : undefined;
  return first?.type === 'Expr' && first.value.type === 'SimpleString' ? first.value : undefined;
}

interface Line {
  readonly start: number;
  /** Behind its line break. */
  readonly end: number;
  readonly text: string;
  readonly indent: number;
}

function linesOf({ text }: SourceFile, literal: AnyNode, name: string): readonly Edit[] {
  const span = stringSpan(literal as never);
  const lines: Line[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/[^\r\n]*(?:\r\n|\r|\n)/g)) {
    const start = span.start + match.index;
    const content = match[0].replace(/[\r\n]+$/, '');
    lines.push({ start, end: start + match[0].length, text: content, indent: /^\s*/.exec(content)![0].length });
  }
  // The first line begins behind the quotes, and the last one holds those that close it: both stay.
  const own = lines.slice(1);
  const gone = new Set([...fieldLines(own, name), ...sectionLines(own, name)]);
  return mergeRuns(own, withEmptied(own, gone));
}

/** `:param x: …`, `:param bool x: …`, `@type x: …` */
function* fieldLines(lines: readonly Line[], name: string): Generator<Line> {
  const field = new RegExp(
    `^\\s*[:@](?:param|parameter|arg|argument|key|keyword|kwarg|type)\\s+(?:[^:]*\\s)?\\*{0,2}${name}\\s*:`,
  );
  for (const [index, line] of lines.entries()) {
    if (!field.test(line.text)) continue;
    yield line;
    yield* continuationOf(lines, index);
  }
}

/** An entry of Google's `Args:` or NumPy's `Parameters`. */
function* sectionLines(lines: readonly Line[], name: string): Generator<Line> {
  const entry = new RegExp(`^\\s*\\*{0,2}${name}\\s*(?:\\([^)]*\\))?\\s*(?::|$)`);
  for (const section of sectionsOf(lines)) {
    for (let index = section.first; index < section.end; index++) {
      const line = lines[index]!;
      if (line.indent !== section.indent || !entry.test(line.text)) continue;
      yield line;
      yield* continuationOf(lines, index);
    }
  }
}

interface Section {
  /** The lines of its title. */
  readonly title: readonly Line[];
  readonly first: number;
  readonly end: number;
  /** Of its entries. */
  readonly indent: number;
}

function sectionsOf(lines: readonly Line[]): readonly Section[] {
  const sections: Section[] = [];
  for (const [index, line] of lines.entries()) {
    const isGoogle =
      /^\s*(?:Args|Arguments|Parameters|Params|Keyword Args|Keyword Arguments|Other Parameters):\s*$/.test(line.text);
    const isNumpy =
      /^\s*(?:Parameters|Other Parameters)\s*$/.test(line.text) && /^\s*-{3,}\s*$/.test(lines[index + 1]?.text ?? '');
    if (!isGoogle && !isNumpy) continue;
    const first = index + (isNumpy ? 2 : 1);
    const indent = lines[first]?.indent ?? 0;
    if (isGoogle && indent <= line.indent) continue;
    let end = first;
    while (end < lines.length && belongs(lines, end, indent)) end++;
    sections.push({ title: lines.slice(index, first), first, end, indent });
  }
  return sections;
}

/** Deeper lines and empty ones between them; under NumPy's title the next title ends it, which is underlined. */
function belongs(lines: readonly Line[], index: number, indent: number): boolean {
  const line = lines[index]!;
  if (line.text.trim() === '')
    return (lines[index + 1]?.indent ?? -1) >= indent && lines[index + 1]!.text.trim() !== '';
  return line.indent >= indent && !/^\s*-{3,}\s*$/.test(lines[index + 1]?.text ?? '');
}

function* continuationOf(lines: readonly Line[], index: number): Generator<Line> {
  const { indent } = lines[index]!;
  for (const line of lines.slice(index + 1)) {
    if (line.text.trim() === '' || line.indent <= indent) return;
    yield line;
  }
}

/** A title without entries goes with its last one, and of two empty lines that come to stand together one does. */
function withEmptied(lines: readonly Line[], gone: ReadonlySet<Line>): ReadonlySet<Line> {
  const all = new Set(gone);
  if (gone.size === 0) return all;
  for (const { title, first, end } of sectionsOf(lines)) {
    const entries = lines.slice(first, end).filter(({ text }) => text.trim() !== '');
    if (entries.length > 0 && entries.every((line) => gone.has(line))) for (const line of title) all.add(line);
  }
  const isEmpty = (line: Line | undefined) => line !== undefined && line.text.trim() === '';
  for (const [index, line] of lines.entries()) {
    if (!all.has(line) || all.has(lines[index + 1]!)) continue;
    let before = index;
    while (before >= 0 && all.has(lines[before]!)) before--;
    const above = lines[before];
    // Behind the last line only the quotes are left.
    if (above && isEmpty(above) && (isEmpty(lines[index + 1]) || index === lines.length - 1)) all.add(above);
  }
  return all;
}

function mergeRuns(lines: readonly Line[], gone: ReadonlySet<Line>): readonly Edit[] {
  const edits: { start: number; end: number; text: string }[] = [];
  for (const line of lines) {
    if (!gone.has(line)) continue;
    const last = edits.at(-1);
    if (last?.end === line.start) last.end = line.end;
    else edits.push({ start: line.start, end: line.end, text: '' });
  }
  return edits;
}
