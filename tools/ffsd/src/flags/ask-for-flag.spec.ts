import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SampleWorkspace, sampleWorkspace } from '../sample-workspace.ts';
import { lacksFlag } from './ask-for-flag.ts';

let shop: SampleWorkspace;
beforeEach(() => {
  shop = sampleWorkspace();
});
afterEach(() => shop.remove());

describe('a removal that names no flag', () => {
  it('offers those that the code reads, takes a number, and asks for the value', async () => {
    shop.put('apps/web/src/dark.ts', "export const dark = isEnabled('dark-mode');\n");
    const { code, notes } = await shop.ffsd(['remove-switches'], { answers: ['1', 'true', 'y'] });
    expect(code).toBe(0);
    expect(notes).toContain('  1  new-checkout  2 reads in 2 files\n  2  dark-mode  1 read in 1 file\n');
    expect(notes).toContain('Which value does new-checkout have from now on?');
    expect(shop.read('apps/web/src/label.ts')).not.toContain('new-checkout');
    // What was answered can be typed again.
    expect((await shop.ffsd(['log'])).out).toContain('ffsd remove-switches --flag=new-checkout --value=true\n');
  });

  it('takes a key', async () => {
    const { notes } = await shop.ffsd(['remove-switches', '--value', 'false'], { answers: ['new-checkout', 'n'] });
    expect(notes).not.toContain('Which value');
    expect(notes).toContain('Nothing was written.');
  });

  it('asks for the value alone when the flag is named', async () => {
    const { notes } = await shop.ffsd(['remove-switches', '--flag', 'new-checkout'], { answers: ['true', 'n'] });
    expect(notes).not.toContain('Which flag');
  });

  it('ends as without a terminal when nobody answers', async () => {
    const unanswered = await shop.ffsd(['remove-switches'], { answers: [''] });
    expect(unanswered.code).toBe(2);
    expect(unanswered.notes).toContain('no flag is named, and ffsd.json settles none');
    const unattended = await shop.ffsd(['remove-switches']);
    expect(unattended.code).toBe(2);
    expect(unattended.notes).toContain('ffsd flags lists those that the code reads');
  });

  it('asks nothing for a JSON document', async () => {
    expect((await shop.ffsd(['remove-switches', '--json'], { answers: [] })).code).toBe(2);
  });
});

it.each([
  ['remove-switches', {}, true],
  ['remove-switches', { flags: { a: { value: false } } }, false],
  ['remove-switches', { flag: 'a', flags: { a: { value: false } } }, false],
  ['remove-switches', { flag: 'b', flags: { a: { value: false } } }, true],
  ['remove-switches', { flag: 'a', value: 'true' }, false],
  ['strip-try', {}, false],
])('%s with %j lacks a flag: %s', (name, values, lacks) => {
  expect(lacksFlag({ name }, values)).toBe(lacks);
});
