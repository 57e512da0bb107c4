import { describe, expect, it } from 'vitest';
import { CaseError } from './case-error.ts';
import { readCases } from './read-cases.ts';

const source = 'codemods/remove-switches/fixtures/sample.md';

const fixture = `# Samples

\`\`\`json options
{ "flag": "checkout", "value": true }
\`\`\`

## A branch that is always taken stands alone

Prose with a \`word\`.

\`\`\`ts src/shop.ts
if (isEnabled('checkout')) pay();
\`\`\`

\`\`\`json options
{ "value": false, "crlf": true, "bom": true }
\`\`\`

\`\`\`\`md docs/page.md
\`\`\`ts src/inner.ts
\`\`\`
\`\`\`\`

\`\`\`ts run
export default () => log(1);
\`\`\`

\`\`\`diff
# title (safe)
\`\`\`

\`\`\`kept
src/shop.ts:1 dynamic-key
\`\`\`
`;

describe('reading a case', () => {
  const [one] = readCases(source, fixture);

  it('has its files, options, driver and expectations', () => {
    expect(one).toEqual({
      codemod: 'remove-switches',
      source,
      line: 7,
      title: 'A branch that is always taken stands alone',
      files: [
        { path: 'src/shop.ts', text: "\uFEFFif (isEnabled('checkout')) pay();\r\n" },
        { path: 'docs/page.md', text: '\uFEFF```ts src/inner.ts\r\n```\r\n' },
      ],
      options: { flag: 'checkout', value: false },
      bytes: { crlf: true, bom: true },
      driver: { path: 'run.ts', text: 'export default () => log(1);\n' },
      expected: { diff: '# title (safe)\n', kept: 'src/shop.ts:1 dynamic-key\n' },
    });
  });

  it('can take the last line end away', () => {
    const text = fixture.replace('"crlf": true, "bom": true', '"noFinalNewline": true');
    expect(readCases(source, text)[0]?.files[0]?.text).toBe("if (isEnabled('checkout')) pay();");
  });
});

describe('a file that is not in the format', () => {
  it.each([
    ['not closed', '## A\n\n```ts src/a.ts\n', 3],
    ['no file', '## A\n\n## B\n\n```ts src/a.ts\n```\n', 1],
    ['needs a language', '## A\n\n```ts\n```\n', 3],
    ['no JSON', '## A\n\n```ts src/a.ts\n```\n```json options\n{,}\n```\n', 5],
    ['must be an object', '## A\n\n```ts src/a.ts\n```\n```json options\n[]\n```\n', 5],
    ['has a file src/a.ts already', '## A\n```ts src/a.ts\n```\n```ts src/a.ts\n```\n', 4],
    ['has this role already', '## A\n```ts src/a.ts\n```\n```diff\n```\n```diff\n```\n', 6],
    ['has a driver already', '## A\n```ts src/a.ts\n```\n```ts run\n```\n```js run\n```\n', 6],
    ['another case "A"', '## A\n```ts src/a.ts\n```\n## A\n```ts src/a.ts\n```\n', 4],
    ['one word too many', '## A\n```ts src/a.ts now\n```\n', 2],
    ['only options', '```ts src/a.ts\n```\n', 1],
  ])('says "%s" with file and line', (message, markdown, line) => {
    const read = () => readCases(source, markdown);
    expect(read).toThrow(CaseError);
    expect(read).toThrow(`${source}:${line}: `);
    expect(read).toThrow(message);
  });
});

it('skips what a page for readers has beside its cases', () => {
  const page = '```sh\nnpx ffsd\n```\n## Use\n```ts\nplain();\n```\n## A\n```sh\nls\n```\n```ts src/a.ts\na();\n```\n';
  expect(readCases('codemods/remove-switches/README.md', page, { page: true }).map(({ title }) => title)).toEqual([
    'A',
  ]);
});
