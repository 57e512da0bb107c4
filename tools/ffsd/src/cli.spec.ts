import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SampleWorkspace, sampleWorkspace } from './sample-workspace.ts';

let shop: SampleWorkspace;
beforeEach(() => {
  shop = sampleWorkspace();
});
afterEach(() => shop.remove());

const removal = ['remove-switches', '--flag', 'new-checkout', '--value', 'true'];

describe('a dry run', () => {
  it('shows each change with its diff by project, and writes nothing at all', async () => {
    const before = shop.files();
    const { code, out, notes } = await shop.ffsd([...removal, '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('# web (apps/web)\n');
    expect(out).toContain("-  if (isEnabled('new-checkout')) {\n");
    expect(out).toContain('# flags (libs/flags)\n');
    expect(out).toContain("-export type Key = 'new-checkout' | 'dark-mode';\n+export type Key = 'dark-mode';\n");
    expect(out).toMatch(/\d changes in 3 files .*\.\n$/);
    expect(notes).toBe('Dry run: nothing was written. Write with --yes.\n');
    expect(shop.files()).toEqual(before);
    expect(existsSync(join(shop.root, '.ffsd'))).toBe(false);
  });

  it('is what happens when nobody can be asked', async () => {
    const before = shop.files();
    expect((await shop.ffsd(removal)).notes).toContain('Dry run: nothing was written.');
    expect(shop.files()).toEqual(before);
  });

  it('says the same in every folder of the workspace', async () => {
    const fromRoot = await shop.ffsd(removal);
    expect(await shop.ffsd(removal, { folder: 'apps/web/src' })).toEqual(fromRoot);
  });

  it('gives one JSON document on stdout', async () => {
    const { out } = await shop.ffsd([...removal, '--json']);
    const document = JSON.parse(out);
    expect(document).toMatchObject({ version: 1, command: 'remove-switches', dryRun: true, unparsable: [] });
    expect(document.changes.map(({ safety }: { safety: string }) => safety)).toContain('safe');
  });

  it('prints one line when it is to be quiet', async () => {
    const { out, notes } = await shop.ffsd([...removal, '--quiet']);
    expect(out).toMatch(/^\d changes in 3 files .*\n$/);
    expect(notes).toBe('');
  });

  it('says that there is nothing to change', async () => {
    const { code, out } = await shop.ffsd(['remove-switches', '--flag', 'new-checkuot', '--value', 'true']);
    expect(code).toBe(0);
    expect(out).toContain('Nothing to change');
  });
});

describe('reports in files', () => {
  it('are a patch that git takes, and Markdown', async () => {
    shop.git('init', '-q');
    await shop.ffsd([...removal, '--patch', 'out/all.patch', '--markdown', 'out/report.md']);
    expect(shop.git('apply', '--check', 'out/all.patch')).toBe('');
    expect(readFileSync(join(shop.root, 'out/report.md'), 'utf8')).toMatch(/^# ffsd remove-switches\n\nDry run: /);
  });
});

describe('--check', () => {
  it('ends with 1 when there is something to change, and writes nothing', async () => {
    const before = shop.files();
    expect((await shop.ffsd([...removal, '--check', '--yes'])).code).toBe(1);
    expect(shop.files()).toEqual(before);
  });
  it('ends with 0 when there is nothing', async () => {
    expect((await shop.ffsd(['remove-switches', '--flag', 'none', '--value', 'true', '--check'])).code).toBe(0);
  });
});

describe('what may be changed', () => {
  const files = async (...words: string[]) => {
    const { out } = await shop.ffsd([...removal, '--json', ...words]);
    const changed = JSON.parse(out).changes.flatMap((change: { files: { path: string }[] }) =>
      change.files.map(({ path }) => path),
    );
    return [...new Set(changed)].sort();
  };
  const web = ['apps/web/src/cart.ts', 'apps/web/src/label.ts'];

  it('is limited by paths, relative to where they were typed', async () => {
    expect(await files('apps')).toEqual(web);
    const { out } = await shop.ffsd([...removal, '--json', 'cart.ts'], { folder: 'apps/web/src' });
    expect(JSON.parse(out).summary.files).toBe(1);
  });
  it('is limited by projects, by name or folder', async () => {
    expect(await files('--project', 'web')).toEqual(web);
    expect(await files('--project', 'apps/web/')).toEqual(web);
    expect(await files('--project', 'web,flags')).toEqual([...web, 'libs/flags/src/flags.ts']);
  });
  it('is limited by what differs from a reference', async () => {
    shop.git('init', '-q');
    shop.git('add', '.');
    shop.git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'first');
    expect(await files('--since', 'HEAD')).toEqual([]);
    shop.put('apps/web/src/label.ts', `${shop.read('apps/web/src/label.ts')}\n`);
    expect(await files('--since', 'HEAD')).toEqual(['apps/web/src/label.ts']);
  });
  it('is limited by keep in ffsd.json', async () => {
    shop.put('ffsd.json', '{ "reads": ["isEnabled($FLAG)"], "keep": ["libs/", "label.ts"] }');
    expect(await files()).toEqual(['apps/web/src/cart.ts']);
  });
  it('is limited by ids, with what they need', async () => {
    const { changes } = JSON.parse((await shop.ffsd([...removal, '--json'])).out);
    const last = changes.find(({ dependsOn }: { dependsOn: string[] }) => dependsOn.length > 0);
    const chosen = JSON.parse((await shop.ffsd([...removal, '--json', '--only', last.id])).out).changes;
    expect(chosen.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining([last.id, ...last.dependsOn]));
    expect(chosen.length).toBeLessThan(changes.length);
  });
  it('is refused whole when there is more than --max-changes', async () => {
    const { code, out, notes } = await shop.ffsd([...removal, '--max-changes', '1', '--yes']);
    expect({ code, out }).toEqual({ code: 4, out: '' });
    expect(notes).toMatch(/^ffsd: there are \d changes, and --max-changes is 1\n {2}Nothing was written\./);
  });
});

describe('what cannot be done', () => {
  it.each([
    [[], 'Name a command.', 'See ffsd --help.'],
    [['remove-swiches'], 'there is no command "remove-swiches"', 'Did you mean "remove-switches"?'],
    [['remove-switches', '--flg', 'x'], 'remove-switches has no option --flg', 'Did you mean "--flag"?'],
    [['remove-switches', '--flag'], '--flag needs a value', 'See ffsd remove-switches --help.'],
    [['log', 'x'], 'log has no use for "x"', 'See ffsd log --help.'],
    [['show'], 'show needs <id>', 'See ffsd show --help.'],
    [[...removal, '--max-changes', 'few'], '--max-changes must be a number', 'See --help'],
    [[...removal, '--cwd', 'nowhere'], '--cwd nowhere is no folder', 'It was looked for at '],
    [[...removal, '--config', 'no.json'], 'there is no configuration no.json', 'It was looked for at '],
    [[...removal, 'nowhere'], 'there is no nowhere here', 'It was looked for at '],
    [[...removal, '../..'], '../.. is outside of the workspace', '--cwd'],
    [[...removal, '--project', 'wbe'], 'there is no project "wbe"', 'Did you mean "web"?'],
    [[...removal, '--since', 'main'], '--since needs a git repository', 'Leave --since out.'],
    [[...removal, '--only', 'zzzz'], 'no change has the id zzzz', ''],
    [['run', './none.js'], 'there is no transform ./none.js', 'It was looked for at '],
  ])('%j is a mistake that is explained', async (words, title, hint) => {
    const { code, out, notes } = await shop.ffsd(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(notes).toContain(`ffsd: ${title}`);
    expect(notes).toContain(hint);
  });

  it('names the line and the key of a wrong ffsd.json', async () => {
    shop.put('ffsd.json', '{\n  "read": []\n}\n');
    const { code, notes } = await shop.ffsd(removal);
    expect(code).toBe(2);
    expect(notes).toBe('ffsd: ffsd.json:2: read is not a known key\n  Did you mean "reads"?\n');
  });
});

it('ends with 3 when a file does not parse, and still does the rest', async () => {
  shop.put('apps/web/src/broken.ts', "if (isEnabled('new-checkout') {\n");
  const { code, out } = await shop.ffsd([...removal, '--dry-run']);
  expect(code).toBe(3);
  expect(out).toMatch(/Not parsed, so left alone\n {2}apps\/web\/src\/broken\.ts:1 {2}/);
  expect(out).toContain('# web (apps/web)');
});

describe('help', () => {
  it('lists the commands', async () => {
    const { code, out } = await shop.ffsd(['--help']);
    expect(code).toBe(0);
    for (const name of [
      'remove-switches',
      'run',
      'flags',
      'log',
      'show',
      'undo',
      'redo',
      'init',
      'codemod',
      'completion',
    ]) {
      expect(out).toContain(`ffsd ${name}`);
    }
  });
  it('has the options and examples of a command', async () => {
    const { out } = await shop.ffsd(['remove-switches', '--help']);
    expect(out).toContain('--max-changes');
    expect(out).toMatch(/Examples:\s+ffsd remove-switches --flag/);
  });
  it('tells the version', async () => {
    const { out } = await shop.ffsd(['--version']);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
  it('prints a script for shell completion', async () => {
    expect((await shop.ffsd(['completion'])).out).toContain('ffsd');
  });
});
