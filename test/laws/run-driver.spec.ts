import { describe, expect, it } from 'vitest';
import { hasPython } from './python-host.ts';
import { runDriver } from './run-driver.ts';

const run = (text: string, files: Record<string, string> = {}) =>
  runDriver(new Map(Object.entries(files)), { path: 'run.ts', text }, { flag: 'checkout', value: true });

describe('a driver', () => {
  it('sees the flag at its value, and every other off', async () => {
    expect(await run("export default () => log(isEnabled('checkout'), isEnabled('other'), flags)")).toEqual({
      trace: ['true false {checkout: true}'],
      end: 'returned undefined',
    });
  });

  it('is awaited, and what it throws is kept', async () => {
    const text = "export default async () => { await null; log([1, , { a: 'x' }]); throw new TypeError('late') }";
    expect(await run(text)).toEqual({ trace: ['[1, hole, {a: "x"}]'], end: 'threw TypeError: late' });
  });

  it('imports the files of the case, without their extension too', async () => {
    const files = {
      'src/a.ts': "import { two } from './b.js'; export const one = (): number => two - 1;",
      'src/b.ts': 'export const two: number = 2;',
    };
    expect((await run("import { one } from './src/a'; export default () => one()", files)).end).toBe('returned 1');
  });

  it('is stopped when it does not end, also behind an await', async () => {
    expect((await run('export default async () => { await null; for (;;); }')).end).toMatch(
      /^threw Error: .*timed out/,
    );
    expect((await run('export default () => new Promise(() => {})')).end).toBe('pending');
  });
});

it('shows a view as a user sees it', async () => {
  const files = {
    'src/view.tsx':
      'const Name = ({ of, children }) => <b id={of}>{children}</b>;\nexport const view = <>{false}Hi <Name of="a">x{0}</Name>{null}</>;',
  };
  const { end } = await run("import { view } from './src/view'; export default () => render(view)", files);
  expect(end).toBe('returned "Hi <b id={\\"a\\"}>x0</b>"');
});

describe.skipIf(!hasPython)('a driver in Python', () => {
  const script = (text: string, files: Record<string, string> = {}) =>
    runDriver(new Map(Object.entries(files)), { path: 'run.py', text }, { flag: 'checkout', value: true });

  it('sees the flag at its value, and every other off', async () => {
    const text = "log(is_enabled('checkout'), is_enabled('other'), flags['checkout'], flags.checkout)";
    expect(await script(text)).toEqual({ trace: ['True False True True'], end: 'ended' });
  });

  it('imports the files of the case, a new program for every run', async () => {
    const files = { 'shop/a.py': 'from .b import two\nlog("loaded")\none = two - 1', 'shop/b.py': 'two = 2' };
    for (let times = 0; times < 2; times++) {
      const { trace, end } = await script('from shop.a import one\nprint("not seen")\nlog(one, {"a": [None]})', files);
      expect({ trace, end }).toEqual({ trace: ["'loaded'", "1 {'a': [None]}"], end: 'ended' });
    }
  });

  it('keeps what is raised, and is stopped when it does not end', async () => {
    expect((await script('raise ValueError("late")')).end).toBe('raised ValueError: late');
    expect((await script('while True:\n    pass')).end).toMatch(/^stopped/);
    expect((await script('log(1)')).trace).toEqual(['1']);
  });
});
