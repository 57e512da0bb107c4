import type { Step } from '@ffsd/changes';
import type { Workspace } from '@ffsd/workspace';
import type { Program, SourceFile, Diagnostic as TsDiagnostic } from 'typescript';
import type { Check } from '../check.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { textsAfter } from '../origins.ts';
import { type SeenFiles, seenFiles, type Texts } from '../texts.ts';
import { affectedFiles } from './affected-files.ts';
import { findProjects, type TypeScriptProject } from './find-projects.ts';
import type { LoadedTypeScript, TypeScript } from './load-typescript.ts';
import { makeProgram, type Sources } from './make-program.ts';

export interface CheckedTypeScript {
  readonly checks: readonly Check[];
  /** Touched files that no configuration of TypeScript takes in. */
  readonly homeless: readonly string[];
}

/** Checks the types of the projects that hold the touched files, as they are and as they will be. Nothing is written. */
export function checkTypeScript(
  root: string,
  workspace: Workspace,
  steps: readonly Step[],
  { ts }: LoadedTypeScript,
): CheckedTypeScript {
  const after = textsAfter(steps);
  const see = (texts: Texts) => seenFiles(root, workspace, texts);
  const paths = [...after.keys()].filter((path) => /\.[cm]?[jt]sx?$/.test(path)).sort();
  const { projects, homeless } = findProjects({ ts, files: see(new Map()), workspace }, paths);
  return { checks: projects.map((project) => checkProject(ts, project, see, steps, after)), homeless };
}

function checkProject(
  ts: TypeScript,
  project: TypeScriptProject,
  see: (texts: Texts) => SeenFiles,
  steps: readonly Step[],
  after: Texts,
): Check {
  const sources: Sources = new Map();
  const programWith = (files: SeenFiles) => makeProgram(ts, project, files, sources);
  const files = see(new Map());
  const [was, will] = [programWith(files), programWith(see(after))];
  const touched = [...after.keys()].map(files.absolute);
  const names = new Set(
    [was, will].flatMap((program) => affectedFiles(ts, program, touched)).map(({ fileName }) => fileName),
  );
  const inFiles = (program: Program) =>
    [...names].flatMap((name) => diagnosticsOf(ts, program, program.getSourceFile(name), files));
  return {
    whose: `of ${project.path}`,
    paths: project.touched,
    files: names.size,
    before: inFiles(was),
    after: inFiles(will),
    at(count, path) {
      const seen = see(textsAfter(steps, count));
      const program = programWith(seen);
      return diagnosticsOf(ts, program, program.getSourceFile(seen.absolute(path)), seen);
    },
  };
}

function diagnosticsOf(
  ts: TypeScript,
  program: Program,
  file: SourceFile | undefined,
  files: SeenFiles,
): readonly Diagnostic[] {
  const path = file && files.pathOf(file.fileName);
  if (!file || path === undefined) return [];
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((one) =>
    describe(ts, one, path, file),
  );
}

function describe(
  ts: TypeScript,
  { start = 0, code, messageText }: TsDiagnostic,
  path: string,
  file: SourceFile,
): Diagnostic {
  return {
    path,
    offset: start,
    line: file.getLineAndCharacterOfPosition(start).line + 1,
    code: `TS${code}`,
    message: ts.flattenDiagnosticMessageText(messageText, ' ').replace(/\s+/g, ' '),
  };
}
