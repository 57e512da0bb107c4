import type { Evidence, Safety } from '@ffsd/changes';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import type { SettledFlag } from '../language.ts';
import type { Input } from './given-at.ts';
import type { GivenValue } from './known-input.ts';
import type { Session } from './session.ts';
import type { Slot } from './slot-of.ts';

export interface DescribedInput {
  readonly file: SourceFile;
  /** Of the function. */
  readonly name: string;
  readonly input: Input;
  readonly slot: Slot;
  readonly value: Constant;
  readonly values: readonly GivenValue[];
  readonly flag: SettledFlag;
  readonly assumptions: readonly string[];
}

/** More calls than a reviewer looks at. */
const enough = 20;

/** What a reviewer reads above the diff of a parameter or prop that is folded. */
export function describeInput(
  session: Session,
  { file, name, input, slot, value, values, flag, assumptions }: DescribedInput,
): { title: string; why: string; safety: Safety; evidence: readonly Evidence[] } {
  const isElement = values.some(({ call }) => call.kind !== 'call');
  const what = `the ${wordFor(input, isElement)} ${input.property ?? slot.local.name}`;
  const given = values.filter((one) => one.given.kind === 'given');
  const left = values.length - given.length;
  const text = JSON.stringify(value);
  const calls = isElement ? 'use' : 'call';
  const how =
    left === 0
      ? `every ${calls} of ${name} in the workspace gives it ${text}`
      : `${count(given.length, calls)} of ${name} ${given.length === 1 ? 'gives' : 'give'} it ${text}, and ${count(left, 'other')} ${left === 1 ? 'leaves' : 'leave'} it out, which is ${text} by default`;
  const doubts = assumptions.map((one) => ` See that ${one}.`).join('');
  return {
    title: `Fold ${what} of ${name}, which is now always ${text}, in ${file.path.split('/').at(-1)}`,
    why: `With ${flag.key} settled ${what} of ${name} is always ${text}: ${how}.${doubts}`,
    safety: assumptions.length > 0 ? 'review' : 'safe',
    evidence: given.slice(0, enough).map((one) => evidenceOf(session, one)),
  };
}

export function wordFor({ property }: Input, isElement: boolean): string {
  if (property === undefined) return 'parameter';
  return isElement ? 'prop' : 'property';
}

function evidenceOf(session: Session, { call, given }: GivenValue): Evidence {
  const { path, text } = call.file;
  const node = given.kind === 'given' ? given.node : call.node;
  return {
    kind: 'call',
    text: `${callText(text, call.node.start!)} gives ${text.slice(node.start!, node.end!).replaceAll(/\s+/g, ' ').slice(0, 80)}`,
    place: { path, line: session.lineOf(path, call.node.start!) },
  };
}

function callText(text: string, start: number): string {
  return /^<?[\w$.?]+/.exec(text.slice(start))?.[0] ?? 'the call';
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
