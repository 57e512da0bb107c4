import { expect } from 'vitest';
import type { Law } from './law.ts';
import { runDriver } from './run-driver.ts';

export const behaviourStays: Law = {
  title: 'the driver sees the same before and after',
  async check({ case: { driver, options }, run }) {
    if (!driver) return;
    const before = await runDriver(run.before, driver, options);
    expect(before.trace.length + (before.end === 'returned undefined' ? 0 : 1), 'the driver shows nothing').not.toBe(0);
    expect(before.end, 'the driver itself fails').not.toMatch(/^(?:threw (?:Syntax|Reference)Error|pending)/);
    expect(await runDriver(run.after, driver, options)).toEqual(before);
  },
};
