import type { Workspace } from '@ffsd/workspace';
import type { CompilerOptions, ProjectReference } from 'typescript';
import type { SeenFiles } from '../texts.ts';
import type { TypeScript } from './load-typescript.ts';

/** One configuration of TypeScript, and the touched files that it holds. */
export interface TypeScriptProject {
  /** Of the configuration, relative to the root of the workspace. */
  readonly path: string;
  /** Absolute. */
  readonly fileNames: readonly string[];
  readonly options: CompilerOptions;
  readonly references: readonly ProjectReference[] | undefined;
  /** Relative to the root. */
  readonly touched: readonly string[];
}

/**
 * The configurations that hold the files: for each file those of the nearest folder above it whose `tsconfig.json`, or what that
 * refers to, takes it in. Nx's projects have one for the sources and one for the tests, and a file may be in both.
 */
export function findProjects(
  { ts, files, workspace }: { readonly ts: TypeScript; readonly files: SeenFiles; readonly workspace: Workspace },
  paths: readonly string[],
): { readonly projects: readonly TypeScriptProject[]; readonly homeless: readonly string[] } {
  const parsed = new Map<string, Parsed | undefined>();
  const parse = (path: string): Parsed | undefined => {
    if (!parsed.has(path)) parsed.set(path, parseConfig(ts, files, path));
    return parsed.get(path);
  };
  const configs = configsByFolder(workspace);
  const touched = new Map<string, string[]>();
  const homeless: string[] = [];
  for (const path of paths) {
    const holders = holdersOf(path, { configs, parse, files });
    if (holders.length === 0) homeless.push(path);
    for (const holder of holders) touched.set(holder, [...(touched.get(holder) ?? []), path]);
  }
  const projects = [...touched].sort().map(([path, own]) => ({ path, ...parse(path)!, touched: own }));
  return { projects, homeless };
}

type Parsed = Pick<TypeScriptProject, 'fileNames' | 'options' | 'references'>;

function parseConfig(ts: TypeScript, files: SeenFiles, path: string): Parsed | undefined {
  const command = ts.getParsedCommandLineOfConfigFile(
    files.absolute(path),
    // What is written is of no interest, and a file with the state of an earlier build must not be read.
    { noEmit: true, incremental: false, composite: false, declaration: false, skipLibCheck: true },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  if (!command) return undefined;
  const {
    tsBuildInfoFile: _,
    declarationMap: __,
    emitDeclarationOnly: ___,
    isolatedDeclarations: ____,
    ...options
  } = command.options;
  return { fileNames: command.fileNames, options, references: command.projectReferences };
}

function configsByFolder(workspace: Workspace): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of workspace.files()) {
    if (!/(?:^|\/)[jt]sconfig(?:\.[^/]+)?\.json$/.test(path)) continue;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  return folders;
}

interface Search {
  readonly configs: ReadonlyMap<string, readonly string[]>;
  readonly files: SeenFiles;
  parse(path: string): Parsed | undefined;
}

function holdersOf(path: string, { configs, files, parse }: Search): readonly string[] {
  const file = files.absolute(path);
  const holds = (config: string) => parse(config)?.fileNames.includes(file) ?? false;
  for (let folder = path.slice(0, path.lastIndexOf('/') + 1); ; folder = folder.replace(/[^/]*\/$/, '')) {
    const own = configs.get(folder) ?? [];
    const main = own.find((config) => config === `${folder}tsconfig.json`) ?? `${folder}jsconfig.json`;
    const holders = own.includes(main) ? withReferences(main, { files, parse }).filter(holds) : [];
    if (holders.length > 0) return holders;
    const other = own.find((config) => config !== main && holds(config));
    if (other !== undefined) return [other];
    if (folder === '') return [];
  }
}

function withReferences(config: string, { files, parse }: Pick<Search, 'files' | 'parse'>): readonly string[] {
  const found = new Set<string>();
  const waiting = [config];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const { path } of parse(next)?.references ?? []) {
      const target = files.pathOf(path.endsWith('.json') ? path : `${path}/tsconfig.json`);
      if (target !== undefined) waiting.push(target);
    }
  }
  return [...found];
}
