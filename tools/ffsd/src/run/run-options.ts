import { type OptionSpecs, type OptionValues, resolveOptions } from '@ffsd/codemod';

/** What every command understands. */
export const workspaceOptions = {
  cwd: { type: 'string', describe: 'Root of the workspace; else the nearest folder with ffsd.json, nx.json or .git.' },
  config: { type: 'string', describe: 'Configuration to use instead of ffsd.json at the root.' },
  json: { type: 'boolean', describe: 'Print one JSON document on stdout and everything else on stderr.' },
  quiet: { type: 'boolean', alias: 'q', describe: 'Print only what was asked for and errors.' },
  verbose: { type: 'boolean', describe: 'Print also what supports each change.' },
  color: { type: 'boolean', describe: 'Colours, also when the output is no terminal (NO_COLOR is respected).' },
} as const satisfies OptionSpecs;

/** What every command that changes files understands, here and through Nx. */
export const changeOptions = {
  project: { type: 'strings', describe: 'Change only files of this project; names or folders, also with commas.' },
  since: { type: 'string', describe: 'Change only files that differ from where the branch left this git reference.' },
  only: { type: 'strings', describe: 'Only the change with this id and what it needs, also with commas.' },
  maxChanges: { type: 'number', describe: 'Refuse when there are more changes than this.' },
  verify: {
    type: 'boolean',
    describe: 'Check types before and after, and run the commands that ffsd.json lists under verify.',
  },
  patch: { type: 'string', describe: 'Write all diffs to this file, for git apply.' },
  markdown: { type: 'string', describe: 'Write the report to this file, for a pull request.' },
} as const satisfies OptionSpecs;

/** How the command line asks before it writes. Nx has a dry run of its own and else writes. */
export const writeOptions = {
  dryRun: { type: 'boolean', alias: 'd', describe: 'Show the diffs and write nothing.' },
  yes: { type: 'boolean', alias: 'y', describe: 'Write without asking.' },
  check: { type: 'boolean', describe: 'Write nothing and end with 1 when there is something to change.' },
} as const satisfies OptionSpecs;

export interface WorkspaceOptions {
  readonly cwd?: string;
  readonly config?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

export interface ChangeOptions {
  readonly project?: readonly string[];
  readonly since?: string;
  readonly only?: readonly string[];
  readonly maxChanges?: number;
  readonly verify?: boolean;
  readonly patch?: string;
  readonly markdown?: string;
  /** Files and folders as they were typed. */
  readonly paths?: readonly string[];
}

export interface WriteOptions {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly check?: boolean;
}

export type RunOptions = WorkspaceOptions & ChangeOptions & WriteOptions;

/** The options of a run out of what was typed, with their types checked. */
export function readRunOptions(given: OptionValues): RunOptions {
  const specs: OptionSpecs = { ...workspaceOptions, ...changeOptions, ...writeOptions };
  const values: Record<string, unknown> = { ...resolveOptions(specs, given, {}) };
  for (const name of ['project', 'only']) if (values[name]) values[name] = split(values[name] as string[]);
  const { paths } = given;
  if (paths !== undefined) values.paths = [paths].flat().map(String);
  return values;
}

function split(items: readonly string[]): readonly string[] {
  return items.flatMap((item) => item.split(',')).filter((item) => item !== '');
}
