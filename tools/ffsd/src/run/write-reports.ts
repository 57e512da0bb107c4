import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { unifiedDiff } from '@ffsd/changes';
import { markdownReport, type Report } from '@ffsd/reports';
import type { ChangeOptions } from './run-options.ts';

/** Writes the reports that were asked for as files, relative to the folder where they were named. */
export function writeReports(report: Report, folder: string, { patch, markdown }: ChangeOptions): void {
  if (patch !== undefined) write(resolve(folder, patch), patchOf(report));
  if (markdown !== undefined) write(resolve(folder, markdown), markdownReport(report));
}

/** All diffs in the order of the run: `git apply` takes several for one file, one after the other. */
function patchOf({ set }: Report): string {
  return set.steps.flatMap(({ files }) => files.map((file) => unifiedDiff(file))).join('');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
