import type { CompilerHost, CreateSourceFileOptions, Program, ScriptTarget, SourceFile } from 'typescript';
import type { SeenFiles } from '../texts.ts';
import type { TypeScriptProject } from './find-projects.ts';
import type { TypeScript } from './load-typescript.ts';

/** The trees of a project by path: programs of the same options share those whose text is the same. */
export type Sources = Map<string, SourceFile>;

/** The program of a project with some files as they will be. Nothing is written, and the disk is read for the others. */
export function makeProgram(
  ts: TypeScript,
  { fileNames, options, references }: TypeScriptProject,
  files: SeenFiles,
  sources: Sources,
): Program {
  const host = makeHost(ts, options, files, sources);
  const isThere = (name: string) => files.textOf(name) !== undefined;
  return ts.createProgram({
    rootNames: fileNames.filter(isThere),
    options,
    host,
    ...(references ? { projectReferences: references } : {}),
  });
}

function makeHost(
  ts: TypeScript,
  options: TypeScriptProject['options'],
  files: SeenFiles,
  sources: Sources,
): CompilerHost {
  const disk = ts.createCompilerHost(options, true);
  const readFile = (name: string): string | undefined => {
    const text = files.textOf(name);
    return text === 'disk' ? ts.sys.readFile(name) : text;
  };
  return Object.assign(disk, {
    fileExists(this: void, name: string): boolean {
      const text = files.textOf(name);
      return text === 'disk' ? ts.sys.fileExists(name) : text !== undefined;
    },
    readFile,
    getSourceFile(this: void, name: string, target: ScriptTarget | CreateSourceFileOptions) {
      const text = readFile(name);
      if (text === undefined) return undefined;
      const known = sources.get(name);
      if (known?.text === text) return known;
      const made = ts.createSourceFile(name, text, target, true);
      sources.set(name, made);
      return made;
    },
    writeFile() {},
    // What a project refers to is checked from its sources: its build may be missing, or older than the changes.
    useSourceOfProjectReferenceRedirect: () => true,
  });
}
