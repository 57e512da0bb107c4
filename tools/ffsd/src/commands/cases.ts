import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Case, type Expectation, expectationOf, readCases, runCase, writeExpectations } from '@ffsd/cases';
import { type Codemod, type OptionValues, UsageError } from '@ffsd/codemod';
import { type Paint, paint, paintDiff } from '@ffsd/reports';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { findRoot } from '../run/find-root.ts';
import { readRunOptions } from '../run/run-options.ts';
import type { Terminal } from '../terminal.ts';
import { findCodemod } from '../transform/find-codemod.ts';
import { loadModule } from '../transform/load-module.ts';

/** Runs the cases of a codemod, or writes into them what the codemod does now. */
export async function cases(given: OptionValues, terminal: Terminal): Promise<ExitCode> {
  const options = readRunOptions(given);
  const folder = resolve(terminal.folder, String(given.folder));
  const codemod = await loadCodemod(folder, String(given.folder), terminal, options.cwd);
  const colors = paint(options.color ?? terminal.hasColors);
  let passed = 0;
  let failed = 0;
  for (const path of caseFiles(folder)) {
    const markdown = readFileSync(path, 'utf8');
    const all = readCases(path, markdown);
    if (given.update) {
      const actual = new Map(all.map((one) => [one.title, expectationOf(runCase(codemod, one).set)]));
      writeFileSync(path, writeExpectations(path, markdown, actual));
      terminal.note(`Written: ${path}. Read it as a reviewer would.`);
      continue;
    }
    for (const one of all) {
      const problem = problemOf(codemod, one, colors);
      if (problem === undefined) passed += 1;
      else failed += 1;
      if (problem !== undefined) terminal.out(`${colors.red('✘')} ${one.title}\n${problem}\n`);
      else if (!options.quiet) terminal.out(`${colors.green('✔')} ${one.title}\n`);
    }
  }
  if (given.update) return exitCode.done;
  terminal.out(`${passed} passed, ${failed} failed\n`);
  return failed > 0 ? exitCode.found : exitCode.done;
}

async function loadCodemod(
  folder: string,
  shown: string,
  terminal: Terminal,
  cwd: string | undefined,
): Promise<Codemod> {
  const module = ['codemod.ts', 'codemod.js', 'codemod.mjs'].map((name) => join(folder, name)).find(existsSync);
  const hint = 'Name the folder of a codemod: it has a codemod.ts and a folder fixtures. ffsd codemod NAME writes one.';
  if (module === undefined) throw new UsageError('cases/no-codemod', `${shown} has no codemod.ts`, hint);
  const codemod = findCodemod(await loadModule(module, folder, findRoot(terminal.folder, cwd)));
  if (!codemod) throw new UsageError('cases/no-codemod', `${module} exports no codemod`, hint);
  return codemod;
}

function caseFiles(folder: string): readonly string[] {
  const fixtures = join(folder, 'fixtures');
  const names = existsSync(fixtures) ? readdirSync(fixtures).filter((name) => name.endsWith('.md')) : [];
  if (names.length === 0)
    throw new UsageError('cases/none', `there are no cases in ${fixtures}`, 'A case is a section in a Markdown file.');
  return names.sort().map((name) => join(fixtures, name));
}

/** What is different, for the reader; undefined when the case holds. */
function problemOf(codemod: Codemod, one: Case, colors: Paint): string | undefined {
  const actual = expectationOf(runCase(codemod, one).set);
  const parts = (['diff', 'kept'] as const).flatMap((kind) => differenceOf(kind, one.expected, actual, colors));
  return parts.length ? `  ${one.source}:${one.line}\n${parts.join('\n')}` : undefined;
}

function differenceOf(
  kind: keyof Expectation,
  expected: Expectation,
  actual: Expectation,
  colors: Paint,
): readonly string[] {
  if (expected[kind] === actual[kind]) return [];
  const block = (text: string | undefined) =>
    text === undefined ? '    (nothing)' : paintDiff(text.trimEnd(), colors).replace(/^/gm, '    ');
  return [`  expected ${kind}:`, block(expected[kind]), `  found ${kind}:`, block(actual[kind])];
}
