import { type Module, parseModule } from 'libcst-wasm';

/** The syntax tree of one text, with the text it belongs to. All offsets are UTF-16. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** LibCST's tree. Every node has `start`, `end` and `parent`. */
  readonly tree: Module;
}

export interface Unparsable {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/**
 * Parses with LibCST's parser. It never throws: a file that does not parse, is nested too deeply, or whose tree does not spell
 * its own bytes is {@link Unparsable}.
 */
export function parse(path: string, text: string): SourceFile | Unparsable {
  const known = recent.find((one) => one.text === text && one.path === path);
  if (known) return known;
  const parsed = parseText(path, text);
  if (!isParsed(parsed)) return parsed;
  recent.unshift(parsed);
  if (recent.length > 6) recent.pop();
  return parsed;
}

/** The last trees. A text that was parsed to be checked is parsed again right after, when the next step begins with it. */
const recent: SourceFile[] = [];

function parseText(path: string, text: string): SourceFile | Unparsable {
  try {
    return { path, text, tree: parseModule(text) };
  } catch (error) {
    // Whatever a text does to the parser is an answer about that text. It must not stop a run over ten thousand others.
    return describe(path, error);
  }
}

export function isParsed(result: SourceFile | Unparsable): result is SourceFile {
  return 'tree' in result;
}

function describe(path: string, error: unknown): Unparsable {
  const { message, line } = error as { message?: unknown; line?: unknown };
  const text = typeof message === 'string' ? message : String(error);
  // The first line says what is wrong; a code frame may follow it.
  return { path, line: typeof line === 'number' && line > 0 ? line : 1, message: text.split('\n', 1)[0]! };
}
