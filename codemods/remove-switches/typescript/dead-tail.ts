import type { Node, Statement } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { endWithComment, removeLines, skip, startWithComments, walk } from '@ffsd/typescript';
import { completesAbruptly } from './completes-abruptly.ts';
import { statementsOf } from './guard-statement-start.ts';
import type { Flow, Site } from './site.ts';
import { sourceOf } from './site.ts';

/**
 * Removes what stands behind a statement that never completes, outwards as far as that makes the surroundings incomplete too.
 *
 * Function declarations that living code calls stay, because they are hoisted. Where a `var` of the tail is used elsewhere
 * the whole tail stays: it is dead, but its declaration is not.
 *
 * @param statement the statement that was replaced
 * @param abrupt whether what stands there now never completes
 */
export function removeDeadTail(site: Site, statement: Node, abrupt: boolean): DeadTail {
  const edits: Edit[] = [];
  let held: Flow | undefined;
  const known = new Map<Node, boolean>([[statement, abrupt]]);
  let current = statement;
  while (completesAbruptly(current, known) && (current === statement || !completesAbruptly(current))) {
    const owner = site.parents.parent(current);
    const list = owner && statementsOf(owner);
    if (!owner || !list) {
      // An `if` whose two branches both leave is left by the same token.
      if (owner?.type !== 'IfStatement' && owner?.type !== 'TryStatement') break;
      current = owner;
      continue;
    }
    const tail = list.slice(list.indexOf(current as Statement) + 1);
    held ??= heldBack(site, tail);
    edits.push(...removeTail(site, tail));
    if (owner.type !== 'BlockStatement') break;
    known.set(owner, true);
    current = owner;
  }
  return held ? { edits, held } : { edits };
}

/** Whether some of the statements would stay although nothing reaches them. */
export function staysBehind(site: Site, tail: readonly Statement[]): boolean {
  const start = tail[0]?.start ?? 0;
  const end = tail.at(-1)?.end ?? 0;
  return tail.some((one) => declaresForOthers(site, one, start, end) || stays(site, one, start, end));
}

export interface DeadTail {
  readonly edits: readonly Edit[];
  /** Why a tail stays although nothing reaches it. */
  readonly held?: Flow;
}

function heldBack(site: Site, tail: readonly Statement[]): Flow | undefined {
  const first = tail[0];
  const holder = first && tail.find((one) => declaresForOthers(site, one, first.start!, tail.at(-1)!.end!));
  return holder && { kind: 'hoisted-var', offset: holder.start!, receiver: sourceOf(site, holder).split(/[\r\n]/)[0]! };
}

function removeTail(site: Site, tail: readonly Statement[]): Edit[] {
  const first = tail[0];
  if (!first) return [];
  const start = first.start!;
  const end = tail.at(-1)!.end!;
  if (tail.some((statement) => declaresForOthers(site, statement, start, end))) return [];
  const edits: Edit[] = [];
  let run: Statement[] = [];
  for (const statement of [...tail, undefined]) {
    if (statement && !stays(site, statement, start, end)) {
      run.push(statement);
      continue;
    }
    if (run.length > 0) edits.push(removeRun(site, run));
    run = [];
  }
  return edits;
}

function removeRun(site: Site, run: readonly Statement[]): Edit {
  return removeLines(site.file, startWithComments(site.file, run[0]!), endWithComment(site.file, run.at(-1)!.end!));
}

function stays(site: Site, statement: Statement, start: number, end: number): boolean {
  if (/^(?:Export|Import|TS)/.test(statement.type)) return true;
  return statement.type === 'FunctionDeclaration' && site.isUsedOutside(statement, start, end);
}

/** Whether a `var` in the statement is used outside the tail. */
function declaresForOthers(site: Site, statement: Statement, start: number, end: number): boolean {
  let found = false;
  walk(statement, (node) => {
    if (/Function|Method/.test(node.type)) return skip;
    if (node.type === 'VariableDeclaration' && node.kind === 'var') found ||= site.isUsedOutside(node, start, end);
    return undefined;
  });
  return found;
}
