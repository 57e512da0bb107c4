import { apply } from '@ffsd/edits';
import type { AnyNode, If } from 'libcst-wasm';
import { describe, expect, it } from 'vitest';
import { findIn, parsed } from './find-in.ts';
import { isCompound } from './suite.ts';
import { contentOf, dropBranch, keepBranch, unwrapBlock } from './unwrap-block.ts';

const hasBody = (node: AnyNode): node is Extract<AnyNode, { type: 'If' | 'For' | 'While' | 'Try' | 'With' | 'Else' }> =>
  isCompound(node) || node.type === 'Else';
const isIf = (node: AnyNode): node is If => node.type === 'If';

/** Keeps the block of the first compound statement, or of the first `else`. */
function unwrap(text: string, statement: string, clause = statement): string {
  const file = parsed(text);
  const suite = findIn(file, clause, hasBody).body;
  const after = apply(text, unwrapBlock(file, findIn(file, statement, isCompound), suite));
  parsed(after);
  return after;
}

describe('unwrapBlock', () => {
  it.each([
    ['one line', 'if x:\n    a\n', 'a\n'],
    [
      'lines',
      'def f():\n    if x:\n        a\n\n        b(\n            c,\n        )\n    d\n',
      'def f():\n    a\n\n    b(\n        c,\n    )\n    d\n',
    ],
    ['what stands behind the colon', 'if x: a; b  # why\nc\n', 'a; b  # why\nc\n'],
    ['the lines of a Windows file', 'if x:\r\n  a\r\n  b\r\n', 'a\r\nb\r\n'],
    ['tabs', 'def f():\n\tif x:\n\t\ta\n\t\tb\n', 'def f():\n\ta\n\tb\n'],
    [
      'comments at both ends',
      '# above\nif x:  # header\n\n    # first\n    a\n\n    # last\nb\n',
      '# above\n# first\na\n\n# last\nb\n',
    ],
    ['a comment with a pass', 'if x:\n    # why\n    pass\nb\n', '# why\npass\nb\n'],
    ['a block without an else', 'if x:\n    a\n    # end\nelse:\n    b\n# c\n', 'a\n# end\n# c\n'],
    [
      'a string that keeps its lines',
      'if x:\n    a("""\n    text\n    """)\n    b\n',
      'a("""\n    text\n    """)\nb\n',
    ],
    ['an f-string that keeps its lines', "if x:\n    a(f'''\n    {b}\n    ''')\n", "a(f'''\n    {b}\n    ''')\n"],
    ['lines that are continued', 'if x:\n    a = b \\\n        + c\n    d\n', 'a = b \\\n    + c\nd\n'],
    ['the inside of brackets at the left', 'if x:\n    a(\n  b)\n    c\n', 'a(\nb)\nc\n'],
    ['comments at the left', 'if x:\n    a\n# left\n    b\n', 'a\n# left\nb\n'],
    ['inner blocks', 'if x:\n  while y:\n      a\n  else:\n      b\n', 'while y:\n    a\nelse:\n    b\n'],
    ['a line that is continued behind the colon', 'if x: \\\n    a; b\nc\n', 'a; b\nc\n'],
    ['a last line without a break', 'if x:\n    a', 'a'],
  ])('keeps %s', (_, text, after) => expect(unwrap(text, 'if x')).toBe(after));

  it.each([
    ['with', 'with a as b:\n    c\n    d\n', 'with', 'c\nd\n'],
    ['for', 'for a in b: c\nelse: d\n', 'for', 'c\n'],
    ['try', 'try:\n    a\nexcept B:\n    c\nfinally:\n    d\ne\n', 'try', 'a\ne\n'],
  ])('keeps the block of a %s', (_, text, word, after) => expect(unwrap(text, word)).toBe(after));

  it('takes an elif for the branch that it is', () => {
    const text = 'if a: b\nelif x: c\nelse: d\n';
    expect(unwrap(text, 'elif')).toBe('if a: b\nelse: c\n');
    expect(unwrap(text, 'elif', 'else')).toBe('if a: b\nelse: d\n');
  });

  it.each([
    ['if x:\n    a\nelse:\n    b\n    c\nd\n', 'b\nc\nd\n'],
    ['if x: a\nelse: b\nd\n', 'b\nd\n'],
    ['if x: a\n# why\nelse:  # header\n    # of b\n    b\nd\n', '# of b\nb\nd\n'],
    ['if x: a\nelse: pass\nd\n', 'd\n'],
    ['if x: a\nelif y: b\nelse: c\nd\n', 'c\nd\n'],
    ['def f():\n    if x: a\n    else: pass\n', 'def f():\n    pass\n'],
  ])('keeps the else of %j', (text, after) => expect(unwrap(text, 'if x', 'else')).toBe(after));
});

