import { posix } from 'node:path';
import type { Workspace } from '@ffsd/workspace';
import ts from 'typescript';
import type { Overlay } from './trees.ts';

/** What a compiler that shares no code with the codemod finds after a removal and did not find before it. `path: message` each. */
export interface Findings {
  /** The file parsed before and does not now. */
  readonly unparsable: readonly string[];
  /** Names and exports that are not there. */
  readonly unresolved: readonly string[];
  /** Imports, locals, parameters and labels without a use. */
  readonly unused: readonly string[];
  /** Anything else: types that no longer fit, code that cannot be reached. Types of packages are unknown here, so this may err. */
  readonly others: readonly string[];
}

/** Compares the changed files, and the files that import from them, before and after. */
export function diagnose(workspace: Workspace, overlay: Overlay): Findings {
  const changed = [...overlay.keys()].filter(isCode);
  const paths = [...new Set([...changed, ...importers(workspace, changed, overlay)])];
  const before = check(paths, (path) => workspace.read(path));
  const after = check(paths, (path) => (overlay.has(path) ? overlay.get(path) : workspace.read(path)));
  const found: Record<keyof Findings, string[]> = { unparsable: [], unresolved: [], unused: [], others: [] };
  for (const [message, { kind, count }] of after) {
    const more = count - (before.get(message)?.count ?? 0);
    if (more > 0) found[kind].push(more > 1 ? `${message} (${more} times)` : message);
  }
  return found;
}

function isCode(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}

/** Only where an export or a whole file went can an importer break. */
function importers(workspace: Workspace, changed: readonly string[], overlay: Overlay): readonly string[] {
  const losing = changed.filter((path) => {
    const left = exportedNames(overlay.get(path) ?? '');
    return exportedNames(workspace.read(path) ?? '').some((name) => !left.includes(name));
  });
  if (losing.length === 0) return [];
  return workspace.search(losing.map(importName)).filter(isCode);
}

function exportedNames(text: string): readonly string[] {
  return [...text.matchAll(/\bexport\s+(?:default|(?:declare\s+)?(?:async\s+)?[\w*]+\s+[\w$]+|\{[^}]*\})/g)].map(
    String,
  );
}

function importName(path: string): string {
  const name = posix.basename(path).replace(/\.[cm]?[jt]sx?$/, '');
  return name === 'index' ? posix.basename(posix.dirname(path)) : name;
}

interface Found {
  readonly kind: keyof Findings;
  readonly count: number;
}

function check(paths: readonly string[], read: (path: string) => string | undefined): ReadonlyMap<string, Found> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const text = read(path);
    if (text !== undefined) texts.set(`/${path}`, text);
  }
  const program = programOf(texts);
  const found = new Map<string, Found>();
  for (const name of texts.keys()) {
    const source = program.getSourceFile(name)!;
    const syntax = program.getSyntacticDiagnostics(source);
    const all = syntax.length > 0 ? syntax : program.getSemanticDiagnostics(source);
    for (const diagnostic of all) {
      const kind = syntax.length > 0 ? 'unparsable' : kindOf(diagnostic.code);
      const message = `${name.slice(1)}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`;
      found.set(message, { kind, count: (found.get(message)?.count ?? 0) + 1 });
    }
  }
  return found;
}

/** A program over these texts and nothing else; paths begin with `/`. */
export function programOf(texts: ReadonlyMap<string, string>): ts.Program {
  return ts.createProgram({ rootNames: [...texts.keys()], options, host: hostOf(texts) });
}

export function isUnused(code: number): boolean {
  return [6133, 6138, 6192, 6196, 6198, 6199, 7028].includes(code);
}

function kindOf(code: number): keyof Findings {
  if (
    [2304, 2552, 2503, 2305, 2307, 2580, 2581, 2582, 2583, 2584, 2614, 2724, 18004, 2662, 2663, 2693, 2749].includes(
      code,
    )
  )
    return 'unresolved';
  return isUnused(code) ? 'unused' : 'others';
}

// No library and no packages: all their names are unknown before and after alike, and only differences count.
const options: ts.CompilerOptions = {
  allowJs: true,
  allowUnreachableCode: false,
  checkJs: true,
  jsx: ts.JsxEmit.Preserve,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  noLib: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  strict: false,
  target: ts.ScriptTarget.ESNext,
  types: [],
};

function hostOf(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  return {
    fileExists: (name) => texts.has(name),
    readFile: (name) => texts.get(name),
    getSourceFile(name, languageVersion) {
      const text = texts.get(name);
      return text === undefined ? undefined : ts.createSourceFile(name, text, languageVersion, true);
    },
    getDefaultLibFileName: () => '/lib.d.ts',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
    useCaseSensitiveFileNames: () => true,
    writeFile() {},
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const resolvedFileName = resolve(texts, text, from);
        if (!resolvedFileName) return { resolvedModule: undefined };
        return {
          resolvedModule: {
            resolvedFileName,
            extension: posix.extname(resolvedFileName),
            isExternalLibraryImport: false,
          },
        };
      }),
  };
}

/** Relative, or else by the end of the path, because base folders and aliases differ from repository to repository. */
function resolve(texts: ReadonlyMap<string, string>, specifier: string, from: string): string | undefined {
  const isRelative = specifier.startsWith('.');
  const stem = (isRelative ? posix.join(posix.dirname(from), specifier) : specifier.replace(/^[@~]?\//, '')).replace(
    /\.jsx?$/,
    '',
  );
  if (!isRelative && !stem.includes('/')) return undefined;
  const endings = ['.ts', '.tsx', '.js', '.jsx', '/index.ts', '/index.tsx', '/index.js', '/index.jsx'];
  const candidates = endings.map((ending) => stem + ending);
  if (isRelative) return candidates.find((candidate) => texts.has(candidate));
  return [...texts.keys()].find((name) => candidates.some((candidate) => name.endsWith(`/${candidate}`)));
}
