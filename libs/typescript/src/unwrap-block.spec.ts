import type { BlockStatement } from '@babel/types';
import { apply } from '@ffsd/edits';
import { describe, expect, it } from 'vitest';
import { isParsed, parse, type SourceFile } from './parse.ts';
import { contentOf, keepSpan, unwrapBlock } from './unwrap-block.ts';
import { walk } from './walk.ts';

/** The first `if` of the text and the block that it has. */
function firstIf(text: string): {
  file: SourceFile;
  statement: Parameters<typeof unwrapBlock>[1];
  block: BlockStatement;
} {
  const file = parse('a.ts', text);
  if (!isParsed(file)) throw new Error(file.message);
  let found: { file: SourceFile; statement: Parameters<typeof unwrapBlock>[1]; block: BlockStatement } | undefined;
  walk(file.tree.program, (node) => {
    if (!found && node.type === 'IfStatement' && node.consequent.type === 'BlockStatement')
      found = { file, statement: node, block: node.consequent };
  });
  return found!;
}

function unwrap(text: string): string {
  const { file, statement, block } = firstIf(text);
  return apply(text, unwrapBlock(file, statement, block, contentOf(file, block)!));
}

describe('unwrapBlock', () => {
  it.each([
    ['one line', 'if (x) {\n  a();\n}\n', 'a();\n'],
    ['lines', '{\n  if (x) {\n    a();\n\n    b(\n      c,\n    );\n  }\n}', '{\n  a();\n\n  b(\n    c,\n  );\n}'],
    ['what stands on the line of the braces', 'if (x) { a(); b(); }', 'a(); b();'],
    ['the lines of a Windows file', 'if (x) {\r\n  a();\r\n  b();\r\n}\r\n', 'a();\r\nb();\r\n'],
    ['tabs', '{\n\tif (x) {\n\t\ta();\n\t\tb();\n\t}\n}', '{\n\ta();\n\tb();\n}'],
    ['comments at both ends', 'if (x) {\n  // first\n  a();\n  // last\n}', '// first\na();\n// last'],
    ['a comment alone', 'if (x) {\n  // why\n}', '// why'],
    ['an else that goes', 'if (x) {\n  a();\n} else {\n  b();\n}', 'a();'],
    ['a template that keeps its lines', 'if (x) {\n  a(`\n  text\n  `);\n}', 'a(`\n  text\n  `);'],
  ])('keeps %s', (_, text, after) => expect(unwrap(text)).toBe(after));
});

describe('contentOf', () => {
  it.each(['if (x) {}', 'if (x) {\n\n}'])('has nothing in %j', (text) => {
    const { file, block } = firstIf(text);
    expect(contentOf(file, block)).toBeUndefined();
  });
});

it('keeps one span of what goes', () => {
  const text = '  x = on\n    ? f(\n        a,\n      )\n    : b;';
  const { file, kept, whole } = choiceIn(text);
  expect(apply(text, keepSpan(file, whole, kept))).toBe('  x = f(\n      a,\n    );');
});

function choiceIn(text: string) {
  const file = parse('a.ts', text);
  if (!isParsed(file)) throw new Error(file.message);
  const statement = file.tree.program.body[0]!;
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression')
    throw new Error(text);
  const whole = statement.expression.right;
  if (whole.type !== 'ConditionalExpression') throw new Error(text);
  return { file, whole, kept: whole.consequent };
}
