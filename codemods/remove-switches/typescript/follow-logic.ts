import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf, parsedFile, walk } from '@ffsd/typescript';
import { flagBehind } from '../flag-behind.ts';
import type { Follower } from '../follow-all.ts';
import type { SettledFlag } from '../language.ts';
import type { Always } from './always-of.ts';
import { alwaysOf } from './always-of.ts';
import { foldEverywhere } from './fold-everywhere.ts';
import { planValue } from './plan-value.ts';
import type { Session } from './session.ts';

/** `!failed && !isShown` where `isShown` became `!failed`: what contradicts itself since the changes so far, or always holds. */
export const followLogic: Follower<Session> = (session, path, flags) => {
  let any = false;
  const done = new Set<number>();
  for (;;) {
    const file = parsedFile(session, path);
    const originOf = ({ node }: Candidate) => session.originOf(path, node.start!, 'after');
    const next = file && candidatesIn(session, file).find((one) => !done.has(originOf(one)));
    if (!file || !next) return any;
    done.add(originOf(next));
    any = followOne(session, file, next, flags) || any;
  }
};

interface Candidate extends Always {
  readonly node: Node;
  readonly grounds: readonly string[];
}

function candidatesIn(session: Session, file: SourceFile): readonly Candidate[] {
  const found: Candidate[] = [];
  const parents = parentsOf(file);
  walk(file.tree.program, (node) => {
    // The outermost one says it of all within.
    if (node.type !== 'LogicalExpression' || parents.parent(node)?.type === 'LogicalExpression') return;
    const always = alwaysOf(file, node);
    if (!always) return;
    const touching = ({ start, end }: Node) => session.touching(file.path, start!, end!);
    // Neither the expression nor what its names stand for changed: it said so before.
    const grounds = [node, ...always.through].flatMap(touching);
    if (grounds.length > 0) found.push({ ...always, node, grounds: [...new Set(grounds)] });
  });
  return found;
}

function followOne(session: Session, file: SourceFile, one: Candidate, flags: readonly SettledFlag[]): boolean {
  const { path } = file;
  const { node, value, grounds } = one;
  const flag = flagBehind(session, flags, grounds);
  if (!flag) return false;
  const line = session.lineOf(path, node.start!);
  return foldEverywhere(session, flag, {
    known: {
      name: file.text.slice(node.start!, node.end!).replaceAll(/\s+/g, ' '),
      value,
      because: `with what its names stand for it is ${value} in every case`,
      place: { path, line },
      grounds,
    },
    path,
    anchor: node.start!,
    uses(anchor) {
      const present = parsedFile(session, path);
      const now = present && candidatesIn(session, present).find((other) => other.node.start === anchor);
      if (!present || !now) return [];
      return [{ file: present, node: now.node, plan: () => planValue(session, present, now) }];
    },
    doubts: [],
    left: undefined,
    flow: { path, code: 'stored-value', lines: [] },
  });
}
