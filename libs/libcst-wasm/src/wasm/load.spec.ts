import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NotLoadedError } from '../errors/not-loaded-error.ts';
import { wasmUrl } from '../package-files.ts';

const bytes = readFileSync(wasmUrl());

/** The module as it is before anything was loaded. */
const fresh = async () => {
  vi.resetModules();
  // Not before each test: what is unmocked and mocked before one import is done in any order.
  vi.doUnmock('./node-builtin.ts');
  return import('./load.ts');
};

/** The same in a place that has none of Node's modules, as a browser. */
const inBrowser = async () => {
  vi.resetModules();
  vi.doMock('./node-builtin.ts', () => ({ nodeBuiltin: () => null }));
  const [{ load, loaded }, { parseText }] = await Promise.all([import('./load.ts'), import('./parse-text.ts')]);
  return { load, loaded, parseText };
};

beforeEach(() => {
  vi.unstubAllGlobals();
});

describe('in Node', () => {
  it('is loaded by the first parse', async () => {
    const { loaded } = await fresh();
    expect(loaded()).toBe(loaded());
  });

  it('can be loaded before, once', async () => {
    const { load, loaded } = await fresh();
    await load();
    const first = loaded();
    await load();
    expect(loaded()).toBe(first);
  });
});

describe('elsewhere', () => {
  it('asks to be loaded before the first parse', async () => {
    const { loaded } = await inBrowser();
    expect(() => loaded()).toThrow(/outside of Node/);
    expect(() => loaded()).toThrow(
      expect.objectContaining({ code: 'not-loaded', hint: expect.stringContaining('load()') }),
    );
  });

  it.each([
    ['bytes', () => new Uint8Array(bytes)],
    ['a buffer', () => new Uint8Array(bytes).buffer],
    ['an answer of fetch', () => new Response(new Uint8Array(bytes))],
    ['a promise of one', () => Promise.resolve(new Response(new Uint8Array(bytes)))],
  ])('is loaded from %s', async (_, source) => {
    const { load, parseText } = await inBrowser();
    await load(source());
    expect(parseText('x = 1\n', 'module').words.length).toBeGreaterThan(0);
  });

  it('fetches the file of the package by itself, whatever its type is said to be', async () => {
    const { load, parseText } = await inBrowser();
    const fetched = vi.fn(
      async () => new Response(new Uint8Array(bytes), { headers: { 'content-type': 'text/plain' } }),
    );
    vi.stubGlobal('fetch', fetched);
    await load();
    expect(fetched).toHaveBeenCalledWith(expect.stringMatching(/libcst\.wasm$/));
    expect(parseText('x', 'expression').words.length).toBe(7);
  });

  it('says what went wrong', async () => {
    const { load } = await inBrowser();
    await expect(load(new Response('', { status: 404 }))).rejects.toThrow('404');
    await expect(load(Uint8Array.of(1, 2, 3))).rejects.toThrow(expect.objectContaining({ name: NotLoadedError.name }));
  });

  it('has no thread for deep texts, and says so', async () => {
    const { load, parseText } = await inBrowser();
    await load(bytes);
    expect(() => parseText(`${Array(20_000).fill('a').join('+')}\n`, 'module')).toThrow(/nested too deeply/);
    expect(parseText('x', 'expression').words.length).toBe(7);
  });
});

it('does not keep a process alive after it used the thread with the large stack', () => {
  const program = `
    import { parseModule } from ${JSON.stringify(new URL('../index.ts', import.meta.url).href)};
    process.stdout.write(String(parseModule(Array(1500).fill('a').join('+') + '\\n').body.length));`;
  const { stdout, status, signal, stderr } = spawnSync(
    process.execPath,
    ['-C', '@ffsd/source', '--import', 'tsx', '--input-type=module', '-e', program],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8', timeout: 50_000 },
  );
  expect({ stdout, status, signal, stderr }).toEqual({ stdout: '1', status: 0, signal: null, stderr: '' });
});
