import { createRequire } from 'node:module';
import type { File } from '@babel/types';
import type { ComponentFile } from '@ffsd/templates';
import { isComponent, isReadComponent, readComponent } from '@ffsd/templates';
import { treeOfComponent } from './component/parse-component.ts';
import { recentTrees } from './recent-trees.ts';
import { reparse } from './reparse.ts';

/** The syntax tree of one text, with the text it belongs to. All offsets are UTF-16. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Babel's tree. Every node has `start` and `end`. */
  readonly tree: File;
  /** Set for a component with its template. The tree then ends with the template: see {@link ComponentTemplate}. */
  readonly component?: ComponentFile;
}

export interface Unparsable {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/**
 * Parses with the parsers of jscodeshift, without recast's copy of the tree.
 *
 * @param path decides the dialect: `.ts`, `.mts`, `.cts` without JSX, `.tsx` with it, `.js`, `.jsx`, `.mjs`, `.cjs` as TypeScript with JSX
 *   first and as Flow when that fails, `.vue` what the component says its scripts are.
 */
export function parse(path: string, text: string): SourceFile | Unparsable {
  const earlier = recent.of(path);
  const known = earlier.find((one) => one.text === text);
  if (known) return known;
  const parsed = reparsed(earlier[0], text) ?? parseText(path, text);
  if (isParsed(parsed)) recent.add(parsed);
  return parsed;
}

const recent = recentTrees(1_000_000, 3);

function reparsed(known: SourceFile | undefined, text: string): SourceFile | undefined {
  // Where the first dialect fails, the second one is tried: the parts of such a file may be of either.
  if (!known || !inFirstDialect.has(known)) return undefined;
  const [dialect] = dialectsOf(known.path);
  const file = reparse(known, text, (part) => treeOf(dialect!, part));
  if (file) inFirstDialect.add(file);
  return file;
}

const inFirstDialect = new WeakSet<SourceFile>();

function treeOf(dialect: Dialect, text: string): File | undefined {
  try {
    return parserOf(dialect).parse(withoutMark(text)) as File;
  } catch {
    return undefined;
  }
}

/** A byte order mark is no part of the grammar, but offsets must count it: a space keeps its place. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
}

function parseText(path: string, text: string): SourceFile | Unparsable {
  const component = isComponent(path) ? readComponent(path, text) : undefined;
  if (component && !isReadComponent(component)) return component;
  let first: Unparsable | undefined;
  for (const [index, dialect] of (component ? dialectsOfComponent(component) : dialectsOf(path)).entries()) {
    try {
      const parser = parserOf(dialect);
      if (component) {
        return { path, text, component, tree: treeOfComponent(component, (code) => parser.parse(code) as File) };
      }
      const file = { path, text, tree: parser.parse(withoutMark(text)) as File };
      if (index === 0) inFirstDialect.add(file);
      return file;
    } catch (error) {
      first ??= describe(path, error);
    }
  }
  return first!;
}

export function isParsed(result: SourceFile | Unparsable): result is SourceFile {
  return 'tree' in result;
}

type Dialect = 'ts' | 'tsx' | 'flow';

function dialectsOf(path: string): readonly Dialect[] {
  if (/\.[cm]?ts$/.test(path)) return ['ts'];
  if (path.endsWith('.tsx')) return ['tsx'];
  return ['tsx', 'flow'];
}

function dialectsOfComponent({ language }: ComponentFile): readonly Dialect[] {
  return language === 'js' ? ['tsx', 'flow'] : [language];
}

interface Parser {
  parse(text: string): unknown;
}

const parsers = new Map<Dialect, Parser>();
const require = createRequire(import.meta.url);

function parserOf(dialect: Dialect): Parser {
  let parser = parsers.get(dialect);
  if (!parser) {
    // Only the parser module: all of jscodeshift costs four times as much to load.
    const getParser = require('jscodeshift/src/getParser') as (name: string, options?: ParserOptions) => Parser;
    parser = getParser('babylon', dialect === 'flow' ? undefined : typescriptOptions(dialect));
    parsers.set(dialect, parser);
  }
  return parser;
}

interface ParserOptions {
  readonly plugins: readonly unknown[];
  readonly tokens: boolean;
  readonly attachComment: boolean;
}

/**
 * jscodeshift's own options for TypeScript, without the list of tokens and without comments hung on nodes: recast needs both, edits by
 * span need neither, and they cost a quarter of the parse.
 */
function typescriptOptions(dialect: 'ts' | 'tsx'): ParserOptions {
  const base = require('jscodeshift/parser/tsOptions') as ParserOptions;
  return {
    ...base,
    plugins: dialect === 'tsx' ? ['jsx', ...base.plugins] : base.plugins,
    tokens: false,
    attachComment: false,
  };
}

function describe(path: string, error: unknown): Unparsable {
  const { message, loc } = error as { message: string; loc?: { line: number } };
  return { path, line: loc?.line ?? 1, message: message.replace(/ \(\d+:\d+\)$/, '') };
}
