import { memoryWorkspace } from '@ffsd/workspace';
import { expect, it } from 'vitest';
import { removeSwitches } from './codemod.ts';

const tasksOf = (files: Readonly<Record<string, string>>, options: Parameters<typeof removeSwitches.plan>[1]) =>
  removeSwitches.tasks!(removeSwitches.plan(memoryWorkspace(files), options), options).map(
    ({ kind, text, topic }) => `${topic} ${kind}: ${text}`,
  );

const page = `import posthog from 'posthog-js';
import { isEnabled } from 'unleash-client';

if (posthog.isFeatureEnabled('new-cart')) cart();
if (posthog.isFeatureEnabled('new-cart')) total();
if (isEnabled('new-cart')) pay();
`;

it('names the services that hold the flag, and the events that nobody sends any more', () => {
  expect(tasksOf({ 'page.ts': page }, { flag: 'new-cart', value: 'true' })).toEqual([
    'new-cart check-before: See where new-cart is kept that it has this value in every environment and for everybody: no rule, schedule or experiment gives another one, no other flag depends on it, and it is not meant to stay.',
    'new-cart archive-flag: Disable and delete new-cart in PostHog once this is deployed everywhere: until then older versions still ask for it.',
    'new-cart archive-flag: Archive new-cart in Unleash once this is deployed everywhere: until then older versions still ask for it.',
    'new-cart exposure-stops: 2 reads of new-cart told the service who saw it (PostHog, SDKs for browsers and React Native), and do so no more: see that no experiment and no dashboard counts on these exposure events.',
    'new-cart look-outside: Look for new-cart outside of this repository: dashboards, alerts, documents, other services.',
  ]);
});

it('holds the service back while code may still ask for the flag', () => {
  const other =
    "import { isEnabled } from 'unleash-client';\n// new-cart\nexport const on = (key: string) => isEnabled(key);\n";
  const [, archive] = tasksOf(
    {
      'page.ts': "import { isEnabled } from 'unleash-client';\nif (isEnabled('new-cart')) pay();\n",
      'other.ts': other,
    },
    { flag: 'new-cart', value: 'true' },
  );
  expect(archive).toBe(
    'new-cart archive-flag: Archive new-cart in Unleash only after 1 place that may still read it: see what was kept.',
  );
});

it('tells of each flag of a run by itself', () => {
  const text = "import { isEnabled } from 'unleash-client';\nif (isEnabled('a')) a();\nif (isEnabled('b')) b();\n";
  const tasks = tasksOf({ 'page.ts': text }, { flags: { a: { value: true }, b: { value: false } } });
  expect(tasks.map((one) => one.split(':')[0])).toEqual([
    'a check-before',
    'a archive-flag',
    'a look-outside',
    'b check-before',
    'b archive-flag',
    'b look-outside',
  ]);
});

it('has nothing to say where nothing was found', () => {
  expect(tasksOf({ 'page.ts': 'f();\n' }, { flag: 'new-cart', value: 'true' })).toEqual([]);
});
