import type { Edit } from '@ffsd/edits';
import { apply, compose } from '@ffsd/edits';
import type { AnyNode, SourceFile, Statement, Suite } from '@ffsd/python';
import { isParsed, lineOf, parse, removeStatements, suiteOf } from '@ffsd/python';
import { completesAbruptly } from './completes-abruptly.ts';

/**
 * Removes what stands behind a statement that never completes, outwards as far as that makes the surroundings incomplete too.
 *
 * @param statement the statement that will be replaced; of a chain the `if` it begins with
 * @param abrupt whether what will stand there never completes
 * @returns edits behind the statement; its own offsets stay what they are
 */
export function removeDeadTail(file: SourceFile, statement: Statement, abrupt: boolean): readonly Edit[] {
  if (!abrupt) return [];
  const runs = deadRuns(statement);
  let edits: readonly Edit[] = [];
  // The outermost first: what stands before it keeps its offsets.
  for (const { first, last } of runs.reverse()) {
    const now = edits.length === 0 ? file : parse(file.path, apply(file.text, edits));
    if (!isParsed(now)) return [];
    const from = edits.length === 0 ? first : statementAt(now, first.start);
    if (!from) return [];
    const to = edits.length === 0 ? last : (statementsOf(suiteOf(from)).at(-1) ?? from);
    const removal = removeStatements(now, from, to);
    edits = edits.length === 0 ? removal : compose(edits, removal);
  }
  return edits;
}

interface Run {
  readonly first: Statement;
  readonly last: Statement;
}

function deadRuns(statement: Statement): Run[] {
  const runs: Run[] = [];
  const known = new Map<AnyNode, boolean>([[statement, true]]);
  for (let current: Statement | undefined = statement; current; current = ownerOf(current)) {
    if (!completesAbruptly(current, known) || (current !== statement && completesAbruptly(current))) break;
    const suite = suiteOf(current);
    const list = statementsOf(suite);
    const index = list.findIndex((one) => one === current || lineOf(one) === lineOf(current!));
    const tail = list.slice(index + 1).filter((one) => one.start >= current!.end);
    const [first, last] = [tail[0], tail.at(-1)];
    if (first && last) runs.push({ first, last });
    if (suite.type === 'Module') break;
    known.set(suite, true);
  }
  return runs;
}

/** The `if` or `try` of which the statement ends one of the blocks. */
function ownerOf(statement: Statement): Statement | undefined {
  let at: AnyNode | null = suiteOf(statement).parent;
  while (
    at?.type === 'Else' ||
    at?.type === 'ExceptHandler' ||
    at?.type === 'ExceptStarHandler' ||
    at?.type === 'Finally'
  )
    at = at.parent;
  while (at?.type === 'If' && at.parent?.type === 'If' && at.parent.orelse === at) at = at.parent;
  return at?.type === 'If' || at?.type === 'Try' || at?.type === 'TryStar' ? at : undefined;
}

function statementsOf(suite: Suite): readonly Statement[] {
  return (suite.body as readonly AnyNode[]).flatMap((line) =>
    line.type === 'SimpleStatementLine' ? (line.body as readonly Statement[]) : [line as Statement],
  );
}

/** The statement that begins at the offset. */
export function statementAt(file: SourceFile, offset: number): Statement | undefined {
  const look = (suite: Suite): Statement | undefined => {
    for (const one of statementsOf(suite)) {
      if (one.start === offset) return one;
      if (one.start <= offset && offset < one.end) {
        for (const inner of suitesIn(one)) {
          const found = look(inner);
          if (found) return found;
        }
      }
    }
    return undefined;
  };
  return look(file.tree);
}

function suitesIn(node: AnyNode): readonly Suite[] {
  return [...node.children()].flatMap((child): readonly Suite[] => {
    switch (child.type) {
      case 'IndentedBlock':
      case 'SimpleStatementSuite':
        return [child];
      case 'Else':
      case 'If':
      case 'ExceptHandler':
      case 'ExceptStarHandler':
      case 'Finally':
      case 'MatchCase':
        return suitesIn(child);
      default:
        return [];
    }
  });
}
