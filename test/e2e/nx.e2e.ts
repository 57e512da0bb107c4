import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type E2eWorkspace, e2eWorkspace } from './e2e-workspace.ts';
import { shopFiles } from './shop-files.ts';

/** Versions of nx and of @nx/devkit; the two are not always released together. */
const versions = [
  ['22.7.12', '22.7.12'],
  ['23.2.1', '23.2.1'],
  ['24.0.6', '24.0.0'],
] as const;

describe.each(versions)('Nx %s', (nx, devkit) => {
  let shop: E2eWorkspace;
  let before: Readonly<Record<string, string>>;
  beforeAll(() => {
    shop = e2eWorkspace(shopFiles, { nx, '@nx/devkit': devkit });
    before = shop.hashes();
  });
  afterAll(() => shop?.remove());

  const removal = ['g', 'ffsd:remove-switches', '--flag', 'new-checkout', '--value', 'true', '--no-interactive'];

  function expectWhole() {
    expect(shop.tool('@typescript/native/bin/tsc', '-p', '.')).toMatchObject({ code: 0, out: '' });
    expect(shop.node('--import', import.meta.resolve('tsx'), '--test', 'apps/web/test/cart.test.ts').code).toBe(0);
  }

  it('is whole before', expectWhole);

  it('shows in a dry run what the command shows, and writes nothing', () => {
    const { code, out, err } = shop.nx(...removal, '--dry-run');
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('no changes were made') });
    const report = shop.ffsd('remove-switches', '--flag', 'new-checkout', '--value', 'true', '--dry-run').out;
    expect(report).toContain('# server (apps/server)');
    expect(out).toContain(report.trimEnd());
    expect(shop.hashes()).toEqual(before);
    expect(shop.has('.ffsd')).toBe(false);
  });

  it('writes, and the projects are whole after', () => {
    const { code, out } = shop.nx(...removal);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('UPDATE apps/server/src/order.ts') });
    expect(out).toContain('Take it back with: npx ffsd undo 0001-remove-switches');
    expect(shop.read('apps/server/src/order.ts')).toBe(
      "// Grüße\r\nexport function steps(): readonly string[] {\r\n\treturn ['cart', 'pay'];\r\n}",
    );
    expect(shop.read('libs/flags/src/flags.ts')).toContain("export type Flag = 'beta';\n");
    expectWhole();
  });

  it('says what was done, and takes it back byte for byte', () => {
    expect(shop.ffsd('log').out).toMatch(/^0001-remove-switches .* applied\n {2}nx g ffsd:remove-switches /);
    const dry = shop.nx('g', 'ffsd:undo', '--dry-run', '--no-interactive');
    expect(dry.out).toContain("+  if (isEnabled('new-checkout')) {\n");
    expect(shop.nx('g', 'ffsd:undo', '--no-interactive').code).toBe(0);
    expect(shop.hashes()).toEqual(before);
    expect(shop.ffsd('redo', '--yes').code).toBe(0);
    expect(shop.ffsd('undo', '--yes').code).toBe(0);
    expect(shop.hashes()).toEqual(before);
  });

  it('changes one project alone', () => {
    const { code, out } = shop.nx(
      'g',
      'ffsd:remove-switches',
      '--flag=beta',
      '--value=false',
      '--project=flags',
      '--no-interactive',
    );
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(shop.read('libs/flags/src/flags.ts')).toContain("export const banner = 'Shop';\n");
    expectWhole();
    expect(shop.ffsd('undo', '--yes').code).toBe(0);
    expect(shop.hashes()).toEqual(before);
  });

  it.each([
    [['--max-changes=1'], 'ffsd: there are', 'Nothing was written.'],
    [['--read', 'isEnabled($FLAG'], 'ffsd: ', 'isEnabled($FLAG'],
    [['--project=wbe'], 'ffsd: there is no project "wbe"', 'Did you mean "web"'],
    [['--preset=launchdrakly-node'], 'ffsd: ', 'launchdarkly-node'],
    [['--colour'], "'colour' is not found in schema", ''],
  ])('ends with 1 and says why: %j', (words, title, hint) => {
    const { code, out, err } = shop.nx(...removal, ...words);
    expect(code).toBe(1);
    expect(out + err).toContain(title);
    expect(out + err).toContain(hint);
    expect(out + err).not.toContain('Pass --verbose');
    expect(shop.hashes()).toEqual(before);
  });

  it('keeps a pattern with commas in one piece', () => {
    const { code, out } = shop.nx(...removal, '--dry-run', '--read', 'is($FLAG, $$$)');
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('# web (apps/web)') });
  });

  it('is quiet when it is told to be', () => {
    expect(shop.nx(...removal, '--dry-run', '--quiet').out.trim()).toBe('');
  });

  it('completes ffsd.json', () => {
    expect(shop.nx('g', 'ffsd:init', '--no-interactive').code).toBe(0);
    expect(shop.read('ffsd.json')).toContain('"$schema": "./node_modules/ffsd/ffsd.schema.json"');
    expect(shop.has('node_modules/ffsd/ffsd.schema.json')).toBe(true);
  });
});
