import { expect, it } from 'vitest';
import { nxRun } from './nx-run.ts';

it.each([
  [{ NX_DRY_RUN: 'false' }, { isDry: false, mayAsk: true, willWrite: true }],
  [{ NX_DRY_RUN: 'true' }, { isDry: true, mayAsk: false, willWrite: false }],
  [
    { NX_DRY_RUN: 'false', NX_INTERACTIVE: 'false' },
    { mayAsk: false, willWrite: true },
  ],
  [{ NX_DRY_RUN: 'false', NX_INTERACTIVE: 'true' }, { mayAsk: true }],
  // A sync generator.
  [{}, { isDry: false, willWrite: false }],
])('%j', (env, run) => {
  expect(nxRun(env as NodeJS.ProcessEnv)).toMatchObject(run);
});
