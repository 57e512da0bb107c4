import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { wasmFile } from '../../build-wasm/rust-sources.ts';
import { firstParse, native, ours, type Parser, pool, python, type Seconds } from './contenders.ts';
import type { Corpus } from './corpus.ts';

export interface Figure {
  readonly what: string;
  readonly reach: string;
  /** As text, with its unit; or why it was not measured. */
  readonly measured: string;
  /** Null where nothing was measured, or where nothing is to be reached. */
  readonly reached: boolean | null;
}

/**
 * Measures all. Each contender has a process of its own and runs in turns with the others, so that a busy minute does not
 * hit one of them alone; the fastest of all its rounds counts, because noise only ever adds.
 *
 * @param turns how often each process is started
 */
export function figures(
  corpus: Corpus,
  turns: number,
  libcstPython: string,
  log: (text: string) => void,
): readonly Figure[] {
  const [crate, table, pip] = [native('crate'), native('table'), python(libcstPython)];
  const best = {
    parse: Infinity,
    walk: Infinity,
    crate: Infinity,
    table: Infinity,
    python: Infinity,
    one: Infinity,
    two: Infinity,
    node: Infinity,
    first: Infinity,
    nodeEnd: Infinity,
    firstEnd: Infinity,
  };
  const note = (name: keyof typeof best, seconds: number) => {
    best[name] = Math.min(best[name], seconds);
    log(`${name}: ${seconds.toFixed(3)} s`);
  };
  const noteParser = (name: keyof typeof best, parser: Parser<Seconds> | string) => {
    if (typeof parser !== 'string') note(name, parser(corpus, ROUNDS).seconds);
  };
  for (let turn = 0; turn < turns; turn++) {
    const { parse, walk } = ours(corpus, ROUNDS);
    note('parse', parse);
    note('walk', walk);
    noteParser('crate', crate);
    noteParser('table', table);
    noteParser('python', pip);
    note('one', pool(1)(corpus, ROUNDS).parse);
    note('two', pool(2)(corpus, ROUNDS).parse);
    for (let start = 0; start < STARTS; start++) {
      const bare = startOf(['--eval', 'console.log(performance.now())']);
      const parsed = startOf(firstParse);
      best.node = Math.min(best.node, bare.ready);
      best.nodeEnd = Math.min(best.nodeEnd, bare.ended);
      best.first = Math.min(best.first, parsed.ready);
      best.firstEnd = Math.min(best.firstEnd, parsed.ended);
    }
  }
  const zipped = gzipSync(readFileSync(wasmFile), { level: 9 }).length / 1000;
  const first = best.first - best.node;
  return [
    speed('parse speed against the native crate', best.crate / best.parse, 0.7, crate),
    speed("parse speed against Python's own `libcst.parse_module`", best.python / best.parse, 3, pip),
    atMost("load, instantiate and first parse of 100 lines, over Node's own start", first, 60, 'ms'),
    {
      what: 'the same until the process has ended: it waits for functions that V8 is still optimising',
      reach: '–',
      measured: `${Math.round(best.firstEnd - best.nodeEnd)} ms`,
      reached: null,
    },
    atMost('`walk` over all nodes after the parse, of the parse time', (100 * best.walk) / best.parse, 25, '%'),
    atMost('libcst.wasm, gzipped', zipped, 700, 'kB'),
    speed('a pool of two workers against one of one', best.one / best.two, 1.7),
    {
      ...speed('parse speed against our own Rust code, native', best.table / best.parse, 0, table),
      reach: '–',
      reached: null,
    },
    {
      what: 'parse speed',
      reach: '–',
      measured: `${(corpus.bytes / best.parse / 1e6).toFixed(1)} MB/s`,
      reached: null,
    },
  ];
}

/** Rounds of a process: the engine has optimised the parser after the second. */
const ROUNDS = 4;
const STARTS = 8;

function speed(what: string, ratio: number, least: number, contender: unknown = null): Figure {
  const reach = `≥ ${least} ×`;
  if (typeof contender === 'string') return { what, reach, measured: `skipped: ${contender}`, reached: null };
  return { what, reach, measured: `${ratio.toFixed(2)} ×`, reached: ratio >= least };
}

function atMost(what: string, value: number, most: number, unit: string): Figure {
  return { what, reach: `≤ ${most} ${unit}`, measured: `${Math.round(value)} ${unit}`, reached: value <= most };
}

/** Milliseconds: from the start of the process until the script says that it is ready, and until the process has ended. */
function startOf(args: readonly string[]): { readonly ready: number; readonly ended: number } {
  const start = performance.now();
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return { ready: Number(stdout), ended: performance.now() - start };
}
