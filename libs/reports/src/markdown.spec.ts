import { expect, it } from 'vitest';
import { markdownReport } from './markdown.ts';
import { emptyReport, fullReport, sampleReport } from './sample-report.ts';

it('shows the same as the text, in the words of Markdown', () => {
  const text = markdownReport(sampleReport);
  expect(text).toContain('# ffsd remove-switches\n\nDry run: 2 changes in 2 files (1 safe, 1 to review)');
  expect(text).toContain('## web (apps/web)\n\n### Keep the branch of `new`: &lt;New /&gt;\n\nsafe · `f01d`\n');
  expect(text).toContain('review · `1abe1` · needs `f01d`');
  expect(text).toContain('```diff\ndiff --git a/libs/flags/src/keys.ts');
  expect(text).toContain("\n-export type Key = 'new' | 'other';\n+export type Key = 'other';\n```\n");
  expect(text).toContain(
    '- `f01d` Keep the branch of `new`: &lt;New /&gt; (safe)\n  - `1abe1` Remove the key new (review)\n',
  );
  expect(text).toContain('### `dynamic-key`\n\n| place | |\n|---|---|\n| `z.ts:7` | The key is computed: a\\|b. |');
  expect(text).toContain('| `broken.ts:2` | Unexpected token |');
});

it('begins with what a reviewer must know', () => {
  const text = markdownReport(fullReport);
  expect(text.slice(text.indexOf('## To do'), text.indexOf('## web'))).toBe(`## To do elsewhere

- [ ] Archive new\\_one in &lt;Unleash&gt;.
- [ ] Drop the package x. (\`package.json:3\`)

## Owners

| owner | files |
|---|---|
| @flags @web | \`libs/flags/src/keys.ts\` |
| nobody | \`apps/web/src/cart.tsx\` |

## Verified

- 1 new diagnostic in 2 files of tsconfig.json
- **TS2345 No such key.** (\`libs/flags/src/keys.ts:1\`), since \`1abe1\`

`);
  expect(text).toContain('### `dynamic-key`\n\nNobody knows the key.\n\n| place');
});

it('keeps a diff that holds fences in one fence', () => {
  const [step] = sampleReport.set.steps;
  const file = { path: 'README.md', before: '```ts\na\n```\n', after: '```ts\nb\n```\n', edits: [] };
  const text = markdownReport({ ...sampleReport, set: { steps: [{ ...step!, files: [file] }], kept: [] } });
  expect(text).toContain('````diff\n');
});

it('says so when there is nothing', () => {
  expect(markdownReport(emptyReport)).toBe('# ffsd remove-switches\n\nNothing to change.\n');
});
