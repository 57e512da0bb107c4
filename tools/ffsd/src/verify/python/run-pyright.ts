import { execFile } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { lineTable } from '@ffsd/edits';
import type { Diagnostic } from '../diagnostic.ts';
import type { Command } from './find-pyright.ts';

/**
 * The errors that pyright finds in the files, with the configuration of the folder. Warnings are no reason to stop.
 *
 * @returns what went wrong, in words, when it could not look
 */
export async function runPyright(
  [program, ...first]: Command,
  root: string,
  paths: readonly string[],
): Promise<readonly Diagnostic[] | string> {
  if (paths.length === 0) return [];
  const { stdout, stderr } = await run(program, [...first, '--outputjson', ...paths], root);
  let report: PyrightReport;
  try {
    report = JSON.parse(stdout) as PyrightReport;
  } catch {
    return (stderr || stdout).trim().split('\n').at(-1) || 'it printed no report';
  }
  const real = realpathSync(root);
  return (report.generalDiagnostics ?? []).flatMap(({ file, severity, message, range, rule }) => {
    const path = [root, real].map((folder) => relative(folder, file)).find((one) => !one.startsWith('..'));
    if (severity !== 'error' || path === undefined) return [];
    const { line, character } = range?.start ?? { line: 0, character: 0 };
    return {
      path: path.split(sep).join('/'),
      offset: offsetOf(join(root, path), line) + character,
      line: line + 1,
      code: rule ?? 'error',
      message: message.replace(/\s+/g, ' '),
    };
  });
}

interface PyrightReport {
  readonly generalDiagnostics?: readonly {
    readonly file: string;
    readonly severity: string;
    readonly message: string;
    readonly range?: { readonly start: { readonly line: number; readonly character: number } };
    readonly rule?: string;
  }[];
}

function offsetOf(file: string, line: number): number {
  return lineTable(readFileSync(file, 'utf8')).startOf(line + 1);
}

function run(program: string, args: readonly string[], cwd: string): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    // It ends with 1 when it finds errors, which is no error of ours.
    execFile(
      program,
      [...args],
      { cwd, maxBuffer: Number.POSITIVE_INFINITY, windowsHide: true },
      (error, stdout, stderr) => {
        resolve({ stdout, stderr: stderr || (error?.message ?? '') });
      },
    );
  });
}
