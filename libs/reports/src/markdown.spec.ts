import { expect, it } from 'vitest';
import { markdownReport } from './markdown.ts';
import { emptyReport, sampleReport } from './sample-report.ts';

it('shows the same as the text, in the words of Markdown', () => {
  const text = markdownReport(sampleReport);
  expect(text).toContain('# ffsd remove-switches\n\nDry run: 2 changes in 2 files (1 safe, 1 to review)');
  expect(text).toContain('## web (apps/web)\n\n### Keep the branch of `new`: &lt;New /&gt;\n\nsafe · `f01d`\n');
  expect(text).toContain('review · `1abe1` · needs `f01d`');
  expect(text).toContain('```diff\ndiff --git a/libs/flags/src/keys.ts');
  expect(text).toContain("\n-export type Key = 'new' | 'other';\n+export type Key = 'other';\n```\n");
  expect(text).toContain('| `z.ts:7` | `dynamic-key` | The key is computed: a\\|b. |');
  expect(text).toContain('| `broken.ts:2` | Unexpected token |');
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
