import { apply, type Edit } from '@ffsd/edits';
import fc from 'fast-check';
import type { AnyNode, BaseSuite, If } from 'libcst-wasm';
import { describe, expect, it } from 'vitest';
import { type Program, print, programs } from './arbitrary-program.ts';
import { startWithComments } from './comments.ts';
import { parsed } from './find-in.ts';
import { removeStatements } from './remove-statements.ts';
import { nodesOf, shapeOf } from './shape-of.ts';
import {
  isCompound,
  isLine,
  lineOf,
  type Statement,
  smallStatements,
  statementEnd,
  statementStart,
  suiteOf,
} from './suite.ts';
import { contentOf, dropBranch, isElif, keepBranch, unwrapBlock } from './unwrap-block.ts';

const isStatement = (node: AnyNode): node is Statement & AnyNode =>
  'semicolon' in node || (isCompound(node) && !(node.type === 'If' && isElif(node)));
const isIf = (node: AnyNode): node is If => node.type === 'If';
const withSuite = /^(?:If|For|While|Try|With)$/;

const pass = 'SimpleStatementLine(Pass)';

/** What a statement of a tree leaves when it goes. */
function without(tree: AnyNode, statement: Statement): string {
  const line = lineOf(statement);
  const suite = suiteOf(statement);
  const alone = smallStatements(line).length === 1;
  if (!alone) return shapeOf(tree, (node) => (node === statement ? null : undefined));
  if (suite.type === 'SimpleStatementSuite') return shapeOf(tree, (node) => (node === statement ? 'Pass' : undefined));
  const left = suite.type === 'IndentedBlock' && suite.body.length === 1 ? pass : null;
  return shapeOf(tree, (node) => (node === line ? left : undefined));
}

/** The statements of a block as they are outside of it. */
function content(suite: BaseSuite): string {
  const inside = suite.body.map((one) => shapeOf(one)).join(' ');
  return suite.type === 'SimpleStatementSuite' ? `SimpleStatementLine(${inside})` : inside;
}

const commentsIn = (text: string): string[] => text.match(/# [a-z ]+ \d+/g) ?? [];
const longestGap = (text: string): number =>
  Math.max(
    0,
    ...[...text.matchAll(/(?:^|\r\n|\r|\n)((?:[ \t]*(?:\r\n|\r|\n))*)/g)].map(
      ([, gap]) => gap!.split(/\r\n|\r|\n/).length - 1,
    ),
  );

/** What holds for every edit of lines. */
function checkLines(program: Program, text: string, after: string): void {
  expect(longestGap(after), text).toBeLessThanOrEqual(longestGap(text));
  for (const found of after.match(/\r\n|\r|\n/g) ?? []) expect(found).toBe(program.newline);
  // Nothing is lost behind the last line, and nothing comes to it.
  if (after !== '') expect(/[\r\n]$/.test(after), text).toBe(program.endsWithNewline);
}

function check(
  make: (
    tree: ReturnType<typeof parsed>,
    choice: number,
  ) => { edits: readonly Edit[]; wanted: string; node: AnyNode } | undefined,
): void {
  fc.assert(
    fc.property(programs, fc.nat(), (program, choice) => {
      const text = print(program);
      const file = parsed(text);
      const made = make(file, choice);
      fc.pre(made !== undefined);
      const { edits, wanted, node } = made!;
      const after = apply(text, edits);
      expect(shapeOf(parsed(after).tree), text).toBe(wanted);
      checkLines(program, text, after);
      // Comments that go are those inside the statement, and those above it.
      const start = startWithComments(file, statementStart(node));
      const own = new Set(commentsIn(text.slice(start, statementEnd(file, node))));
      const gone = commentsIn(text).filter((comment) => !commentsIn(after).includes(comment));
      for (const comment of gone) expect(own.has(comment), `${comment} of\n${text}`).toBe(true);
    }),
    { numRuns: 400 },
  );
}

describe('random programs', () => {
  it('lose a statement and nothing else', () => {
    check((file, choice) => {
      const statements = nodesOf(file.tree, isStatement);
      const node = statements[choice % statements.length]!;
      const line = lineOf(node);
      const own = isLine(line) && line.body.length === 1 ? (line as AnyNode) : node;
      return { edits: removeStatements(file, node), wanted: without(file.tree, node), node: own };
    });
  });

  it('keep a block in place of its statement', () => {
    check((file, choice) => {
      const statements = nodesOf(file.tree, isStatement).filter(({ type }) => withSuite.test(type));
      const node = statements[choice % statements.length] as (Statement & { body: BaseSuite }) | undefined;
      if (node === undefined) return undefined;
      const wanted = contentOf(file, node.body)
        ? shapeOf(file.tree, (one) => (one === node ? content(node.body) : undefined))
        : without(file.tree, node);
      return { edits: unwrapBlock(file, node, node.body), wanted, node };
    });
  });

  it('lose a branch', () => {
    check((file, choice) => {
      const branches = nodesOf(file.tree, isIf).filter((one) => isElif(one) || one.orelse?.type !== 'Else');
      const node = branches[choice % branches.length];
      if (node === undefined) return undefined;
      const wanted =
        isElif(node) || node.orelse !== null
          ? shapeOf(file.tree, (one) => (one === node ? node.orelse && shapeOf(node.orelse) : undefined))
          : without(file.tree, node);
      return { edits: dropBranch(file, node), wanted, node };
    });
  });

  it('keep a branch as the last of its chain', () => {
    check((file, choice) => {
      const branches = nodesOf(file.tree, isIf).filter(isElif);
      const node = branches[choice % branches.length];
      if (node === undefined) return undefined;
      const wanted = shapeOf(file.tree, (one) => (one === node ? `Else(${shapeOf(node.body)})` : undefined));
      return { edits: keepBranch(file, node), wanted, node };
    });
  });
});
