import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SampleWorkspace, sampleWorkspace } from './sample-workspace.ts';

let shop: SampleWorkspace;
beforeEach(() => {
  shop = sampleWorkspace({
    'package.json': '{ "name": "shop", "dependencies": { "unleash-client": "6" } }\n',
    'apps/web/package.json': '{ "name": "web" }\n',
    'apps/web/src/cart.ts': `import { isEnabled } from 'unleash-client';

export const total = isEnabled('new-checkout') ? 1 : 2;
export const dark = isEnabled('dark-mode');
`,
    'apps/web/src/flags.ts': `import { isEnabled } from 'unleash-client';

export const on = (key: string) => isEnabled(key);
`,
    'services/api/project.json': '{ "name": "api" }\n',
    'services/api/views.py': `from waffle import switch_is_active


def total():
    return 1 if switch_is_active("new-checkout") else 2
`,
    '.github/CODEOWNERS': 'apps/ @web\nservices/ @api\n',
    'ffsd.json': `{ "flags": { "dark-mode": { "value": true, "owner": "@design", "since": "2024-05-01" } } }\n`,
  });
});
afterEach(() => shop.remove());

/** A commit of everything, on a day at noon. */
function commit(day: string): void {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@b.example'];
  shop.git('add', '.');
  shop.git(...who, 'commit', '-qm', day, `--date=${day}T12:00:00Z`);
}

const list = async (...words: string[]) => JSON.parse((await shop.ffsd(['flags', '--json', ...words])).out);
const keys = async (...words: string[]) => (await list(...words)).flags.map(({ key }: { key: string }) => key);

