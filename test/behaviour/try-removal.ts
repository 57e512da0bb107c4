import { isChange, type Outcome, sequence, unifiedDiff } from '@ffsd/changes';
import { isParsed, parse, walk } from '@ffsd/typescript';
import { memoryWorkspace } from '@ffsd/workspace';
import { transform } from 'esbuild';
import { removeSwitches } from '../../codemods/remove-switches/codemod.ts';
import { closedSubsets } from '../laws/closed-subsets.ts';
import { runScript } from '../laws/run-driver.ts';

/** A program of one file that asks for the flag `checkout`. */
export interface Subject {
  readonly path: string;
  readonly text: string;
  /** The body of a function that shows what the module in `exports` does. */
  readonly run: string;
  readonly value: boolean | string;
}

/**
 * Removes the flag, the whole of it and a part, and runs the program before and after.
 *
 * @throws Error with the program, the diff and both traces, when the removal is seen from outside, leaves a read without a reason, gives
 *   no program, or has not done all its work at the first time.
 */
export async function tryRemoval(subject: Subject): Promise<void> {
  const { path, text } = subject;
  if (parseError(path, text)) throw new Error(`the generator made no program: ${parseError(path, text)}\n${text}`);
  const expected = await behaviourOf(subject);
  const read = (file: string) => (file === path ? text : undefined);
  const outcomes = plan(subject);
  const changes = outcomes.filter(isChange);
  const { kept } = sequence(read, outcomes);
  let after = text;
  for (const ids of closedSubsets(changes, 4)) {
    const { steps } = sequence(
      read,
      changes.filter(({ id }) => ids.has(id)),
    );
    const result = steps.at(-1)?.files[0]?.after ?? text;
    const fail = (what: string): never => {
      const diff = steps.flatMap(({ files }) => files.map((file) => unifiedDiff(file))).join('');
      const reasons = kept.map(({ place, code, because }) => `${place.line} ${code}: ${because}`);
      throw new Error([what, 'BEFORE', text, 'DIFF', diff, 'AFTER', result, 'KEPT', ...reasons].join('\n'));
    };
    if (parseError(path, result)) fail(`the result does not parse: ${parseError(path, result)}`);
    const actual = await behaviourOf({ ...subject, text: result });
    // A program that uses a name above its declaration is broken already: whether it says so, when the use goes, is nobody's care.
    if (actual !== expected && !expected.includes('before initialization'))
      fail(`BEHAVIOUR BEFORE\n${expected}\nBEHAVIOUR AFTER\n${actual}`);
    if (ids.size < changes.length) continue;
    after = result;
    if (readsIn(path, result) > 0 && kept.length === 0) fail('a read is left without a reason');
  }
  const again = plan({ ...subject, text: after }).filter(isChange);
  if (again.length > 0) throw new Error(`a second run changes: ${again[0]!.title}\nBEFORE\n${text}\nAFTER\n${after}`);
}

function plan({ path, text, value }: Subject): readonly Outcome[] {
  const reads = ['isEnabled($FLAG)', 'flags.$FLAG'];
  return removeSwitches.plan(memoryWorkspace({ [path]: text }), { flag: 'checkout', value, reads });
}

function parseError(path: string, text: string): string | undefined {
  const parsed = parse(path, text);
  return isParsed(parsed) ? undefined : `${parsed.message}, line ${parsed.line}`;
}

async function behaviourOf({ text, run, value }: Subject): Promise<string> {
  const { code } = await transform(text, {
    loader: 'tsx',
    format: 'cjs',
    target: 'es2022',
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
  });
  const { trace, end } = runScript(`'use strict'; const exports = {}, module = { exports };\n${code}\n${run}`, {
    isEnabled: (key: string) => (key === 'checkout' ? value : false),
    flags: { checkout: value },
  });
  return [...trace, end].join('\n');
}

function readsIn(path: string, text: string): number {
  const parsed = parse(path, text);
  let found = 0;
  if (!isParsed(parsed)) return 0;
  walk(parsed.tree.program, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'isEnabled')
      found++;
  });
  return found;
}
