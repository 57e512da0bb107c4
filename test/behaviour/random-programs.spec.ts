import { isChange, sequence, unifiedDiff } from '@ffsd/changes';
import { isParsed, parse, walk } from '@ffsd/typescript';
import { memoryWorkspace } from '@ffsd/workspace';
import { transform } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removeSwitches } from '../../codemods/remove-switches/codemod.ts';
import { closedSubsets } from '../laws/closed-subsets.ts';
import { type Behaviour, runScript } from '../laws/run-driver.ts';
import { arbitraryProgram } from './arbitrary-program.ts';
import { printProgram } from './print-program.ts';

const programs = Number(process.env.FFSD_PROGRAMS ?? 100);
const seed = Number(process.env.FFSD_SEED ?? 20_260_000);
const path = 'src/program.ts';
const reads = ['isEnabled($FLAG)', 'flags.$FLAG'];

describe.each([
  { value: true, variants: ['new', 'old'] },
  { value: false, variants: ['new', 'old'] },
  { value: 'wide', variants: ['wide', 'compact', 'new'] },
])('with the flag at $value', ({ value, variants }) => {
  it(`does the same before and after, in ${programs} programs`, { timeout: 20_000 + programs * 200 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProgram(variants), async (program) => {
        await tryProgram(printProgram(program), value);
      }),
      { numRuns: programs, seed, endOnFailure: false },
    );
  });
});

/** Throws with the program, the diff and both traces when the removal is seen from outside. */
async function tryProgram(before: string, value: boolean | string): Promise<void> {
  const parsed = parse(path, before);
  if (!isParsed(parsed)) throw new Error(`the generator made no program: ${parsed.message}\n${before}`);
  const expected = await behaviourOf(before, value);
  const read = (file: string) => (file === path ? before : undefined);
  const outcomes = plan(before, value);
  const changes = outcomes.filter(isChange);
  const { kept } = sequence(read, outcomes);
  const reasons = kept.map(({ place, code, because }) => `${place.line} ${code}: ${because}`);
  let after = before;
  for (const ids of closedSubsets(changes, 6)) {
    const { steps } = sequence(
      read,
      changes.filter(({ id }) => ids.has(id)),
    );
    const text = steps.at(-1)?.files[0]?.after ?? before;
    const whole = ids.size === changes.length;
    if (whole) after = text;
    const fail = (what: string): never => {
      const diff = steps.flatMap(({ files }) => files.map((file) => unifiedDiff(file))).join('');
      throw new Error([what, 'BEFORE', before, 'DIFF', diff, 'AFTER', text, 'KEPT', ...reasons].join('\n'));
    };
    const result = parse(path, text);
    if (!isParsed(result)) return fail(`the result does not parse: ${result.message}, line ${result.line}`);
    const actual = await behaviourOf(text, value);
    if (shown(actual) !== shown(expected))
      fail(`BEHAVIOUR BEFORE\n${shown(expected)}\nBEHAVIOUR AFTER\n${shown(actual)}`);
    if (whole && readsIn(text) > 0 && kept.length === 0) fail('a read is left without a reason');
  }
  const again = plan(after, value).filter(isChange);
  expect(
    again.map(({ title }) => title),
    `a second run changes\n${after}\nfrom\n${before}`,
  ).toEqual([]);
}

function plan(text: string, value: boolean | string) {
  return removeSwitches.plan(memoryWorkspace({ [path]: text }), { flag: 'checkout', value, reads });
}

function shown({ trace, end }: Behaviour): string {
  // Taking the types away renames an inner function's variable where an outer one has its name.
  return [...trace, end].join('\n').replace(/(?<=Cannot access '[a-z]+)\d+(?=')/g, '');
}

const prelude = `'use strict';
  let left = 40;
  const fuel = () => { if (left-- <= 0) throw new Error('no fuel'); };
  const t = (mark, value = mark) => { log(mark, value); return value; };
  const o = { method(argument) { log(this === o, argument); return argument; } };
  const call = (run) => { try { return run(); } catch (error) { return 'no function'; } };
  const exports = {}, module = { exports };`;

async function behaviourOf(text: string, value: boolean | string): Promise<Behaviour> {
  const { code } = await transform(text, { loader: 'ts', format: 'cjs', target: 'es2022' });
  return runScript(`${prelude}\n${code}\nreturn module.exports.run();`, {
    isEnabled: (key: string) => (key === 'checkout' ? value : false),
    flags: { checkout: value },
  });
}

function readsIn(text: string): number {
  const parsed = parse(path, text);
  let found = 0;
  if (!isParsed(parsed)) return 0;
  walk(parsed.tree.program, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'isEnabled')
      found++;
  });
  return found;
}
