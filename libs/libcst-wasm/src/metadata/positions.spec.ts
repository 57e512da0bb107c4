import { describe, expect, it } from 'vitest';
import { DetachedNodeError } from '../errors/detached-node-error.ts';
import { findAll } from '../find-all.ts';
import { Name } from '../generated/nodes.ts';
import { parseModule } from '../parse-module.ts';
import { byteSpanOf, linesOf, positionOf, whitespaceInclusivePositionOf } from './positions.ts';

const source = '# é\nclass A:\r\n  # why\r\n  x = (  "😀" ) + y\n';
const module = parseModule(source);
const string = findAll(module, 'SimpleString')[0]!;
const line = findAll(module, 'SimpleStatementLine')[0]!;

describe('positionOf', () => {
  it('is the place without parentheses, white space and comments', () => {
    expect(positionOf(string)).toEqual({ start: { line: 4, column: 9 }, end: { line: 4, column: 13 } });
    expect(positionOf(line)).toEqual({ start: { line: 4, column: 2 }, end: { line: 4, column: 19 } });
  });

  it('counts as LibCST and as ast do', () => {
    expect(positionOf(string, 'code-points').end).toEqual({ line: 4, column: 12 });
    expect(positionOf(string, 'utf-8').end).toEqual({ line: 4, column: 15 });
  });

  it('is not there for a node that was built', () => {
    expect(() => positionOf(Name.create({ value: 'x' }))).toThrow(DetachedNodeError);
  });
});

it('tells the place with all that a node owns', () => {
  expect(whitespaceInclusivePositionOf(string)).toEqual({
    start: { line: 4, column: 6 },
    end: { line: 4, column: 15 },
  });
  expect(whitespaceInclusivePositionOf(line)).toEqual({ start: { line: 3, column: 0 }, end: { line: 5, column: 0 } });
});

it('tells the bytes of a node', () => {
  const { start, length } = byteSpanOf(string);
  expect(new TextDecoder().decode(new TextEncoder().encode(source).slice(start, start + length))).toBe('"😀"');
});

it('finds the lines of a tree once', () => {
  expect(linesOf(string)).toBe(linesOf(module));
  expect(linesOf(module).count).toBe(5);
});

describe('the position of a node is the one that LibCST gives', () => {
  it.each([
    ['x = 1\n', 'AssignTarget', 'x'],
    ['x: int = 1\n', 'Annotation', 'int'],
    ['def f() -> int: ...\n', 'Annotation', 'int'],
    ['def f(*a: int, b): ...\n', 'Param', '*a'],
    ['@d\ndef f():\n    a\n    # end\n', 'FunctionDef', 'def f():\n    a'],
    ['if a: b;\n', 'If', 'if a: b'],
    ['if a: b\nelif c: d\n', 'If', 'if a: b\nelif c: d'],
    ['if a:\n    # why\n    b  # how\n', 'IndentedBlock', 'b'],
    ['f(( a ), )\n', 'Arg', '( a )'],
    ['(a for b in c)\n', 'GeneratorExp', 'a for b in c'],
    ['(a, b)\n', 'Tuple', 'a, b'],
    ['((a) + b)\n', 'BinaryOperation', '(a) + b'],
    ['a  and  b\n', 'And', 'and'],
    ['f(a , b)\n', 'Comma', ','],
    ['match a:\n    case [b, *_]: ...\n', 'MatchSequenceElement', 'b, '],
  ] as const)('%j: %s is %j', (text, type, own) => {
    const node = findAll(parseModule(text), type)[0]!;
    expect(text.slice(node.start, node.end)).toBe(own);
  });
});
