import { describe, expect, it } from 'vitest';
import { commentsWithin, endWithComment, startWithComments } from './comments.ts';
import { isParsed, parse, type SourceFile } from './parse.ts';

function parsed(text: string): SourceFile {
  const file = parse('a.ts', text);
  if (!isParsed(file)) throw new Error(file.message);
  return file;
}

/** What goes with the statement `a();`, with the comments that belong to it. */
function taken(text: string): string {
  const file = parsed(text);
  const node = file.tree.program.body.find(({ start }) => text.startsWith('a()', start!))!;
  return text.slice(startWithComments(file, node), endWithComment(file, node.end!));
}

describe('the comments that go with a statement', () => {
  it.each([
    ['above', 'b();\n// why\na();', '// why\na();'],
    ['all above', '// why\n/* and\n how */\na();', '// why\n/* and\n how */\na();'],
    ['above in a Windows file', 'b();\r\n// why\r\na();', '// why\r\na();'],
    ['behind', 'a(); // why', 'a(); // why'],
    ['both behind', 'a(); /* why */ // how', 'a(); /* why */ // how'],
    ['documentation', '/** Why. */\na();', '/** Why. */\na();'],
    ['for a tool and the next line', '// @ts-expect-error why\na();', '// @ts-expect-error why\na();'],
    [
      'for a linter and the next line',
      '// eslint-disable-next-line no-a\na();',
      '// eslint-disable-next-line no-a\na();',
    ],
  ])('%s', (_, text, span) => expect(taken(text)).toBe(span));

  it.each([
    ['a blank line away', '// about all\n\na();'],
    ['behind the statement above', 'b(); // about b\na();'],
    ['in front of it on the line', '/* no */ a();'],
    ['behind a licence', '/*! keep */\na();'],
    ['of a licence', '/* Copyright somebody */\na();'],
    ['of a licence in one line', '// SPDX-License-Identifier: MIT\na();'],
    ['that turns a linter off', '/* eslint-disable no-a */\na();'],
    ['for the type checker of the file', '// @ts-nocheck\na();'],
    ['in front of what follows on the line', 'a(); /* about b */ b();'],
    ['that goes on to the next line', 'a(); /* about\n b */ b();'],
    ['below', 'a();\n// about b\nb();'],
  ])('not %s', (_, text) => expect(taken(text)).toBe('a();'));
});

it('finds the comments within', () => {
  const text = '/* 1 */ f(/* 2 */ a /* 3 */); // 4';
  const [start, end] = [text.indexOf('('), text.indexOf(')')];
  expect(commentsWithin(parsed(text), start, end).map(({ value }) => value.trim())).toEqual(['2', '3']);
});
