import { describe, expect, it } from 'vitest';
import { startDeepThread } from './deep-thread.ts';
import { loaded } from './load.ts';

const text = (value: string) => new TextEncoder().encode(value);

describe('startDeepThread', () => {
  it('parses what the stack of the main thread is too small for', () => {
    const thread = startDeepThread(loaded(), 32)!;
    const reply = thread.call(text(`${Array(1500).fill('a').join('+')}\n`), 'module', 60_000);
    expect(reply).toMatchObject({ status: 0 });
  });

  it('says when its own stack is too small, and is good for the next text', () => {
    const thread = startDeepThread(loaded(), 1)!;
    expect(thread.call(text(`${'-'.repeat(20_000)}x\n`), 'module', 60_000)).toBe('too-deep');
    expect(thread.call(text('x'), 'expression', 60_000)).toMatchObject({ status: 0 });
    expect(thread.isAlive()).toBe(true);
  });

  it('is given up when it takes too long', () => {
    const thread = startDeepThread(loaded(), 32)!;
    expect(thread.call(text(`${'-'.repeat(10_000)}x\n`), 'module', 50)).toBe('too-long');
    expect(thread.isAlive()).toBe(false);
  });
});
