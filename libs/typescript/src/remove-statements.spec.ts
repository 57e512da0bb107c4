import { apply } from '@ffsd/edits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isParsed, parse } from './parse.ts';
import { removeStatements } from './remove-statements.ts';
import { walk } from './walk.ts';

/** Removes the calls from `first()` to `last()`; the statements between go too. */
function remove(text: string, first = 'gone', last = first): string {
  const file = parse('a.ts', text);
  if (!isParsed(file)) throw new Error(file.message);
  const found = (name: string) => {
    let at: Parameters<typeof removeStatements>[1] | undefined;
    walk(file.tree.program, (node) => {
      if (node.type === 'ExpressionStatement' && text.startsWith(`${name}()`, node.start!)) at = node;
    });
    return at!;
  };
  return apply(text, removeStatements(file, found(first), found(last)));
}

describe('removeStatements', () => {
  it.each([
    ['a line', 'a();\ngone();\nb();\n', 'a();\nb();\n'],
    ['the first line', 'gone();\na();\n', 'a();\n'],
    ['the last line', 'a();\ngone();\n', 'a();\n'],
    ['the last line without a line break', 'a();\ngone();', 'a();'],
    ['all there is', 'gone();', ''],
    ['a line of a Windows file', 'a();\r\ngone();\r\nb();\r\n', 'a();\r\nb();\r\n'],
    ['the last line of a Windows file', 'a();\r\ngone();', 'a();'],
    ['the first line behind a byte order mark', '\uFEFFgone();\na();\n', '\uFEFFa();\n'],
    ['its comments', 'a();\n// why\ngone(); // how\nb();\n', 'a();\nb();\n'],
    ['one of two blank lines', 'a();\n\ngone();\n\nb();\n', 'a();\n\nb();\n'],
    ['no blank line that has no other', 'a();\n\ngone();\nb();\n', 'a();\n\nb();\n'],
    ['the blank line at the start of the file', 'gone();\n\na();\n', 'a();\n'],
    ['the blank line at the start of a block', '{\n  gone();\n\n  a();\n}', '{\n  a();\n}'],
    ['the blank line at the end of a block', '{\n  a();\n\n  gone();\n}', '{\n  a();\n}'],
    ['the lines of a statement', 'a();\ngone()(\n  1,\n);\nb();\n', 'a();\nb();\n'],
    ['the middle of a line', 'a(); gone(); b();', 'a(); b();'],
    ['the start of a line', 'gone(); b();', 'b();'],
    ['the start of an indented line', '{\n  gone(); b();\n}', '{\n  b();\n}'],
    ['the end of a line', 'a(); gone();\nb();', 'a();\nb();'],
    ['what stands in braces', 'if (a) { gone(); }', 'if (a) { }'],
    ['what stands behind a label', 'switch (a) {\n  case 1: gone(); break;\n}', 'switch (a) {\n  case 1: break;\n}'],
  ])('removes %s', (_, text, after) => expect(remove(text)).toBe(after));

  it('removes a run', () => {
    expect(remove('a();\nfirst();\n\nc();\nlast();\n\nb();\n', 'first', 'last')).toBe('a();\n\nb();\n');
  });

  it('leaves every other character that is no white space, and no new blank line', () => {
    const piece = fc.constantFrom('a();\n', '\n', '// note\n', 'b(); ', '{\n', '}\n', '  c();\n', '/* note */ ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.array(piece, { maxLength: 6 }), (before, behind) => {
        const text = `${before.join('')}gone();${behind.join('')}`;
        fc.pre(isParsed(parse('a.ts', text)));
        const after = remove(text);
        const words = (source: string): string[] => source.match(/\w+\(\);|[{}]/g) ?? [];
        expect(words(after)).toEqual(words(text).filter((word) => word !== 'gone();'));
        expect(isParsed(parse('a.ts', after))).toBe(true);
        if (!/\n\s*\n\s*\n/.test(text)) expect(after).not.toMatch(/\n\s*\n\s*\n/);
      }),
      { numRuns: 200 },
    );
  });
});
