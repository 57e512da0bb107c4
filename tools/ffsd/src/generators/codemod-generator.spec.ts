import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SampleWorkspace, sampleWorkspace } from '../sample-workspace.ts';
import { codemodGenerator } from './codemod-generator.ts';

let shop: SampleWorkspace;
let tree: Tree;
let printed: string;
beforeEach(() => {
  shop = sampleWorkspace();
  tree = createTreeWithEmptyWorkspace();
  for (const { path } of tree.listChanges()) tree.delete(path);
  tree.root = shop.root;
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  shop.remove();
});

const removeSwitches = codemodGenerator('remove-switches');
const removal = { flag: 'new-checkout', value: 'true' };
const written = () =>
  tree
    .listChanges()
    .filter(({ type }) => type !== 'DELETE')
    .map(({ path }) => path)
    .sort();

describe('a generator', () => {
  it('touches neither the tree nor the disk in a dry run, and prints the report', async () => {
    vi.stubEnv('NX_DRY_RUN', 'true');
    await (await removeSwitches(tree, { ...removal, patch: 'all.patch' }))();
    expect(printed).toContain('# web (apps/web)\n');
    expect(written()).toEqual([]);
    expect(existsSync(join(shop.root, '.ffsd'))).toBe(false);
  });

  it('says what is missing where nobody can be asked', async () => {
    vi.stubEnv('NX_DRY_RUN', 'true');
    await expect(removeSwitches(tree, {})).rejects.toThrow('no flag is named');
    tree.write('ffsd.json', '{ "reads": ["isEnabled($FLAG)"], "flags": { "new-checkout": { "value": true } } }');
    await (await removeSwitches(tree, {}))();
    expect(printed).toContain('# web (apps/web)\n');
  });

  it('writes the intent ahead, and is not done before Nx has written', async () => {
    vi.stubEnv('NX_DRY_RUN', 'false');
    const finish = await removeSwitches(tree, removal);
    expect(written()).toEqual(['apps/web/src/cart.ts', 'apps/web/src/label.ts', 'libs/flags/src/flags.ts']);
    expect((await shop.ffsd(['log'])).out).toContain('at work');
    await expect(finish()).rejects.toThrow('was not written');
    expect((await shop.ffsd(['log'])).out).toContain('interrupted');
    expect((await shop.ffsd(['undo'])).out).toContain('is taken back');
  });

  it('seals the entry when Nx has written', async () => {
    vi.stubEnv('NX_DRY_RUN', 'false');
    const finish = await removeSwitches(tree, removal);
    for (const { path, content } of tree.listChanges()) if (content) shop.put(path, content.toString());
    await finish();
    expect(printed).toContain('Take it back with: npx ffsd undo 0001-remove-switches\n');
    expect(printed).not.toContain('@@');
    expect((await shop.ffsd(['undo', '--yes'])).code).toBe(0);
    expect(shop.read('apps/web/src/label.ts')).toContain('new-checkout');
  });

  it('leaves no trace on the disk when Nx only asks what would change, as for a sync generator', async () => {
    vi.stubEnv('NX_DRY_RUN', undefined);
    await removeSwitches(tree, removal);
    expect(written()).toHaveLength(3);
    expect(existsSync(join(shop.root, '.ffsd'))).toBe(false);
  });

  it('works on what other generators have written in the same run', async () => {
    vi.stubEnv('NX_DRY_RUN', 'true');
    tree.write(
      'apps/web/src/late.ts',
      "import { isEnabled } from '../../../libs/flags/src/flags';\nif (isEnabled('new-checkout')) go();\n",
    );
    await removeSwitches(tree, removal);
    expect(printed).toContain('+++ b/apps/web/src/late.ts');
  });

  it('hands reports to Nx too', async () => {
    vi.stubEnv('NX_DRY_RUN', undefined);
    await removeSwitches(tree, { ...removal, markdown: 'report.md', paths: 'apps', project: 'web' });
    expect(written()).toEqual(['apps/web/src/cart.ts', 'apps/web/src/label.ts', 'report.md']);
  });

  describe('with --verify', () => {
    const verified = { ...removal, verify: true };

    it('refuses what would break, in a dry run too, after it showed it', async () => {
      shop.put(
        'tsconfig.json',
        '{ "compilerOptions": { "strict": true, "lib": ["es5"], "types": [] }, "include": ["apps"] }',
      );
      // The key goes from the type, and this file spells it in a way that nobody can know.
      shop.put(
        'apps/web/src/key.ts',
        "import type { Key } from '../../../libs/flags/src/flags';\nexport const key = (one: Uncapitalize<'New-checkout'>): Key => one;\n",
      );
      vi.stubEnv('NX_DRY_RUN', 'false');
      const refused = expect(removeSwitches(tree, verified)).rejects;
      await refused.toThrow(
        /there would be a new diagnostic\napps\/web\/src\/key\.ts:2 TS2322 .* \(since \w{8}: .*\)\nNothing/,
      );
      expect(written()).toEqual([]);
      expect(existsSync(join(shop.root, '.ffsd'))).toBe(false);
      vi.stubEnv('NX_DRY_RUN', 'true');
      await expect(removeSwitches(tree, verified)).rejects.toThrow('there would be a new diagnostic');
      expect(printed).toContain('Verified\n  1 new diagnostic in ');
    });

    it('runs the commands of ffsd.json before, and when Nx has written', async () => {
      const command = `node -e "process.exit(require('fs').readFileSync('apps/web/src/label.ts','utf8').includes('new-checkout')?0:1)"`;
      shop.put('ffsd.json', JSON.stringify({ reads: ['isEnabled($FLAG)'], verify: [command] }));
      vi.stubEnv('NX_DRY_RUN', 'false');
      const finish = await removeSwitches(tree, verified);
      for (const { path, content } of tree.listChanges()) if (content) shop.put(path, content.toString());
      await expect(finish()).rejects.toThrow(
        /fails, and passed before\n+Take the changes back with: npx ffsd undo 0001-remove-switches/,
      );
      expect((await shop.ffsd(['undo', '--yes'])).code).toBe(0);
    });
  });

  it('says first what is wrong, then what to do', async () => {
    await expect(removeSwitches(tree, { ...removal, project: ['wbe'] })).rejects.toThrow(
      'ffsd: there is no project "wbe"\nDid you mean "web"?',
    );
    await expect(removeSwitches(tree, { ...removal, maxChanges: 1 })).rejects.toThrow(/^ffsd: there are \d changes/);
    shop.put('ffsd.json', '{ "kep": [] }');
    await expect(removeSwitches(tree, removal)).rejects.toThrow(
      'ffsd: ffsd.json:1: kep is not a known key\nDid you mean "keep"?',
    );
  });
});
