import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SampleWorkspace, sampleWorkspace } from './sample-workspace.ts';

let shop: SampleWorkspace;
beforeEach(() => {
  shop = sampleWorkspace();
});
afterEach(() => shop.remove());

const removal = ['remove-switches', '--flag', 'new-checkout', '--value', 'true'];
const ids = async () => {
  const { out } = await shop.ffsd(['log', '--json']);
  return JSON.parse(out)
    .runs.at(-1)
    .changes.map(({ id }: { id: string }) => id) as string[];
};

describe('writing', () => {
  it('happens with --yes, and every byte comes back with undo', async () => {
    const before = shop.files();
    const { code, notes } = await shop.ffsd([...removal, '--yes']);
    expect(code).toBe(0);
    expect(notes).toBe('Written. Take it back with: ffsd undo 0001-remove-switches\n');
    expect(shop.read('apps/web/src/cart.ts')).not.toContain('new-checkout');
    expect((await shop.ffsd(['undo', '--yes'])).code).toBe(0);
    expect(shop.files()).toEqual(before);
    expect((await shop.ffsd(['redo', '--yes'])).code).toBe(0);
    expect(shop.read('apps/web/src/cart.ts')).not.toContain('new-checkout');
  });

  it('happens after yes on a terminal, and not after no', async () => {
    const before = shop.files();
    const no = await shop.ffsd(removal, { answers: ['perhaps', 'n'] });
    expect(no.notes).toMatch(/^(Write these \d changes\? \(y\/n\) \n){2}Nothing was written\.\n$/);
    expect(shop.files()).toEqual(before);
    await shop.ffsd(removal, { answers: ['y'] });
    expect(shop.files()).not.toEqual(before);
  });

  it('asks nothing for a JSON document', async () => {
    const before = shop.files();
    const { out } = await shop.ffsd([...removal, '--json'], { answers: [] });
    expect(JSON.parse(out).dryRun).toBe(true);
    expect(shop.files()).toEqual(before);
    expect(JSON.parse((await shop.ffsd([...removal, '--json', '--yes'])).out).dryRun).toBe(false);
  });

  it('is remembered as it was typed', async () => {
    await shop.ffsd([...removal, '--read', 'f($FLAG)', '--yes']);
    expect((await shop.ffsd(['log'])).out).toContain(
      "ffsd remove-switches --flag new-checkout --value true --read 'f($FLAG)' --yes\n",
    );
  });
});

describe('undo', () => {
  it('shows what it would do without --yes', async () => {
    await shop.ffsd([...removal, '--yes']);
    const after = shop.files();
    const { out, notes } = await shop.ffsd(['undo']);
    expect(out).toContain('Take back: ');
    expect(out).toContain("+  if (isEnabled('new-checkout')) {\n");
    expect(notes).toContain('Dry run');
    expect(shop.files()).toEqual(after);
  });

  it('takes back one change, with what stands on it only when told', async () => {
    await shop.ffsd([...removal, '--yes']);
    const [first] = await ids();
    const refused = await shop.ffsd(['undo', first!, '--yes']);
    expect(refused.code).toBe(4);
    expect(refused.notes).toContain('--with-dependants');
    expect((await shop.ffsd(['undo', first!, '--with-dependants', '--yes'])).code).toBe(0);
    expect((await shop.ffsd(['log'])).out).toContain('partly taken back');
  });

  it('refuses whole when the same lines were edited, and names them', async () => {
    await shop.ffsd([...removal, '--yes']);
    const file = join(shop.root, 'apps/web/src/label.ts');
    writeFileSync(file, shop.read('apps/web/src/label.ts').replace("'Pay'", "'Buy'"));
    const after = shop.files();
    const { code, notes } = await shop.ffsd(['undo', '--yes']);
    expect(code).toBe(4);
    expect(notes).toContain('apps/web/src/label.ts:1');
    expect(shop.files()).toEqual(after);
  });

  it('has nothing to do where nothing was done', async () => {
    const { code, out, notes } = await shop.ffsd(['undo', '--yes']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(notes).not.toBe('');
    expect((await shop.ffsd(['undo', '--resume'])).code).toBe(0);
    expect(existsSync(join(shop.root, '.ffsd/journal/0001'))).toBe(false);
  });

  it('knows an id by its beginning, and says when there is none', async () => {
    await shop.ffsd([...removal, '--yes']);
    expect((await shop.ffsd(['undo', '0001', '--yes'])).code).toBe(0);
    expect((await shop.ffsd(['undo', 'zzzz', '--yes'])).code).toBe(2);
  });
});

describe('looking back', () => {
  it('says that nothing was done', async () => {
    expect(await shop.ffsd(['log'])).toEqual({ code: 0, out: '', notes: 'Nothing was done here yet.\n' });
  });

  it('shows one change, and a whole run', async () => {
    await shop.ffsd([...removal, '--yes']);
    const [first, second] = await ids();
    const one = (await shop.ffsd(['show', first!])).out;
    expect(one).toContain('diff --git a/');
    expect(one).not.toContain(second!);
    expect((await shop.ffsd(['show', '0001'])).out).toContain(second!);
    expect(JSON.parse((await shop.ffsd(['show', first!, '--json'])).out).patch).toContain('--- a/');
  });
});

it('init and codemod are runs like all others', async () => {
  shop.put('ffsd.json', '{}');
  const before = shop.files();
  expect((await shop.ffsd(['init', '--yes'])).code).toBe(0);
  expect(shop.read('ffsd.json')).toContain('"$schema": "./node_modules/ffsd/ffsd.schema.json"');
  expect((await shop.ffsd(['codemod', 'remove-logging', '--yes'])).code).toBe(0);
  expect(Object.keys(shop.files())).toContain('tools/codemods/remove-logging/decide.ts');
  expect((await shop.ffsd(['codemod', 'remove-logging', '--yes'])).notes).toContain('is there already');
  expect((await shop.ffsd(['codemod', 'Logging'])).notes).toContain('"Logging" is no name of a codemod');
  expect((await shop.ffsd(['codemod'])).code).toBe(2);
  await shop.ffsd(['undo', '--yes']);
  await shop.ffsd(['undo', '0001', '--yes']);
  expect(shop.files()).toEqual(before);
});
