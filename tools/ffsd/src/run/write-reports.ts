import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { unifiedDiff } from '@ffsd/changes';
import { markdownReport, type Report } from '@ffsd/reports';
import type { ChangeOptions } from './run-options.ts';

/** The reports that were asked for as files, with their texts. */
export function reportFiles(
  report: Report,
  { patch, markdown }: ChangeOptions,
): readonly (readonly [string, string])[] {
  const files: [string, string][] = [];
  if (patch !== undefined) files.push([patch, patchOf(report)]);
  if (markdown !== undefined) files.push([markdown, markdownReport(report)]);
  return files;
}

/** Writes them, relative to the folder where they were named. */
export function writeReports(report: Report, folder: string, options: ChangeOptions): void {
  for (const [name, text] of reportFiles(report, options)) {
    const path = resolve(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** All diffs in the order of the run: `git apply` takes several for one file, one after the other. */
function patchOf({ set }: Report): string {
  return set.steps.flatMap(({ files }) => files.map((file) => unifiedDiff(file))).join('');
}