describe('ffsd flags', () => {
  it('is a table with the hints below, and the reads that say no key', async () => {
    shop.git('init', '-q');
    commit('2020-01-02');
    const { code, out, notes } = await shop.ffsd(['flags', '--older-than', '100000']);
    expect(code).toBe(0);
    expect(out).toBe(`flag          reads  files  projects  read by                      owner       oldest      newest
dark-mode         1      1  web       unleash-node                 @design     2020-01-02  2020-01-02
  ffsd.json says that it is true since 2024-05-01
new-checkout      2      2  api, web  django-waffle, unleash-node  @api, @web  2020-01-02  2020-01-02

2 flags with 3 reads; 1 may be stale.
1 more read whose key is put together while the program runs:
  apps/web/src/flags.ts:3  isEnabled(key)
`);
    expect(notes).toBe('Remove one with: ffsd remove-switches --flag KEY --value VALUE\n');
  });

  it('says since when each read stands there, but of lines that are not committed', async () => {
    shop.git('init', '-q');
    commit('2020-01-02');
    const cart = shop.read('apps/web/src/cart.ts');
    shop.put('apps/web/src/cart.ts', cart.replace("isEnabled('dark-mode')", "!isEnabled('dark-mode')"));
    commit('2021-03-04');
    shop.put('apps/web/src/cart.ts', `${shop.read('apps/web/src/cart.ts')}isEnabled('fresh');\n`);
    // White space alone makes nothing younger.
    shop.put('services/api/views.py', shop.read('services/api/views.py').replace('    return', '     return'));
    const { flags } = await list();
    expect(flags.map(({ key, oldest }: { key: string; oldest?: string }) => [key, oldest])).toEqual([
      ['new-checkout', '2020-01-02'],
      ['dark-mode', '2021-03-04'],
      ['fresh', undefined],
    ]);
    expect(flags[0].hints).toMatchObject([{ code: 'old' }]);
  });

  it('is one document with everything', async () => {
    const { flags, dynamic, unparsable, summary, ...rest } = await list('--sort', 'key');
    expect(rest).toEqual({ version: 1, command: 'flags' });
    expect(summary).toEqual({ flags: 2, reads: 3, stale: 1 });
    expect(dynamic).toEqual([{ path: 'apps/web/src/flags.ts', line: 3, code: 'isEnabled(key)' }]);
    expect(unparsable).toEqual([]);
    expect(flags[1]).toEqual({
      key: 'new-checkout',
      reads: [
        { path: 'apps/web/src/cart.ts', line: 3, vocabulary: 'unleash-node', compared: [] },
        { path: 'services/api/views.py', line: 5, vocabulary: 'django-waffle', compared: [] },
      ],
      files: ['apps/web/src/cart.ts', 'services/api/views.py'],
      projects: ['api', 'web'],
      values: [],
      vocabularies: ['django-waffle', 'unleash-node'],
      owners: ['@api', '@web'],
      hints: [],
    });
    expect(flags[0].settled).toEqual({ value: true, since: '2024-05-01' });
  });

  it('is sorted as it was asked for, and looks where it was told to', async () => {
    expect(await keys('--sort', 'reads')).toEqual(['new-checkout', 'dark-mode']);
    expect(await keys('--sort', 'key')).toEqual(['dark-mode', 'new-checkout']);
    expect(await keys('services')).toEqual(['new-checkout']);
    expect(await keys('--project', 'web')).toEqual(['dark-mode', 'new-checkout']);
    expect(await keys('--read', 'other($FLAG)', '--preset', 'django-waffle')).toEqual(['new-checkout']);
  });

  it('takes the reads of ffsd.json, and counts what is kept from changes', async () => {
    shop.put('ffsd.json', '{ "reads": ["has($FLAG)"], "keep": ["apps/"] }');
    shop.put('apps/web/src/old.ts', "if (has('legacy')) f();\n");
    expect(await keys('--no-age')).toEqual(['dark-mode', 'legacy', 'new-checkout']);
  });

  it('is Markdown in a file', async () => {
    await shop.ffsd(['flags', '--markdown', 'out/flags.md']);
    const text = shop.read('out/flags.md');
    expect(text).toMatch(/^# ffsd flags\n\n2 flags with 3 reads; 1 may be stale\.\n\n\| flag \| reads \|/);
    expect(text).toContain('| `dark-mode` | 1 | 1 | web | unleash-node | @design | ffsd.json says that it is true');
    expect(text).toContain('- `new-checkout`\n  - `apps/web/src/cart.ts:3`\n');
  });

  it('says why a flag may be stale', async () => {
    shop.put('ffsd.json', '{ "definitions": ["config/flags.json"], "reads": ["variant($FLAG)"] }');
    shop.put('config/flags.json', '{\n  "defaults": { "new-checkout": true, "layout": { "rules": [] } }\n}\n');
    shop.put('a.ts', "if (variant('layout') === 'wide') f();\nif (variant('layout') !== 'wide') g();\n");
    shop.put('a.spec.ts', "variant('tried');\n");
    const { flags } = await list('--sort', 'key');
    const hints = flags.map((flag: { key: string; hints: { text: string }[] }) => [
      flag.key,
      flag.hints.map(({ text }) => text),
    ]);
    expect(Object.fromEntries(hints)).toEqual({
      'dark-mode': [],
      layout: ['every read compares it with "wide"'],
      'new-checkout': ['config/flags.json:2 gives it the value true'],
      tried: ['it is read in tests alone'],
    });
  });

  it('ends with 3 when a file does not parse, and still lists the rest', async () => {
    shop.put('apps/web/src/broken.ts', "isEnabled('x'\n");
    const { code, out } = await shop.ffsd(['flags']);
    expect(code).toBe(3);
    expect(out).toContain('new-checkout');
    expect(out).toMatch(/Not parsed, so left out\n {2}apps\/web\/src\/broken\.ts:\d+ {2}/);
  });

  it('says that there is none', async () => {
    const { code, out, notes } = await shop.ffsd(['flags', '.github']);
    expect({ code, out, notes }).toEqual({ code: 0, out: 'No flag is read here.\n', notes: '' });
  });

  it.each([
    [['--sort', 'owner'], 'Argument: sort'],
    [['--read', 'is on($FLAG)'], 'is on($FLAG)'],
    [['--preset', 'unleesh-node'], 'unleesh-node'],
    [['--project', 'wbe'], 'there is no project "wbe"'],
    [['nowhere'], 'there is no nowhere here'],
  ])('%j is a mistake that is explained', async (words, title) => {
    const { code, out, notes } = await shop.ffsd(['flags', ...words]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(notes).toContain(title);
  });
});
