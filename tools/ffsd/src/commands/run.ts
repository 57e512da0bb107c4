import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import {
  type Codemod,
  camelCase,
  didYouMean,
  kebabCase,
  type OptionValues,
  resolveOptions,
  UsageError,
} from '@ffsd/codemod';
import type { TransformParser } from '@ffsd/typescript';
import { editable } from '@ffsd/workspace';
import type { ExitCode } from '../exit-code.ts';
import { finishRun } from '../run/finish-run.ts';
import { type OpenWorkspace, openWorkspace } from '../run/open-workspace.ts';
import { planChanges } from '../run/plan-changes.ts';
import { changeOptions, readRunOptions, workspaceOptions, writeOptions } from '../run/run-options.ts';
import { toldBy } from '../run/told-by.ts';
import type { Terminal } from '../terminal.ts';
import { findCodemod } from '../transform/find-codemod.ts';
import { loadModule } from '../transform/load-module.ts';
import { transformOptions } from '../transform/options.ts';
import { planTransform, type Transform } from '../transform/plan-transform.ts';

/** Runs a transform of jscodeshift, or a codemod that is not part of ffsd, from its module. */
export async function run(given: OptionValues, terminal: Terminal): Promise<ExitCode> {
  const options = readRunOptions(given);
  const open = await openWorkspace(options, terminal);
  const name = String(given.transform);
  const module = await loadModule(name, terminal.folder, open.root);
  const codemod = findCodemod(module);
  const own = codemod ? optionsOf(codemod, given, open) : {};
  const outcomes = codemod ? codemod.plan(open.workspace, own) : await transformed(module, name, given, open, terminal);
  const set = planChanges(open.workspace, outcomes, options);
  const told = toldBy(codemod ?? {}, outcomes, own);
  return finishRun({ ...open, command: codemod?.name ?? 'run', set, told }, options, terminal);
}

function transformed(
  module: Readonly<Record<string, unknown>>,
  name: string,
  given: OptionValues,
  { root, workspace }: OpenWorkspace,
  terminal: Terminal,
) {
  const transform = module.default;
  if (typeof transform !== 'function') {
    const hint = 'A transform is a function (module.exports = or export default); a codemod is made by defineCodemod.';
    throw new UsageError('run/no-transform', `${name} exports no transform and no codemod`, hint);
  }
  const { parser, parserConfig, extensions, ignorePattern } = resolveOptions(transformOptions, given, {}) as {
    parser: string;
    parserConfig?: string;
    extensions: string;
    ignorePattern?: readonly string[];
  };
  const wanted = new Set(extensions.split(',').map((extension) => `.${extension.trim().replace(/^\./, '')}`));
  const isNotIgnored = editable({ keep: ignorePattern });
  return planTransform(workspace, {
    name,
    transform: transform as Transform,
    parser: (module.parser as TransformParser | undefined) ?? parser,
    parserConfig: parserConfig && readJson(resolve(terminal.folder, parserConfig)),
    options: { ...passedOn(given), parser, extensions, dry: given.dryRun === true },
    takes: (path) => wanted.has(extname(path)) && isNotIgnored(path),
    root,
    folder: terminal.folder,
    report: (message) => terminal.note(message),
  });
}

const ownOptions = { ...transformOptions, ...changeOptions, ...writeOptions, ...workspaceOptions };
const ownNames = new Set([...Object.keys(ownOptions), 'transform', 'paths', 'd', 'q', 'y', 'h', 'help', 'version']);

/** The options that are not ours, read as jscodeshift reads them: JSON where it is JSON. */
function passedOn(given: OptionValues): OptionValues {
  const others = Object.entries(given).filter(
    ([name]) => !ownNames.has(name) && !Object.hasOwn(ownOptions, camelCase(name)),
  );
  return Object.fromEntries(others.map(([name, value]) => [name, typeof value === 'string' ? parsed(value) : value]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function optionsOf(codemod: Codemod, given: OptionValues, { config }: OpenWorkspace): OptionValues {
  const known = Object.keys(codemod.options);
  const unknown = Object.keys(passedOn(given)).find((name) => !known.includes(camelCase(name)));
  if (unknown !== undefined) {
    const typed = `--${kebabCase(unknown)}`;
    const all = known.map((name) => `--${kebabCase(name)}`);
    const hint = didYouMean(typed, all, all.length ? `Its options are ${all.join(', ')}.` : 'It has no options.');
    throw new UsageError('usage/option', `${codemod.name} has no option ${typed}`, hint);
  }
  return resolveOptions(codemod.options, given, config);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(
      'run/parser-config',
      `${path} is no JSON file: ${(error as Error).message}`,
      'See jscodeshift --parser-config.',
    );
  }
}
