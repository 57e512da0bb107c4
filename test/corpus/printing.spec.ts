import { type AnyNode, type Module, parseModule, printNode, walk } from 'libcst-wasm';
import { expect, it } from 'vitest';
import { python } from './python.ts';
import { isWhole, libraryFiles } from './standard-library.ts';

const timeout = isWhole ? 1_200_000 : 120_000;

it.skipIf(python === null)(
  'prints each node of real files from its fields, at the place where it stands',
  () => {
    const wrong: string[] = [];
    let count = 0;
    for (const { path, module, source } of modules(17)) {
      // Printed once as a whole: if the text is the same and each node begins and ends where it should, each piece is.
      const text = printNode(module, {
        opened: (node, offset) => {
          count++;
          if (isWritten(node) && node.fullStart !== offset) wrong.push(`${path}: ${node.type} begins at ${offset}`);
          return undefined;
        },
        closed: (node, offset) => {
          if (isWritten(node) && node.fullEnd !== offset) wrong.push(`${path}: ${node.type} ends at ${offset}`);
        },
      });
      if (text !== source) wrong.push(path);
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(count).toBeGreaterThan(100_000);
  },
  timeout,
);

it.skipIf(python === null)(
  'prints each node of real files by itself, with the indentation of its place',
  () => {
    const wrong: string[] = [];
    for (const { path, module, source } of modules(97)) {
      if (source.length > 40_000) continue;
      walk(module, (node) => {
        if (printNode(node) !== node.code) wrong.push(`${path}: ${node.type} at ${node.start}`);
      });
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  },
  timeout,
);

/** White space of no length is made when it is asked for; to ask each for its place would take the time of all the rest. */
const isWritten = (node: AnyNode): boolean => node.type !== 'SimpleWhitespace' || node.value !== '';

function* modules(part: number): Generator<{ path: string; source: string; module: Module }> {
  for (const { path, source } of libraryFiles(part)) {
    try {
      yield { path, source, module: parseModule(source) };
    } catch {
      // What does not parse has its list in the round trip.
    }
  }
}
