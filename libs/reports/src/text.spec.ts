import { expect, it } from 'vitest';
import { emptyReport, sampleReport } from './sample-report.ts';
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

Kept as it is
  a.ts:12  reassigned   It is assigned again on line 20.
  z.ts:7   dynamic-key  The key is computed: a|b.

Not parsed, so left alone
  broken.ts:2  Unexpected token

2 changes in 2 files (1 safe, 1 to review), 2 places kept as they are, 1 file not parsed.
`);
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
