import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './cli.ts';
import type { ExitCode } from './exit-code.ts';

/** A folder with files in which the specs run commands as a user does, without a process for each. */
export interface SampleWorkspace {
  readonly root: string;
  put(path: string, content: string): void;
  read(path: string): string;
  /** All files with their contents; without .git. */
  files(): Readonly<Record<string, string>>;
  git(...args: string[]): string;
  ffsd(words: readonly string[], options?: FfsdOptions): Promise<Ended>;
  remove(): void;
}

export interface FfsdOptions {
  /** Where the command is called, relative to the root. */
  readonly folder?: string;
  /** Answers of a person at a terminal, in their order. Without it nobody is there. */
  readonly answers?: readonly string[];
}

export interface Ended {
  readonly code: ExitCode;
  readonly out: string;
  readonly notes: string;
}

export function sampleWorkspace(files: Readonly<Record<string, string>> = shop): SampleWorkspace {
  const root = mkdtempSync(join(tmpdir(), 'ffsd-cli-'));
  const put = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  for (const [path, content] of Object.entries(files)) put(path, content);
  return {
    root,
    put,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    files: () => contents(root),
    git: (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    async ffsd(words, { folder = '', answers }: FfsdOptions = {}) {
      const left = [...(answers ?? [])];
      let out = '';
      let notes = '';
      const code = await run({
        words,
        folder: join(root, folder),
        isInteractive: answers !== undefined,
        hasColors: false,
        out(text) {
          out += text;
        },
        note(text) {
          notes += `${text}\n`;
        },
        async ask(question) {
          notes += `${question}\n`;
          const answer = left.shift();
          if (answer === undefined) throw new Error(`Nobody answers: ${question}`);
          return answer;
        },
      });
      return { code, out, notes };
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** A flag that spans a web app and a library. */
const shop: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "shop" }\n',
  'apps/web/package.json': '{ "name": "web" }\n',
  'apps/web/src/cart.ts': `import { isEnabled } from '../../../libs/flags/src/flags';

export function total(prices: number[]): number {
  if (isEnabled('new-checkout')) {
    return prices.reduce((sum, price) => sum + price, 0);
  }
  let sum = 0;
  for (const price of prices) sum += price;
  return sum;
}
`,
  'apps/web/src/label.ts': `import { isEnabled } from '../../../libs/flags/src/flags';

export const label = (): string => (isEnabled('new-checkout') ? 'Pay' : 'Order');
`,
  // The reader of flags stays in use when the flag is gone.
  'apps/web/src/reader.ts': "export { isEnabled } from '../../../libs/flags/src/flags';\n",
  'libs/flags/package.json': '{ "name": "flags" }\n',
  'libs/flags/src/flags.ts': `export type Key = 'new-checkout' | 'dark-mode';

export function isEnabled(key: Key): boolean {
  return process.env[key] === 'on';
}
`,
  'ffsd.json': '{ "reads": ["isEnabled($FLAG)"] }\n',
};

function contents(root: string): Readonly<Record<string, string>> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.startsWith('.git/') && !path.startsWith('.ffsd/'));
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}
