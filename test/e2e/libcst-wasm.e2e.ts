// The package `libcst-wasm` as npm would pack it, used the ways that it is meant to be used.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const room = join(root, 'libs/libcst-wasm');
const folder = mkdtempSync(join(tmpdir(), 'libcst-wasm-e2e-'));
const installed = join(folder, 'node_modules/libcst-wasm');

const npm = (...words: readonly string[]) => execFileSync('npm', words, { cwd: room, encoding: 'utf8' });

const node = (file: string, text: string): string => {
  writeFileSync(join(folder, file), text);
  return execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8', timeout: 120_000 });
};

beforeAll(() => {
  execFileSync(process.execPath, ['--import', 'tsx', 'tools/scripts/build.ts', '--if-stale'], { cwd: root });
  const [{ filename }] = JSON.parse(npm('pack', '--json', '--pack-destination', folder)) as [{ filename: string }];
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1']);
  // What it depends on, as the lock file has it.
  cpSync(join(root, 'node_modules/tinypool'), join(folder, 'node_modules/tinypool'), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has what is needed to use it, and no more', () => {
  const [{ files }] = JSON.parse(npm('pack', '--json', '--dry-run')) as [{ files: readonly { path: string }[] }];
  const paths = files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'README.md',
      'libcst.wasm',
      'THIRD-PARTY-LICENSES.txt',
      'dist/index.js',
      'dist/wasm/worker.mjs',
    ]),
  );
  const others = paths.filter(
    (path) =>
      !/^(package\.json|README\.md|libcst\.wasm|THIRD-PARTY-LICENSES\.txt|docs\/.+\.md|dist\/LICENSE|dist\/.+\.(js|mjs|d\.ts))$/.test(
        path,
      ),
  );
  expect(others).toEqual([]);
  expect(paths.filter((path) => path.includes('.spec.'))).toEqual([]);
});

it('is imported', () => {
  const deep = `Array(1500).fill('a').join('+') + '\\n'`;
  const printed = node(
    'main.mjs',
    `import { findAll, parseModule } from 'libcst-wasm';
     console.log(findAll(parseModule('x = f(1)\\n'), 'Call')[0].code, parseModule(${deep}).body.length);`,
  );
  expect(printed).toBe('f(1) 1\n');
});

it('is imported by CommonJS', () => {
  const printed = node(
    'main.cjs',
    `import('libcst-wasm').then(({ parseExpression }) => console.log(parseExpression('a + b').type));`,
  );
  expect(printed).toBe('BinaryOperation\n');
});

it('parses in the threads of a pool', () => {
  const printed = node(
    'pool.mjs',
    `import { parseModules } from 'libcst-wasm/pool';
     const modules = await parseModules(['x = 1\\n', 'x = \\n', Buffer.from('\\ufeffy')], { workers: 1 });
     console.log(modules.map((found) => found.code).join('|'));`,
  );
  expect(printed).toBe('x = 1\n|syntax-error|\ufeffy\n');
});

it('gives its file to those who want to load it themselves', () => {
  const printed = node(
    'file.mjs',
    `import { readFileSync } from 'node:fs';
     import { load, parseModule } from 'libcst-wasm';
     await load(readFileSync(new URL(import.meta.resolve('libcst-wasm/libcst.wasm'))));
     console.log(parseModule('x\\n').code);`,
  );
  expect(printed).toBe('x\n\n');
});

describe('its types', () => {
  const program = `
    import { type AnyNode, findAll, load, m, type Module, NestingTooDeepError, ParserSyntaxError, parseModule } from 'libcst-wasm';
    export async function main(bytes: Uint8Array): Promise<string> {
      await load(bytes);
      try {
        const module: Module = parseModule(bytes, { encoding: 'latin-1' });
        const nodes: readonly AnyNode[] = findAll(module, m.Call());
        return module.with({ body: [] }).code + nodes.length;
      } catch (error) {
        if (error instanceof ParserSyntaxError) return error.frame + error.expected.join();
        // @ts-expect-error It has no frame.
        if (error instanceof NestingTooDeepError) return error.frame;
        throw error;
      }
    }`;

  it.each([
    ['as Node resolves them', 'nodenext'],
    ['as bundlers resolve them', 'bundler'],
  ])('are right under all checks, without those of Node and the DOM, %s', (_, moduleResolution) => {
    writeFileSync(join(folder, 'main.mts'), program);
    const options = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
      lib: ['es2023'],
      types: [],
      target: 'es2022',
      module: moduleResolution === 'nodenext' ? 'nodenext' : 'esnext',
      moduleResolution,
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['main.mts'] }));
    const tsc = join(root, 'node_modules/@typescript/native/bin/tsc');
    let output = '';
    try {
      execFileSync(process.execPath, [tsc, '-p', '.'], { cwd: folder, encoding: 'utf8' });
    } catch (error) {
      output = (error as { stdout: string }).stdout;
    }
    expect(output).toBe('');
  });
});

describe('in a browser', () => {
  it('is bundled without a module of Node, and works once it is loaded', async () => {
    writeFileSync(join(folder, 'page.mjs'), `export * from 'libcst-wasm';`);
    const { outputFiles, metafile } = await build({
      absWorkingDir: folder,
      entryPoints: ['page.mjs'],
      bundle: true,
      write: false,
      metafile: true,
      format: 'iife',
      globalName: 'libcst',
      platform: 'browser',
      define: { 'import.meta.url': '"https://example.org/page.js"' },
      logLevel: 'silent',
    });
    expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([]);
    const bytes = new Uint8Array(readFileSync(join(installed, 'libcst.wasm')));
    const context = vm.createContext({ TextEncoder, TextDecoder, URL, bytes });
    vm.runInContext(outputFiles[0]!.text, context);
    expect(vm.runInContext('typeof process', context)).toBe('undefined');
    expect(() => vm.runInContext(`libcst.parseModule('x')`, context)).toThrow('not loaded');
    const code = vm.runInContext(
      `libcst.load(bytes).then(() => libcst.findAll(libcst.parseModule('x = f(1)\\n'), 'Call')[0].code)`,
      context,
    );
    expect(await code).toBe('f(1)');
  });
});

it('is a dependency of ffsd, and not a part of its bundle', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'tools/ffsd/package.json'), 'utf8'));
  expect(dependencies).toHaveProperty('libcst-wasm');
  expect(existsSync(join(root, 'tools/ffsd/dist/libcst.wasm'))).toBe(false);
});
