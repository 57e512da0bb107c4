import type { Change, Kept, Outcome, Task } from '@ffsd/changes';
import { isChange } from '@ffsd/changes';
import { vocabularies } from '@ffsd/flags';
import type { KeptCode } from './kept-code.ts';
import { vocabulariesIn } from './vocabulary-evidence.ts';

/** What is left to do where no codemod reaches, once the outcomes are deployed. */
export function tasksElsewhere(outcomes: readonly Outcome[]): readonly Task[] {
  const changes = outcomes.filter(isChange);
  const kept = outcomes.filter((one): one is Kept => !isChange(one));
  const topics = new Set(changes.flatMap(({ topic }) => topic ?? []));
  return [...[...topics].flatMap((topic) => tasksOf(topic, changes, kept)), ...dependencies(kept)];
}

function tasksOf(topic: string, changes: readonly Change[], kept: readonly Kept[]): readonly Task[] {
  const reads = changes
    .filter((change) => change.topic === topic)
    .flatMap(({ evidence }) => vocabulariesIn(evidence))
    .flatMap((name) => vocabularies.filter((vocabulary) => vocabulary.name === name));
  const still = kept.filter(({ code }) => readsThatStay.has(code as KeptCode)).length;
  const task = (kind: string, text: string): Task => ({ kind, text, topic });
  const archive = [...new Set(reads.flatMap(({ archive: how }) => how?.replace('$FLAG', () => topic) ?? []))];
  return [
    task(
      'check-before',
      `See where ${topic} is kept that it has this value in every environment and for everybody: no rule, schedule or experiment gives another one, no other flag depends on it, and it is not meant to stay.`,
    ),
    ...archive.map((what) =>
      still === 0
        ? task('archive-flag', `${what} once this is deployed everywhere: until then older versions still ask for it.`)
        : task('archive-flag', `${what} only after ${many(still, 'place')} that may still read it: see what was kept.`),
    ),
    ...exposures(topic, reads).map((text) => task('exposure-stops', text)),
    task(
      'look-outside',
      `Look for ${topic} outside of this repository: dashboards, alerts, documents, other services.`,
    ),
  ];
}

/** One sentence for each service that counts who saw the flag. */
function exposures(topic: string, reads: readonly { title: string; exposure?: boolean }[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { title, exposure } of reads) if (exposure) counts.set(title, (counts.get(title) ?? 0) + 1);
  return [...counts].map(
    ([title, count]) =>
      `${many(count, 'read')} of ${topic} told the service who saw it (${title}), and ${count === 1 ? 'does' : 'do'} so no more: see that no experiment and no dashboard counts on these exposure events.`,
  );
}

/** Of the lines about packages that nothing imports any more. */
function dependencies(kept: readonly Kept[]): readonly Task[] {
  return kept
    .filter(({ code }) => code === 'dependency-unused')
    .map(({ place, because }) => ({
      kind: 'drop-dependency',
      text: `${because[0]!.toUpperCase()}${because.slice(1)}: drop it if nothing else needs it.`,
      place,
    }));
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The reasons for which code goes on asking for the flag. */
const readsThatStay: ReadonlySet<KeptCode> = new Set<KeptCode>([
  'dynamic-key',
  'unknown-receiver',
  'promise-not-awaited',
  'value-in-callback',
  'detail-object',
  'rest-element',
  'nested-pattern',
  'component-use',
  'other-type',
  'other-value',
  'impure-argument',
  'object-value',
  'switch-break-inside',
  'switch-shared-names',
  'constant-case',
  'switch-without-block',
  'no-surroundings',
  'would-break',
  'scope-change',
  'generator',
  'not-editable',
  'key-in-use',
  'minified',
  'unparsable',
]);