describe('contentOf', () => {
  it.each([
    ['if x: pass\n', undefined],
    ['if x:\n    pass\n', undefined],
    ['if x:\n    pass\n    # why\n', 'pass\n    # why'],
    ['if x:\n\n    # why\n    a  # how\n\nb\n', '# why\n    a  # how'],
  ])('of %j is %j', (text, content) => {
    const file = parsed(text);
    const found = contentOf(file, findIn(file, 'if', isIf).body);
    expect(found && text.slice(found.start, found.end)).toBe(content);
  });
});

describe('branches', () => {
  const decide = (text: string, word: string, value: boolean): string => {
    const file = parsed(text);
    const branch = findIn(file, word, isIf);
    const after = apply(text, value ? keepBranch(file, branch) : dropBranch(file, branch));
    parsed(after);
    return after;
  };

  it.each([
    ['if x:\n    a\nelif y:\n    b\nelse:\n    c\n', 'if x', 'a\n'],
    ['if x:\n    a\nelif y:\n    b\nelse:\n    c\n', 'elif y', 'if x:\n    a\nelse:\n    b\n'],
    [
      'if x:\n    a\n# why\nelif y :  # how\n    b\n    # end\n\n# z\nelif z:\n    c\nd\n',
      'elif y',
      'if x:\n    a\n# why\nelse:  # how\n    b\n    # end\nd\n',
    ],
    ['if x: a\nelif(y): b\nelse: c\n', 'elif', 'if x: a\nelse: b\n'],
    ['if x: a\nelif y: pass\nelse: c\nd\n', 'elif y', 'if x: a\nd\n'],
    ['if x: a\nelif y: b', 'elif y', 'if x: a\nelse: b'],
  ])('of %j, %j is true', (text, word, after) => expect(decide(text, word, true)).toBe(after));

  it.each([
    ['if x:\n    a\nb\n', 'if x', 'b\n'],
    ['def f():\n    if x:\n        a\n', 'if x', 'def f():\n    pass\n'],
    ['if x:\n    a\nelse:\n    b\nc\n', 'if x', 'b\nc\n'],
    ['if x:\n    a\nelif y:\n    b\nelse:\n    c\n', 'if x', 'if y:\n    b\nelse:\n    c\n'],
    ['if x:\n    a\n\n# of y\nelif y:\n    b\n', 'if x', '# of y\nif y:\n    b\n'],
    ['if x:\n    a\nelif y:\n    b\n    # end\nelse:\n    c\n', 'elif y', 'if x:\n    a\nelse:\n    c\n'],
    ['if x:\n    a\n# of y\nelif y: b\nelif z: c\n', 'elif y', 'if x:\n    a\nelif z: c\n'],
    ['if x: a\nelif y: b', 'elif y', 'if x: a'],
    ['if a:\n    if x: b\n    elif y: c\n', 'if x', 'if a:\n    if y: c\n'],
  ])('of %j, %j is false', (text, word, after) => expect(decide(text, word, false)).toBe(after));
});
