import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SampleWorkspace, sampleWorkspace } from '../sample-workspace.ts';

let shop: SampleWorkspace;
beforeEach(() => {
  shop = sampleWorkspace({
    'package.json': '{ "name": "shop" }\n',
    'ffsd.json': '{ "reads": ["isEnabled($FLAG)"] }\n',
    'apps/web/tsconfig.json':
      '{ "compilerOptions": { "strict": true, "lib": ["es5"], "types": [] }, "include": ["src"] }\n',
    'apps/web/src/flags.ts': "export function isEnabled(key: string): boolean {\n  return key === 'x';\n}\n",
    'apps/web/src/cart.ts': `import { isEnabled } from './flags';

export const total = isEnabled('new-checkout') ? 1 : 2;
const wrong: string = total;
`,
    'apps/web/src/page.ts': "import { total } from './cart';\n\nexport const page: number = total;\n",
    // Two files, of which the first one breaks what the second one says.
    'break.cjs': `module.exports = ({ path, source }) =>
  path.endsWith('cart.ts') ? source.replace("? 1 : 2", "? '1' : '2'")
  : path.endsWith('flags.ts') ? source.replace("'x'", "'y'") : undefined;
`,
  });
});
afterEach(() => shop.remove());

const removal = ['remove-switches', '--flag', 'new-checkout', '--value', 'true', '--verify'];
const breaking = ['run', './break.cjs', 'apps', '--verify', '--extensions', 'ts'];

describe('--verify', () => {
  it('says that the types are as they were, as evidence on each change; what was wrong before is no news', async () => {
    const { code, out } = await shop.ffsd([...removal, '--json']);
    expect(code).toBe(0);
    const { changes, verified } = JSON.parse(out);
    expect(verified).toEqual({
      lines: ['no new diagnostic in 2 files of apps/web/tsconfig.json (1 that was there before)'],
      problems: [],
    });
    for (const { evidence } of changes) {
      expect(evidence).toContainEqual({
        kind: 'type-check',
        text: 'no new diagnostic in 2 files of apps/web/tsconfig.json',
      });
    }
    expect((await shop.ffsd(removal)).out).toContain('\nVerified\n  no new diagnostic in 2 files');
    expect((await shop.ffsd(removal.slice(0, -1))).out).not.toContain('Verified');
  });

  it('points at the change with which a new complaint came, also in a file that nobody touched', async () => {
    const { code, out } = await shop.ffsd(breaking);
    expect(code).toBe(5);
    const id = /cart\.ts .* (\w{8})\n/.exec(out)![1];
    expect(out).toContain('1 new diagnostic in 3 files of apps/web/tsconfig.json');
    expect(out).toMatch(
      new RegExp(
        `TS2322 Type 'string' is not assignable to type 'number'\\..* \\(apps/web/src/page\\.ts:3\\) {2}since ${id}`,
      ),
    );
    const { changes } = JSON.parse((await shop.ffsd([...breaking, '--json'])).out);
    const told = changes.map(({ files, evidence }: { files: { path: string }[]; evidence: { text: string }[] }) => [
      files[0]!.path,
      evidence.map(({ text }) => text),
    ]);
    expect(Object.fromEntries(told)).toEqual({
      'apps/web/src/cart.ts': [expect.stringMatching(/^new: TS2322 Type 'string' is not assignable to type 'number'/)],
      'apps/web/src/flags.ts': ['no new diagnostic by this change in 3 files of apps/web/tsconfig.json'],
    });
  });

  it('writes nothing with --yes when something would break', async () => {
    const before = shop.files();
    const { code, notes } = await shop.ffsd([...breaking, '--yes']);
    expect({ code, notes }).toEqual({
      code: 4,
      notes: expect.stringContaining('Nothing was written: there would be a new diagnostic.'),
    });
    expect(shop.files()).toEqual(before);
  });

  it('lets somebody who saw it decide', async () => {
    expect((await shop.ffsd(breaking, { answers: ['n'] })).code).toBe(5);
    const { code, notes } = await shop.ffsd(breaking, { answers: ['y'] });
    expect({ code, notes }).toMatchObject({ code: 5, notes: expect.stringContaining('Written.') });
    expect(shop.read('apps/web/src/cart.ts')).toContain("? '1' : '2'");
  });

  it('says which files it could not look at, and asks nobody where there are no types', async () => {
    shop.put(
      'tools/x.ts',
      "import { isEnabled } from '../apps/web/src/flags';\nexport const x = isEnabled('new-checkout');\n",
    );
    expect((await shop.ffsd(removal)).out).toContain('no tsconfig.json takes in tools/x.ts: not checked');
    shop.put('apps/web/tsconfig.json', '');
    shop.git('init', '-q');
    shop.put('.gitignore', 'apps/web/tsconfig.json\n');
    expect((await shop.ffsd(removal)).out).not.toContain('TypeScript was not checked');
  });
});

describe('the commands of ffsd.json', () => {
  const verify = (...commands: string[]) =>
    shop.put('ffsd.json', JSON.stringify({ reads: ['isEnabled($FLAG)'], verify: commands }));
  // Passes as long as the code reads the flag.
  const reads = `node -e "process.exit(require('fs').readFileSync('apps/web/src/cart.ts','utf8').includes('new-checkout')?0:console.log('it is gone')||1)"`;

  it('run before and after writing, and only then', async () => {
    verify('node -e 0', 'node -e "process.exit(3)"');
    const dry = await shop.ffsd(removal);
    expect(dry.notes).toContain('Then node -e 0 and node -e "process.exit(3)" will run, too.');
    expect(dry.notes).not.toContain('Running');
    const { code, notes, out } = await shop.ffsd([...removal, '--yes', '--json']);
    expect(code).toBe(0);
    expect(notes.split('\n').filter((line) => /^Running|Written/.test(line))).toEqual([
      'Running node -e 0 before the changes …',
      'Running node -e "process.exit(3)" before the changes …',
      'Written. Take it back with: ffsd undo 0001-remove-switches',
      'Running node -e 0 after the changes …',
      'Running node -e "process.exit(3)" after the changes …',
    ]);
    expect(JSON.parse(out).changes[0].evidence.slice(-2)).toEqual([
      { kind: 'command', text: 'node -e 0 passes, as before' },
      { kind: 'command', text: 'node -e "process.exit(3)" fails, as before, so it says nothing of the changes' },
    ]);
  });

  it('that passed and fail now end with 5, and the way back is told', async () => {
    verify(reads);
    const { code, notes } = await shop.ffsd([...removal, '--yes']);
    expect(code).toBe(5);
    expect(notes).toContain(`it is gone\n${reads} fails, and passed before.\n`);
    expect(notes).toContain('Take the changes back with: ffsd undo 0001-remove-switches\n');
  });

  it('offers to go that way at once', async () => {
    verify(reads);
    const before = shop.files();
    const { code, notes } = await shop.ffsd(removal, { answers: ['y', 'y'] });
    expect({ code, notes }).toEqual({ code: 4, notes: expect.stringContaining('Taken back.') });
    expect(shop.files()).toEqual(before);
  });

  it('are left alone without --verify', async () => {
    verify(reads);
    const { code, notes } = await shop.ffsd([...removal.slice(0, -1), '--yes']);
    expect({ code, notes }).toEqual({ code: 0, notes: expect.not.stringContaining('Running') });
  });
});
