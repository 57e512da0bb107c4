/** The sample workspace of the demo: a web app, a server and a library, and the flag `new-checkout` in all of them. */
export const demoFiles: Readonly<Record<string, string>> = {
  'nx.json': '{\n  "analytics": false,\n  "neverConnectToCloud": true\n}\n',
  '.gitignore': 'node_modules\n.nx\n.ffsd\n',
  'ffsd.json': `{
  "$schema": "./node_modules/ffsd/ffsd.schema.json",
  "reads": ["isEnabled($FLAG)", "useFlag($FLAG)"],
  "definitions": ["libs/flags/src/flags.ts"]
}
`,
  'apps/web/package.json': '{ "name": "web", "version": "1.0.0", "private": true, "type": "module" }\n',
  'apps/web/src/checkout.tsx': `import { useFlag } from '@shop/flags';
import { NewCheckout } from './new-checkout';
import { OldCheckout } from './old-checkout';

export function Checkout({ items }: { items: string[] }) {
  const isNew = useFlag('new-checkout');

  return (
    <main>
      <h1>{isNew ? 'Pay in one step' : 'Checkout'}</h1>
      {isNew ? (
        <NewCheckout items={items} />
      ) : (
        <>
          <p>Step 1 of 3</p>
          <OldCheckout items={items} />
        </>
      )}
      {/* Gift wrapping is not part of this. */}
      {useFlag('gift-wrap') && <p>We wrap it for you.</p>}
    </main>
  );
}
`,
  'apps/web/src/new-checkout.tsx': `export function NewCheckout({ items }: { items: string[] }) {
  return <ul>{items.map((item) => <li key={item}>{item}</li>)}</ul>;
}
`,
  'apps/web/src/old-checkout.tsx': `export function OldCheckout({ items }: { items: string[] }) {
  return <p>{items.join(', ')}</p>;
}
`,
  'apps/server/package.json': '{ "name": "server", "version": "1.0.0", "private": true, "type": "module" }\n',
  'apps/server/src/order.ts': `import { isEnabled } from '@shop/flags';

export interface Order {
  readonly prices: readonly number[];
}

/** In cents. */
export function total(order: Order): number {
  if (!isEnabled('new-checkout')) {
    // The old checkout rounded each price by itself.
    let sum = 0;
    for (const price of order.prices) sum += Math.round(price);
    return sum;
  }
  return Math.round(order.prices.reduce((sum, price) => sum + price, 0));
}

export function steps(): readonly string[] {
  return ['cart', ...(isEnabled('new-checkout') ? ['pay'] : ['address', 'delivery', 'pay']), 'done'];
}
`,
  'apps/server/src/audit.ts': `import { isEnabled } from '@shop/flags';

/** Which flag is asked for is known at run time only, so this stays, and the report says so. */
export function describe(flag: 'new-checkout' | 'gift-wrap'): string {
  return \`\${flag}: \${isEnabled(flag)}\`;
}
`,
  'libs/flags/package.json': `{
  "name": "@shop/flags",
  "version": "1.0.0",
  "private": true,
  "type": "module",
  "exports": "./src/flags.ts"
}
`,
  'libs/flags/src/flags.ts': `/** Every flag of the shop. */
export type Flag = 'new-checkout' | 'gift-wrap';

export function isEnabled(flag: Flag): boolean {
  return process.env[\`FLAG_\${flag}\`] === 'on';
}

export const useFlag = isEnabled;
`,
};
