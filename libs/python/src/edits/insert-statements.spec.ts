import { apply } from '@ffsd/edits';
import type { AnyNode, SimpleStatementLine, SimpleStatementSuite } from 'libcst-wasm';
import { describe, expect, it } from 'vitest';
import { findIn, parsed } from './find-in.ts';
import { insertImport } from './insert-import.ts';
import { appendTo, insertAfter, insertBefore, prependTo } from './insert-statements.ts';
import { quoteOf } from './quote-of.ts';
import { isCompound, isLine, type Suite } from './suite.ts';

type Line = SimpleStatementLine | SimpleStatementSuite;
const isLineNode = (node: AnyNode): node is Line => isLine(node);

function edited(text: string, edits: Parameters<typeof apply>[1]): string {
  const after = apply(text, edits);
  parsed(after);
  return after;
}

describe('insertBefore and insertAfter', () => {
  it.each([
    ['a\nx\nb\n', 'a\nnew\nx\nb\n', 'a\nx\nnew\nb\n'],
    ['x', 'new\nx', 'x\nnew'],
    ['\ufeffx\r\n', '\ufeffnew\r\nx\r\n', '\ufeffx\r\nnew\r\n'],
    ['a\n# of x\nx  # x\n', 'a\nnew\n# of x\nx  # x\n', 'a\n# of x\nx  # x\nnew\n'],
    ['#!/bin/python\nx\n', '#!/bin/python\nnew\nx\n', '#!/bin/python\nx\nnew\n'],
    ['if a:\n\tx\nb\n', 'if a:\n\tnew\n\tx\nb\n', 'if a:\n\tx\n\tnew\nb\n'],
    ['a\nx; b;\n', 'a\nnew\nx; b;\n', 'a\nx; b;\nnew\n'],
    ['if a: x; b  # c\nd\n', 'if a:\n    new\n    x; b  # c\nd\n', 'if a:\n    x; b  # c\n    new\nd\n'],
    ['if a:\n  if b: x', 'if a:\n  if b:\n    new\n    x', 'if a:\n  if b:\n    x\n    new'],
    ['x("""\na\n""")\n', 'new\nx("""\na\n""")\n', 'x("""\na\n""")\nnew\n'],
  ])('of %j', (text, before, behind) => {
    const file = parsed(text);
    const statement = findIn(file, 'x', isLineNode).body[0]!;
    expect(edited(text, insertBefore(file, statement, 'new'))).toBe(before);
    expect(edited(text, insertAfter(file, statement, 'new\n'))).toBe(behind);
  });

  it('goes around a whole block', () => {
    const text = 'a\n# why\n@d\ndef x():\n    b\n    # end\nc\n';
    const file = parsed(text);
    const statement = findIn(file, 'def x', isCompound);
    expect(edited(text, insertBefore(file, statement, 'new'))).toBe(`a\nnew\n${text.slice(2)}`);
    expect(edited(text, insertAfter(file, statement, 'new'))).toBe(`${text.slice(0, -2)}new\nc\n`);
  });

  it('moves the lines of a block, and not those of a string', () => {
    const text = 'if a:\r\n    x\r\n';
    const file = parsed(text);
    const code = 'if b:\n    c("""\nd\n    """)\n\n    e\n';
    expect(edited(text, insertAfter(file, findIn(file, 'x', isLineNode).body[0]!, code))).toBe(
      'if a:\r\n    x\r\n    if b:\r\n        c("""\r\nd\r\n    """)\r\n\r\n        e\r\n',
    );
  });
});

