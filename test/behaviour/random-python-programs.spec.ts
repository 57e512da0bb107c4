import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasPython } from '../laws/python-host.ts';
import { arbitraryProgram } from './arbitrary-program.ts';
import { inPython } from './in-python.ts';
import { printPython } from './print-python.ts';
import { tryRemoval } from './try-removal.ts';

const count = Number(process.env.FFSD_PROGRAMS ?? 100);
const parameters = { numRuns: count, seed: Number(process.env.FFSD_SEED ?? 20_260_000) };
// Generous, since a machine may be busy: a program that does not end is stopped by its host.
const timeout = 60_000 + count * 1_000;
const path = 'shop/program.py';

describe.skipIf(!hasPython).each([
  { value: true, variants: ['new', 'old'] },
  { value: false, variants: ['new', 'old'] },
  { value: 'wide', variants: ['wide', 'compact', 'new'] },
])('in Python, with the flag at $value', ({ value, variants }) => {
  it(`${count} programs do the same before and after`, { timeout }, () =>
    fc.assert(
      fc.asyncProperty(arbitraryProgram(variants), (program) =>
        tryRemoval(inPython, { path, text: printPython(program), run: runProgram, value }),
      ),
      parameters,
    ),
  );
});

it.skipIf(!hasPython)('the programs do something', async () => {
  const programs = fc.sample(arbitraryProgram(['new']), { numRuns: 100, seed: 1 }).map(printPython);
  const traces = await Promise.all(
    programs.map((text) => inPython.behaviourOf({ path, text, run: runProgram, value: true })),
  );
  // Most come to their end, and what ends early has shown something before.
  expect(traces.filter((trace) => trace.endsWith('ended')).length).toBeGreaterThan(60);
  expect(new Set(traces).size).toBeGreaterThan(60);
});

const runProgram = `
import builtins
from contextlib import contextmanager

left = 40

def fuel():
    global left
    left -= 1
    if left < 0:
        raise RuntimeError('no fuel')

def t(mark, value):
    log(mark, value)
    return value

class Method:
    def __call__(self, argument):
        log('called', argument)
        return argument

    # An address would be another in every run.
    def __repr__(self):
        return 'method'

class Receiver:
    method = Method()

o = Receiver()

def call(run):
    try:
        return run()
    except TypeError:
        return 'no function'

@contextmanager
def block(mark):
    log('in', mark)
    try:
        yield
    finally:
        log('out', mark)

class Problem(Exception):
    pass

def items(value):
    return value if isinstance(value, (list, str)) else []

def entries(value):
    return value if isinstance(value, dict) else {}

def every(value):
    return list(value) if hasattr(value, '__next__') else value

for given in (fuel, t, call, block, Problem, items, entries, every):
    setattr(builtins, given.__name__, given)
builtins.o = o
from shop.program import run
log(run())
`;
