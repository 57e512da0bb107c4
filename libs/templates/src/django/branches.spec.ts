import { apply } from '@ffsd/edits';
import { describe, expect, it } from 'vitest';
import { dropBranch, keepBranch, makeLast } from './branches.ts';
import type { DjangoFile } from './parse.ts';
import { isParsedDjango, parseDjango } from './parse.ts';
import { blocksIn } from './tree.ts';

function edited(path: string, text: string, edit: 'keep' | 'drop' | 'last', index?: number): string {
  const file = parseDjango(path, text) as DjangoFile;
  expect(isParsedDjango(file)).toBe(true);
  const block = blocksIn(file.nodes)[0]!;
  if (edit === 'keep') return apply(text, keepBranch(file, block, index));
  return apply(text, edit === 'drop' ? dropBranch(file, block, index!) : makeLast(file, block, index!));
}

describe('keepBranch', () => {
  it.each([
    [
      'moves lines to the left',
      '<p>\n  {% if f %}\n    <b>\n      x\n    </b>\n  {% endif %}\n</p>\n',
      0,
      '<p>\n  <b>\n    x\n  </b>\n</p>\n',
    ],
    ['keeps what shares the line', 'a {% if f %}b{% else %}c{% endif %} d', 1, 'a c d'],
    ['leaves one of two spaces', 'a {% if f %} b {% endif %} c', 0, 'a b c'],
    ['leaves one blank line', '<p>\n\n{% if f %}\n\nx\n\n{% endif %}\n\n</p>\n', 0, '<p>\n\nx\n\n</p>\n'],
    ['trims as the tags did', 'a {%- if f -%} , b {%- endif %} c', 0, 'a, b c'],
    ['keeps a preformatted text as it is', '<pre>\n{% if f %}\n  x\n{% endif %}\n</pre>', 0, '<pre>\n\n  x\n\n</pre>'],
    [
      'moves no line of a preformatted text',
      '{% if f %}\n  <pre>\n    x\n  </pre>\n{% endif %}\n',
      0,
      '<pre>\n    x\n  </pre>\n',
    ],
    ['keeps line ends', 'a\r\n{% if f %}\r\n  b\r\n{% endif %}\r\n', 0, 'a\r\nb\r\n'],
    ['needs no last line break', 'a\n{% if f %}\n  b\n{% endif %}', 0, 'a\nb'],
  ])('%s', (_, text, index, result) => expect(edited('page.html', text, 'keep', index)).toBe(result));

  it('takes the spaces of a word that goes out of a class, and of an attribute', () => {
    expect(edited('a.html', '<p class="a {% if f %}b{% endif %}">', 'keep')).toBe('<p class="a">');
    expect(edited('a.html', '<p class="{% if f %}b{% endif %} c">', 'keep')).toBe('<p class="c">');
    expect(edited('a.html', '<p title="a {% if f %}b{% endif %}">', 'keep')).toBe('<p title="a ">');
    expect(edited('a.html', '<input {% if f %}disabled{% endif %}>', 'keep')).toBe('<input>');
    expect(edited('a.html', '<input a {% if f %}disabled{% endif %} b>', 'keep')).toBe('<input a b>');
  });

  it('moves nothing in a text that is no markup', () => {
    expect(edited('mail.txt', 'a\n{% if f %}\n  b\n{% endif %}\nc\n', 'keep', 0)).toBe('a\n  b\nc\n');
  });

  it('moves nothing of a text that is translated', () => {
    const text = '{% blocktrans %}\n{% if f %}\n  b\n{% endif %}\n{% endblocktrans %}';
    const file = parseDjango('a.html', text) as DjangoFile;
    expect(apply(text, keepBranch(file, blocksIn(file.nodes)[1]!, 0))).toBe(
      '{% blocktrans %}\n\n  b\n\n{% endblocktrans %}',
    );
  });
});

describe('dropBranch and makeLast', () => {
  const chain = '{% if a %}\n  A\n{% elif b %}\n  B\n{% elif c %}\n  C\n{% else %}\n  D\n{% endif %}\n';
  it.each([
    ['drop', 0, '{% if b %}\n  B\n{% elif c %}\n  C\n{% else %}\n  D\n{% endif %}\n'],
    ['drop', 1, '{% if a %}\n  A\n{% elif c %}\n  C\n{% else %}\n  D\n{% endif %}\n'],
    ['last', 1, '{% if a %}\n  A\n{% else %}\n  B\n{% endif %}\n'],
    ['last', 2, '{% if a %}\n  A\n{% elif b %}\n  B\n{% else %}\n  C\n{% endif %}\n'],
    ['last', 0, 'A\n'],
  ] as const)('%s %s', (edit, index, result) => expect(edited('a.html', chain, edit, index)).toBe(result));

  it('keeps how the first tag trims', () => {
    expect(edited('a.j2', 'x {%- if a %}A{% elif b -%} B{% endif %}', 'drop', 0)).toBe('x {%- if b -%} B{% endif %}');
    expect(edited('a.j2', 'x {% if a %}A{%- elif b -%} B{% endif %}', 'drop', 0)).toBe('x {% if b -%} B{% endif %}');
  });

  it('leaves the else of the last test that is dropped', () => {
    expect(edited('a.html', '{% if a %}A{% else %}B{% endif %}', 'drop', 0)).toBe('B');
    expect(edited('a.html', 'x {% if a %}A{% endif %} y', 'drop', 0)).toBe('x y');
  });
});
