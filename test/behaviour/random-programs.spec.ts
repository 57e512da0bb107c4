import fc from 'fast-check';
import { describe, it } from 'vitest';
import { arbitraryProgram } from './arbitrary-program.ts';
import { arbitraryView } from './arbitrary-view.ts';
import { inTypeScript } from './in-typescript.ts';
import { printProgram } from './print-program.ts';
import { tryRemoval } from './try-removal.ts';

const count = Number(process.env.FFSD_PROGRAMS ?? 100);
const parameters = { numRuns: count, seed: Number(process.env.FFSD_SEED ?? 20_260_000) };
const timeout = 20_000 + count * 300;

describe.each([
  { value: true, variants: ['new', 'old'] },
  { value: false, variants: ['new', 'old'] },
  { value: 'wide', variants: ['wide', 'compact', 'new'] },
])('with the flag at $value', ({ value, variants }) => {
  it(`${count} programs do the same before and after`, { timeout }, () =>
    fc.assert(
      fc.asyncProperty(arbitraryProgram(variants), (program) =>
        tryRemoval(inTypeScript, { path: 'src/program.ts', text: printProgram(program), run: runProgram, value }),
      ),
      parameters,
    ),
  );

  it(`${count} views show the same before and after`, { timeout }, () =>
    fc.assert(
      fc.asyncProperty(arbitraryView(), (text) =>
        tryRemoval(inTypeScript, { path: 'src/view.tsx', text, run: showView, value }),
      ),
      parameters,
    ),
  );
});

const runProgram = `
  let left = 40;
  globalThis.fuel = () => { if (left-- <= 0) throw new Error('no fuel'); };
  globalThis.t = (mark, value = mark) => { log(mark, value); return value; };
  globalThis.o = { method(argument) { log(this === o, argument); return argument; } };
  globalThis.call = (run) => { try { return run(); } catch (error) { return 'no function'; } };
  return module.exports.run();`;

const showView = `
  for (const count of [0, 2]) for (const name of ['', 'Ada']) log(render(module.exports.View({ count, name })));`;
