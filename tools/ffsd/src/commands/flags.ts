import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type OptionValues, resolveOptions } from '@ffsd/codemod';
import { paint } from '@ffsd/reports';
import { diskWorkspace, editable } from '@ffsd/workspace';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { ConfiguredFlag } from '../flags/flag-entry.ts';
import { flagsJson } from '../flags/flags-json.ts';
import { flagsMarkdown } from '../flags/flags-markdown.ts';
import { flagsText } from '../flags/flags-text.ts';
import { listFlags, type SortBy } from '../flags/list-flags.ts';
import { readDates } from '../flags/read-dates.ts';
import { findRoot } from '../run/find-root.ts';
import { limitsOf } from '../run/limits-of.ts';
import { loadConfig } from '../run/load-config.ts';
import { readRunOptions } from '../run/run-options.ts';
import type { Terminal } from '../terminal.ts';
import { flagsOptions } from './flags-options.ts';

/** Lists the flags that the code reads. */
export async function flags(given: OptionValues, terminal: Terminal): Promise<ExitCode> {
  const options = readRunOptions(given);
  const root = findRoot(terminal.folder, options.cwd);
  const config = await loadConfig(root, terminal.folder, options.config);
  const values = resolveOptions(flagsOptions, given, config) as unknown as FlagsValues;
  const folder = options.cwd === undefined ? terminal.folder : root;
  // What `keep` says may not be changed still reads flags.
  const limits = limitsOf({ root, folder, config: {}, all: diskWorkspace(root) }, options);
  const listed = await listFlags(diskWorkspace(root, { editable: editable(limits) }), {
    reads: values.reads ?? [],
    presets: values.presets ?? [],
    definitions: (config.definitions as readonly string[] | undefined) ?? [],
    flags: (config.flags as Readonly<Record<string, ConfiguredFlag>> | undefined) ?? {},
    sort: values.sort,
    olderThan: values.olderThan,
    today: new Date().toISOString().slice(0, 10),
    ...(values.age ? { datesOf: (lines) => readDates(root, lines) } : {}),
  });
  if (options.markdown !== undefined) {
    const path = resolve(terminal.folder, options.markdown);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, flagsMarkdown(listed));
  }
  if (options.json) terminal.out(flagsJson(listed));
  else terminal.out(flagsText(listed, { paint: paint(options.color ?? terminal.hasColors), verbose: options.verbose }));
  if (!options.quiet && listed.dates?.isShallow) {
    terminal.note('This clone is shallow, so lines may be older than they seem (git fetch --unshallow).');
  }
  const seconds = Math.round(listed.dates?.seconds ?? 0);
  if (!options.quiet && seconds >= slow) {
    // Measured on a repository with 15,000 commits: five times as fast.
    const faster = 'git commit-graph write --reachable --changed-paths makes that faster';
    terminal.note(`git took ${seconds} s to tell the ages. ${faster}, and --no-age leaves it out.`);
  }
  if (!options.quiet && !options.json && listed.flags.length > 0) {
    terminal.note('Remove one with: ffsd remove-switches --flag KEY --value VALUE');
  }
  return listed.unparsable.length > 0 ? exitCode.incomplete : exitCode.done;
}

/** Seconds after which somebody wants to know why. */
const slow = 5;

interface FlagsValues {
  readonly sort: SortBy;
  readonly olderThan: number;
  readonly age: boolean;
  readonly reads?: readonly unknown[];
  readonly presets?: readonly string[];
}
