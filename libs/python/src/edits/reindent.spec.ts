import { apply } from '@ffsd/edits';
import { describe, expect, it } from 'vitest';
import { parsed } from './find-in.ts';
import { reindent } from './reindent.ts';

describe('reindent', () => {
  it.each([
    ['lines', 'if x:\n    a\n    b\n\n    c\n', '    ', '', 'if x:\na\nb\n\nc\n'],
    ['lines to the right', 'a\nb\n', '', '  ', 'a\n  b\n'],
    ['lines from tabs to spaces', 'if x:\n\ta\n\tif b:\n\t\tc\n', '\t', '  ', 'if x:\n  a\n  if b:\n  \tc\n'],
    ['lines of brackets', 'a(\n    b,\n  c)\n', '    ', '', 'a(\nb,\nc)\n'],
    ['lines that are continued', 'a = \\\n      b\n', '    ', '', 'a = \\\n  b\n'],
    ['no lines of strings', 'a = """\n    b\n    """\n', '    ', '', 'a = """\n    b\n    """\n'],
    ['no lines of strings that are continued', "a = 'b\\\n    c'\n", '    ', '', "a = 'b\\\n    c'\n"],
    ['no lines of f-strings', 'a = f"""\n    {\n    b}\n    """\n', '    ', '', 'a = f"""\n    {\n    b}\n    """\n'],
    ['no comments at the left', '  a\n# b\n  c\n', '  ', '    ', '  a\n# b\n    c\n'],
  ])('moves %s', (_, text, from, to, after) => {
    // The text may stand in the middle of another, so it need not be a module.
    const source = /^ /.test(text) ? `if x:\n${text}` : text;
    const file = parsed(source);
    const moved = apply(source, reindent(file, source.length - text.length, source.length, from, to));
    expect(moved.slice(source.length - text.length)).toBe(after);
  });
});