describe('prependTo and appendTo', () => {
  it.each([
    ['def f():\n    a\n', 'def f():\n    new\n    a\n', 'def f():\n    a\n    new\n'],
    [
      'def f():\n    """Why."""\n    a\n\nb\n',
      'def f():\n    """Why."""\n    new\n    a\n\nb\n',
      'def f():\n    """Why."""\n    a\n    new\n\nb\n',
    ],
    ['def f():\n    pass  # why\n', 'def f():\n    new  # why\n', 'def f():\n    new  # why\n'],
    ['def f(): pass\n', 'def f():\n    new\n', 'def f():\n    new\n'],
    ['def f(): a\n', 'def f():\n    new\n    a\n', 'def f():\n    a\n    new\n'],
    [
      'def f():\n    a\n    # end\nb\n',
      'def f():\n    new\n    a\n    # end\nb\n',
      'def f():\n    a\n    # end\n    new\nb\n',
    ],
    ['def f():\n    def g(): a\n', 'def f():\n    new\n    def g(): a\n', 'def f():\n    def g(): a\n    new\n'],
  ])('of %j', (text, first, last) => {
    const file = parsed(text);
    const suite = (findIn(file, 'def f', isCompound) as AnyNode & { body: Suite }).body;
    expect(edited(text, prependTo(file, suite, 'new'))).toBe(first);
    expect(edited(text, appendTo(file, suite, 'new'))).toBe(last);
  });

  it.each([
    ['', 'new\n', 'new\n'],
    ['# about', '# about\nnew', '# about\nnew'],
    ['"""Why."""\na', '"""Why."""\nnew\na', '"""Why."""\na\nnew'],
  ])('of the module %j', (text, first, last) => {
    const file = parsed(text);
    expect(edited(text, prependTo(file, file.tree, 'new'))).toBe(first);
    expect(edited(text, appendTo(file, file.tree, 'new'))).toBe(last);
  });
});

describe('insertImport', () => {
  it.each([
    ['import a\nfrom b import c\n\nd\n', 'import a\nfrom b import c\nimport new\n\nd\n'],
    ['"""Why."""\nx = 1\n', '"""Why."""\n\nimport new\n\nx = 1\n'],
    ['"""Why."""\n\nx = 1\n', '"""Why."""\n\nimport new\n\nx = 1\n'],
    ['"""Why."""', '"""Why."""\n\nimport new'],
    [
      '"""Why."""\n\nfrom __future__ import a\n\n\ndef f(): ...\n',
      '"""Why."""\n\nfrom __future__ import a\n\nimport new\n\n\ndef f(): ...\n',
    ],
    ['from __future__ import a\nimport b\nc\n', 'from __future__ import a\nimport b\nimport new\nc\n'],
    [
      '#!/bin/python\n# -*- coding: utf-8 -*-\nx = 1\n',
      '#!/bin/python\n# -*- coding: utf-8 -*-\nimport new\n\nx = 1\n',
    ],
    ['# of f\ndef f(): ...\n', 'import new\n\n\n# of f\ndef f(): ...\n'],
    [
      'try:\n    import a\nexcept ImportError:\n    a = None\nimport b\nc = 1\nimport d\n',
      'try:\n    import a\nexcept ImportError:\n    a = None\nimport b\nimport new\nc = 1\nimport d\n',
    ],
    ['', 'import new\n'],
    ['import a\r\n\r\nb\r\n', 'import a\r\nimport new\r\n\r\nb\r\n'],
  ])('into %j', (text, after) => {
    const file = parsed(text);
    expect(edited(text, insertImport(file, 'import new'))).toBe(after);
  });

  it.each([
    ['"""Why."""\nimport a\n', '"""Why."""\n\nfrom __future__ import x\n\nimport a\n'],
    ['import a\n', 'from __future__ import x\n\nimport a\n'],
    ['from __future__ import b\nimport a\n', 'from __future__ import b\nfrom __future__ import x\nimport a\n'],
  ])('puts what is from the future into %j', (text, after) => {
    expect(edited(text, insertImport(parsed(text), 'from __future__ import x'))).toBe(after);
  });
});

it.each([
  ['a', "'"],
  ['a = "b"', '"'],
  ["a = 'b'; c = \"d's\"", "'"],
  ["'''a'''; b = \"c\"", '"'],
])('the quote of %j is %s', (text, quote) => expect(quoteOf(parsed(text))).toBe(quote));
