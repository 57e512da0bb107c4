import { isChange, type Outcome, sequence, unifiedDiff } from '@ffsd/changes';
import { memoryWorkspace } from '@ffsd/workspace';
import { removeSwitches } from '../../codemods/remove-switches/codemod.ts';
import { closedSubsets } from '../laws/closed-subsets.ts';

/** A program of one file that asks for the flag `checkout`. */
export interface Subject {
  readonly path: string;
  readonly text: string;
  /** The body of a function that shows what the module in `exports` does; a script that imports the program where it is Python. */
  readonly run: string;
  readonly value: boolean | string;
}

/** What has to be known of a language to try a program in it. */
export interface Language {
  parseError(path: string, text: string): string | undefined;
  /** What is seen of the program from outside. */
  behaviourOf(subject: Subject): Promise<string>;
  /** Whether the program is broken already: it uses a name before it has a value, which is not seen any more when the use goes. */
  isBroken(behaviour: string): boolean;
  /** How many reads of the flag stand in the text. */
  readsIn(path: string, text: string): number;
}

/**
 * Removes the flag, the whole of it and a part, and runs the program before and after.
 *
 * @throws Error with the program, the diff and both traces, when the removal is seen from outside, leaves a read without a reason, gives
 *   no program, or has not done all its work at the first time.
 */
export async function tryRemoval(language: Language, subject: Subject): Promise<void> {
  const { parseError, behaviourOf, isBroken, readsIn } = language;
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
    if (actual !== expected && !isBroken(expected)) fail(`BEHAVIOUR BEFORE\n${expected}\nBEHAVIOUR AFTER\n${actual}`);
    if (ids.size < changes.length) continue;
    after = result;
    if (readsIn(path, result) > 0 && kept.length === 0) fail('a read is left without a reason');
  }
  const again = plan({ ...subject, text: after }).filter(isChange);
  if (again.length > 0) throw new Error(`a second run changes: ${again[0]!.title}\nBEFORE\n${text}\nAFTER\n${after}`);
}

function plan({ path, text, value }: Subject): readonly Outcome[] {
  const reads = path.endsWith('.py') ? ['is_enabled($FLAG)', 'flags[$FLAG]'] : ['isEnabled($FLAG)', 'flags.$FLAG'];
  return removeSwitches.plan(memoryWorkspace({ [path]: text }), { flag: 'checkout', value, reads });
}
