import { expect, it } from 'vitest';
import { emptyReport, fullReport, sampleReport } from './sample-report.ts';
import { textReport } from './text.ts';

it('shows each change by project, then what was kept and why, and one line of summary', () => {
  expect(textReport(sampleReport)).toBe(`# web (apps/web)

Keep the branch of \`new\`: <New />  safe  f01d
  isEnabled("new") is true.
diff --git a/apps/web/src/cart.tsx b/apps/web/src/cart.tsx
--- a/apps/web/src/cart.tsx
+++ b/apps/web/src/cart.tsx
@@ -1,3 +1,3 @@
 import { isEnabled } from '@acme/flags';
 
-export const cart = isEnabled('new') ? <New /> : <Old />;
+export const cart = <New />;

# flags (libs/flags)

Remove the key new  review  1abe1
  Nothing reads it any more.
  needs f01d
diff --git a/libs/flags/src/keys.ts b/libs/flags/src/keys.ts
--- a/libs/flags/src/keys.ts
+++ b/libs/flags/src/keys.ts
@@ -1 +1 @@
-export type Key = 'new' | 'other';
+export type Key = 'other';

What follows from what  2 changes in 2 files
  f01d  Keep the branch of \`new\`: <New />
    1abe1  Remove the key new  review

Kept as it is
  dynamic-key
    z.ts:7  The key is computed: a|b.
  reassigned
    a.ts:12  It is assigned again on line 20.

Not parsed, so left alone
  broken.ts:2  Unexpected token

2 changes in 2 files (1 safe, 1 to review), 2 places kept as they are, 1 file not parsed.
`);
});

it('tells what the reasons mean, what is left to do, whom it concerns, and what the checks said', () => {
  const text = textReport(fullReport);
  expect(text).toContain('What follows from new  2 changes in 2 files\n');
  expect(text.slice(text.indexOf('Kept as it is'), text.indexOf('Not parsed'))).toBe(`Kept as it is
  dynamic-key  Nobody knows the key.
    z.ts:7  The key is computed: a|b.
  reassigned
    a.ts:12  It is assigned again on line 20.

`);
  expect(text.slice(text.indexOf('To do elsewhere'))).toBe(`To do elsewhere
  - Archive new_one in <Unleash>.
  - Drop the package x. (package.json:3)

Owners
  @flags @web  libs/flags/src/keys.ts
  nobody  apps/web/src/cart.tsx

Verified
  1 new diagnostic in 2 files of tsconfig.json
  TS2345 No such key. (libs/flags/src/keys.ts:1)  since 1abe1

2 changes in 2 files (1 safe, 1 to review), 2 places kept as they are, 1 file not parsed.
`);
});

it('shows of a long tree what it begins with, unless all is asked for', () => {
  const [first, second] = sampleReport.set.steps;
  const others = Array.from({ length: 50 }, (_, at) => ({
    ...second!,
    change: { ...second!.change, id: `more${at}` },
  }));
  const report = { ...sampleReport, set: { steps: [first!, ...others], kept: [] } };
  const tree = (verbose: boolean) =>
    /What follows from what.*\n((?: {2}.*\n)*)/.exec(textReport(report, { verbose, diffs: false }))![1]!.split('\n');
  expect(tree(false)).toEqual(['  f01d  Keep the branch of `new`: <New />  and 50 that follow', '']);
  expect(tree(true)).toHaveLength(52);
});

it('says so when there is nothing', () => {
  expect(textReport(emptyReport)).toBe('Nothing to change.\n');
});

it('has no escape codes unless colours are asked for', () => {
  expect(textReport(sampleReport)).not.toContain('\x1b');
  const colored = textReport(sampleReport, { color: true });
  expect(colored).toContain('\x1b[31m-export const cart = isEnabled');
  expect(colored).toContain('\x1b[1m--- a/apps/web/src/cart.tsx');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away.
  expect(colored.replace(/\x1b\[\d+m/g, '')).toBe(textReport(sampleReport));
});

it('shows what supports a change when asked', () => {
  expect(textReport(sampleReport, { verbose: true })).toContain(
    "  flag-read: isEnabled('new') (apps/web/src/cart.tsx:3)\n",
  );
  expect(textReport(sampleReport)).not.toContain('flag-read');
});
