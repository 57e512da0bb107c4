import type { Program, SourceFile } from 'typescript';
import type { TypeScript } from './load-typescript.ts';

/**
 * The files whose types may be other ones since some files changed: those, and what imports them, over any number of steps. Where a
 * changed file declares names for all others, all files.
 *
 * @param changed absolute; what is not in the program is left out
 */
export function affectedFiles(ts: TypeScript, program: Program, changed: readonly string[]): readonly SourceFile[] {
  const own = program
    .getSourceFiles()
    .filter((file) => !program.isSourceFileFromExternalLibrary(file) && !isLibrary(file));
  const touched = changed.flatMap((name) => program.getSourceFile(name) ?? []);
  if (touched.some((file) => isGlobal(ts, file))) return own;
  const importers = importersIn(ts, program, own);
  const found = new Set<SourceFile>();
  const waiting = [...touched];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(importers.get(next.fileName) ?? []));
  }
  return own.filter((file) => found.has(file));
}

function isLibrary({ fileName, isDeclarationFile }: SourceFile): boolean {
  return isDeclarationFile && fileName.includes('/node_modules/');
}

/** A script's names are everybody's, and so is what a module declares globally or for another module. */
function isGlobal(ts: TypeScript, file: SourceFile): boolean {
  return !ts.isExternalModule(file) || /\bdeclare\s+(?:global|module)\b/.test(file.text);
}

function importersIn(
  ts: TypeScript,
  program: Program,
  files: readonly SourceFile[],
): ReadonlyMap<string, SourceFile[]> {
  const options = program.getCompilerOptions();
  const cache = ts.createModuleResolutionCache(program.getCurrentDirectory(), (name) => name, options);
  const host = {
    fileExists: (name: string) => program.getSourceFile(name) !== undefined || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
  };
  const importers = new Map<string, SourceFile[]>();
  for (const file of files) {
    for (const { fileName } of ts.preProcessFile(file.text, true, true).importedFiles) {
      const mode = file.impliedNodeFormat;
      const found = ts.resolveModuleName(fileName, file.fileName, options, host, cache, undefined, mode).resolvedModule;
      if (!found) continue;
      const known = importers.get(found.resolvedFileName);
      if (known) known.push(file);
      else importers.set(found.resolvedFileName, [file]);
    }
  }
  return importers;
}
