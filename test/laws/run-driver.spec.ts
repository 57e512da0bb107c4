import { describe, expect, it } from 'vitest';
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
