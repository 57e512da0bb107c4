/**
 * Three projects that share the flag `new-checkout`, one of them with CRLF; `beta` is in one project alone. It has a type check and
 * tests of its own, which must pass before and after.
 */
export const shopFiles: Readonly<Record<string, string>> = {
  'nx.json': '{ "analytics": false, "neverConnectToCloud": true }\n',
  '.gitignore': 'node_modules\n.nx\n.ffsd\n',
  'ffsd.json': '{ "reads": ["isEnabled($FLAG)"], "definitions": ["libs/flags/src/flags.ts"] }\n',
  'tsconfig.json': `{
  "compilerOptions": {
    "strict": true, "noEmit": true, "noUnusedLocals": true, "allowImportingTsExtensions": true,
    "module": "nodenext", "target": "es2023", "types": []
  },
  "include": ["apps/*/src", "libs/*/src"]
}
`,
  'apps/web/package.json': '{ "name": "web", "version": "1.0.0", "private": true, "type": "module" }\n',
  'apps/web/src/cart.ts': `import { isEnabled } from '../../../libs/flags/src/flags.ts';

export function total(prices: readonly number[]): number {
  if (isEnabled('new-checkout')) {
    return prices.reduce((sum, price) => sum + price, 0);
  }
  let sum = 0;
  for (const price of prices) sum += price;
  return sum;
}
`,
  'apps/web/test/cart.test.ts': `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { total } from '../src/cart.ts';

test('the total is the sum', () => assert.equal(total([1, 2]), 3));
`,
  // A file as it comes from Windows.
  'apps/server/package.json': '{ "name": "server", "version": "1.0.0", "private": true, "type": "module" }\n',
  'apps/server/src/order.ts': [
    "import { isEnabled } from '../../../libs/flags/src/flags.ts';",
    '',
    '// Grüße',
    'export function steps(): readonly string[] {',
    "\treturn ['cart', ...(isEnabled('new-checkout') ? ['pay'] : ['address', 'pay'])];",
    '}',
  ].join('\r\n'),
  'libs/flags/package.json': '{ "name": "flags", "version": "1.0.0", "private": true, "type": "module" }\n',
  'libs/flags/src/flags.ts': `declare const process: { env: Record<string, string | undefined> };

export type Flag = 'new-checkout' | 'beta';

export function isEnabled(flag: Flag): boolean {
  return process.env[\`OFF_\${flag}\`] === undefined;
}

export const banner = isEnabled('beta') ? 'Beta' : 'Shop';
`,
};
