import { apply } from '@ffsd/edits';
import type { AnyNode } from 'libcst-wasm';
import { describe, expect, it } from 'vitest';
import { findIn, parsed } from './find-in.ts';
import { removeStatements } from './remove-statements.ts';
import { isCompound, type Statement } from './suite.ts';

const isStatement = (node: AnyNode): node is Statement & AnyNode => isCompound(node) || 'semicolon' in node;

/** Removes the statements from the one that begins with `gone` to the one that begins with `last`. */
function remove(text: string, first = 'gone', last = first, whenEmpty?: 'pass' | 'clause'): string {
  const file = parsed(text);
  const edits = removeStatements(file, findIn(file, first, isStatement), findIn(file, last, isStatement), whenEmpty);
  const after = apply(text, edits);
  parsed(after);
  return after;
}

describe('removeStatements', () => {
  it.each([
    ['a line', 'a\ngone\nb\n', 'a\nb\n'],
    ['the first line', 'gone\na\n', 'a\n'],
    ['the last line', 'a\ngone\n', 'a\n'],
    ['the last line without a line break', 'a\ngone', 'a'],
    ['all there is', 'gone', ''],
    ['all there is behind a byte order mark', '\ufeffgone', '\ufeff'],
    ['a line of a Windows file', 'a\r\ngone\r\nb\r\n', 'a\r\nb\r\n'],
    ['a line of an old Macintosh file', 'a\rgone\rb\r', 'a\rb\r'],
    ['the last line of a Windows file', 'a\r\ngone', 'a'],
    ['the first line behind a byte order mark', '\ufeffgone\na\n', '\ufeffa\n'],
    ['its comments', 'a\n# why\n# how\ngone  # what\nb\n', 'a\nb\n'],
    ['no comment with a blank line between', 'a\n# part\n\ngone\nb\n', 'a\n# part\n\nb\n'],
    ['no comment of the block above', 'if a:\n    b\n    # end\ngone\nc\n', 'if a:\n    b\n    # end\nc\n'],
    ['no licence', '# Copyright 2020\ngone\nb\n', '# Copyright 2020\nb\n'],
    [
      'no first line of a script',
      '#!/usr/bin/env python\n# -*- coding: utf-8 -*-\ngone\nb\n',
      '#!/usr/bin/env python\n# -*- coding: utf-8 -*-\nb\n',
    ],
    ['one of two gaps', 'a\n\ngone\n\nb\n', 'a\n\nb\n'],
    ['the smaller gap', 'import a\n\ngone\n\n\ndef f(): ...\n', 'import a\n\n\ndef f(): ...\n'],
    ['the smaller gap behind', 'def f(): ...\n\n\ngone\n\na\n', 'def f(): ...\n\n\na\n'],
    ['no gap that has no other', 'a\n\ngone\nb\n', 'a\n\nb\n'],
    ['the gap at the start of the file', 'gone\n\na\n', 'a\n'],
    ['the gap at the end of the file', 'a\n\n\ngone\n', 'a\n'],
    ['the gap at the start of a block', 'if a:\n    gone\n\n    b\n', 'if a:\n    b\n'],
    ['the gap at the end of a block', 'if a:\n    b\n\n    gone\n\n\nc\n', 'if a:\n    b\n\n\nc\n'],
    ['no gap behind the header of the file', '# about\n\ngone\n\na\n', '# about\n\na\n'],
    ['the lines of a statement', 'a\ngone(\n    1,\n)\nb\n', 'a\nb\n'],
    ['the lines of a string', 'a\ngone("""\n# no comment\n""")\nb\n', 'a\nb\n'],
    ['a continued line', 'a\ngone + \\\n  1\nb\n', 'a\nb\n'],
    ['a line with a semicolon', 'a\ngone;\nb\n', 'a\nb\n'],
    ['the middle of a line', 'a; gone; b\n', 'a; b\n'],
    ['the start of a line', 'gone; b  # why\n', 'b  # why\n'],
    ['the end of a line', 'a; gone\nb\n', 'a\nb\n'],
    ['the end of a line with a semicolon', 'a; gone;\nb\n', 'a;\nb\n'],
    ['one of those behind a colon', 'if a: gone; b\n', 'if a: b\n'],
    ['all behind a colon', 'if a: gone  # why\n', 'if a: pass  # why\n'],
    ['all of a block', 'if a:\n    # why\n    gone  # how\n\nb\n', 'if a:\n    pass\n\nb\n'],
    ['all of a block with a comment to the left', 'if a:\n  # why\n    gone\n', 'if a:\n    pass\n'],
    ['all of a block but the comments that end it', 'if a:\n    gone\n    # end\n', 'if a:\n    pass\n    # end\n'],
    ['all behind the docstring', 'def f():\n    """Why."""\n    gone\n', 'def f():\n    """Why."""\n'],
  ])('removes %s', (_, text, after) => expect(remove(text)).toBe(after));

  it.each([
    [
      'a block with the comments that end it',
      'a\nif gone:\n    b\n    # end\n# of c\nc\n',
      'if gone',
      'a\n# of c\nc\n',
    ],
    ['a block with a comment in its middle', 'if gone:\n  b\n # less\n  # end\nc\n', 'if gone', 'c\n'],
    ['a function with its decorators', 'a\n\n\n# why\n@x\n# y\n@y\ndef gone(): ...\n\n\nb\n', 'def gone', 'a\n\n\nb\n'],
    ['a class in one line', 'class gone: a; b;\nc\n', 'class gone', 'c\n'],
    ['an asynchronous function', 'async def gone():\n    pass\nc\n', 'async def gone', 'c\n'],
    ['an elif', 'if a: b\nelif gone: c\nelse: d\n', 'elif gone', 'if a: b\nelse: d\n'],
    ['a whole chain', 'if gone:\n  a\nelif b:\n  c\nelse:\n  d\n  # end\ne\n', 'if gone', 'e\n'],
  ])('removes %s', (_, text, word, after) => expect(remove(text, word)).toBe(after));

  it.each([
    ['over lines', 'a\nfirst\n\nc\nlast\n\nb\n', 'a\n\nb\n'],
    ['within a line', 'a; first; c; last; b\n', 'a; b\n'],
    ['from a line to another, without the comment above that', 'a; first\nc\n# d\nlast; b\n', 'a\n# d\nb\n'],
    ['from a line to another without one between', 'a; first\nlast; b\n', 'a\nb\n'],
    ['that begins with a line', 'a\nfirst\nc\nlast; b\n', 'a\nb\n'],
  ])('removes a run %s', (_, text, after) => expect(remove(text, 'first', 'last')).toBe(after));

  it.each([
    ['else', 'if a:\n    b\nelse:\n    gone\nc\n', 'if a:\n    b\nc\n'],
    ['elif', 'if a:\n    b\nelif x: gone\nelse:\n    c\n', 'if a:\n    b\nelse:\n    c\n'],
    ['except', 'try: a\nexcept A: gone\nexcept B: b\n', 'try: a\nexcept B: b\n'],
    ['finally', 'try: a\nexcept A: b\nfinally:\n    # why\n    gone\n    # end\n', 'try: a\nexcept A: b\n'],
    ['case', 'match a:\n    case 1:\n        gone\n\n    case _: b\n', 'match a:\n    case _: b\n'],
    ['no only case', 'match a:\n    case 1: gone\n', 'match a:\n    case 1: pass\n'],
    ['no only except', 'try: a\nexcept A: gone\n', 'try: a\nexcept A: pass\n'],
    [
      'no except before an else',
      'try: a\nexcept A: gone\nelse: b\nfinally: c\n',
      'try: a\nexcept A: pass\nelse: b\nfinally: c\n',
    ],
    ['no finally that makes the try', 'try: a\nfinally: gone\n', 'try: a\nfinally: pass\n'],
    ['no first branch', 'if a: gone\nelse: b\n', 'if a: pass\nelse: b\n'],
    ['no loop', 'for a in b: gone\n', 'for a in b: pass\n'],
  ])('takes %s along when asked', (_, text, after) => expect(remove(text, 'gone', 'gone', 'clause')).toBe(after));
});
