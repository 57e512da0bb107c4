import { basename, join, relative } from 'node:path';
import { diffEdits, hash, type Kept, type Outcome } from '@ffsd/changes';
import { jscodeshiftWith, type TransformParser } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { keepFormat } from './keep-format.ts';

/** A transform as jscodeshift knows it. */
export type Transform = (
  file: { readonly path: string; readonly source: string },
  api: {
    readonly j: unknown;
    readonly jscodeshift: unknown;
    stats(name: string, quantity?: number): void;
    report(message: string): void;
  },
  options: Readonly<Record<string, unknown>>,
) => unknown;

export interface TransformRun {
  /** As it was typed: it names the changes. */
  readonly name: string;
  readonly transform: Transform;
  readonly parser: TransformParser;
  readonly parserConfig?: unknown;
  /** What the transform gets as its third argument. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Whether a file is to be transformed. */
  readonly takes: (path: string) => boolean;
  readonly root: string;
  /** The folder that the paths which the transform sees are relative to. */
  readonly folder: string;
  report(message: string): void;
}

/** Runs a transform over the files and gives one change for each text that it returned. */
export async function planTransform(workspace: Workspace, run: TransformRun): Promise<readonly Outcome[]> {
  const j = jscodeshiftWith(run.parser, run.parserConfig);
  const outcomes: Outcome[] = [];
  for (const path of workspace.files()) {
    if (!run.takes(path) || !workspace.isEditable(path)) continue;
    const before = workspace.read(path);
    if (before === undefined) continue;
    const outcome = await transformFile(run, j, path, before);
    if (outcome) outcomes.push(outcome);
  }
  return outcomes;
}

async function transformFile(
  run: TransformRun,
  j: unknown,
  path: string,
  before: string,
): Promise<Outcome | undefined> {
  const shown = relative(run.folder, join(run.root, path));
  const api = { j, jscodeshift: j, stats: () => {}, report: (message: string) => run.report(`${shown}: ${message}`) };
  let result: unknown;
  try {
    result = await run.transform({ path: shown, source: before }, api, run.options);
  } catch (error) {
    return failed(path, error);
  }
  // Nothing at all, an empty text and the same text mean "nothing to do", as in jscodeshift.
  if (!result || result === before) return undefined;
  if (typeof result !== 'string') {
    return {
      place: { path, line: 1 },
      code: 'transform-failed',
      because: `The transform returned no text but a ${typeof result}.`,
    };
  }
  const after = keepFormat(before, result);
  if (after === before) return undefined;
  return {
    id: hash(JSON.stringify([run.name, path, before, after])),
    codemod: run.name,
    title: `${basename(run.name)}: ${path}`,
    why: 'The transform returned another text. What it does is known to its author alone.',
    safety: 'review',
    evidence: [],
    files: [{ kind: 'edit', path, edits: diffEdits(before, after) }],
    dependsOn: [],
  };
}

function failed(path: string, error: unknown): Kept {
  const { name, message, loc, stack } = (error instanceof Error ? error : new Error(String(error))) as Error & {
    loc?: { line: number };
  };
  const firstLine = message.split('\n')[0]!;
  if (name === 'SyntaxError' && loc) {
    return { place: { path, line: loc.line }, code: 'unparsable', because: firstLine.replace(/ \(\d+:\d+\)$/, '') };
  }
  const where = /\(?([^\s(]+:\d+):\d+\)?$/m.exec(stack?.split('\n').slice(1).join('\n') ?? '')?.[1];
  const because = `The transform threw: ${firstLine}${where ? ` (at ${basename(where)})` : ''}`;
  return { place: { path, line: loc?.line ?? 1 }, code: 'transform-failed', because };
}
