import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParseError } from './errors/parse-error.ts';
import { parseModule } from './parse-module.ts';
import { printNode } from './print.ts';
import { loaded } from './wasm/load.ts';
import { call, open } from './wasm/protocol.mjs';

const folder = new URL('../fixtures/', import.meta.url);
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(py|md)$/.test(name))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .flatMap(pieces);

/** `FFSD_FUZZ=20000` in nightly size. */
const numRuns = Number(process.env.FFSD_FUZZ ?? 400);

/** What breaks tokenizers: openers, ends of line, white space, and halves of things. */
const words = [
  ...'()[]{}:;,.=@*#\\"\'\n\r\t\f \0',
  ...[
    '\r\n',
    '"""',
    "f'",
    'rb"',
    'f"{',
    '!r',
    ':=',
    '->',
    '**',
    '...',
    '\\\n',
    '\n    ',
    '\n\t',
    '\ufeff',
    'é',
    '😀',
    '\u2028',
  ],
  ...[
    'if',
    'else',
    'def',
    'class',
    'lambda',
    'async',
    'await',
    'match',
    'case',
    'with',
    'try',
    'except',
    'import',
    'yield',
  ],
];

interface Mutation {
  readonly kind: 'delete' | 'insert' | 'repeat' | 'cut';
  /** Parts of the length. */
  readonly at: number;
  readonly length: number;
  readonly word: string;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('delete', 'insert', 'repeat', 'cut'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  word: fc.constantFrom(...words),
});

const mutated = fc
  .tuple(fc.constantFrom(...texts), fc.array(mutation, { minLength: 1, maxLength: 6 }))
  .map(([text, mutations]) => mutations.reduce(mutate, text));

describe('mutated Python', () => {
  it('is a tree that spells its text, or a typed error', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        try {
          const module = parseModule(text);
          expect(module.code).toBe(text);
          expect(printNode(module)).toBe(text);
        } catch (error) {
          if (!(error instanceof ParseError)) throw error;
          expect(['parser-failed', 'nesting-too-deep']).not.toContain(error.code);
          expect(error.hint).not.toBe('');
        }
      }),
      { numRuns },
    );
  });

  it('is bytes in any encoding, or a typed error', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    const cookie = fc.constantFrom('', '# coding: latin-1\n', '# coding: gbk\n', '# coding: cp1252\n', '\ufeff');
    fc.assert(
      fc.property(cookie, bytes, (head, rest) => {
        try {
          parseModule(Uint8Array.of(...new TextEncoder().encode(head), ...rest));
        } catch (error) {
          if (!(error instanceof ParseError)) throw error;
        }
      }),
      { numRuns },
    );
  });

  it('leaves nothing in the memory of the parser', () => {
    const sample = fc.sample(mutated, { numRuns: 100, seed: 1 }).map((text) => new TextEncoder().encode(text));
    const wasm = open(loaded());
    const parseAll = () => {
      for (const bytes of sample) call(wasm, bytes, 'module');
      return wasm.memory.buffer.byteLength;
    };
    const first = parseAll();
    for (let round = 0; round < 5; round++) expect(parseAll()).toBe(first);
  });
});

function mutate(text: string, { kind, at, length, word }: Mutation): string {
  const from = Math.floor(at * text.length);
  switch (kind) {
    case 'delete':
      return text.slice(0, from) + text.slice(from + length);
    case 'insert':
      return text.slice(0, from) + word + text.slice(from);
    case 'repeat':
      return text.slice(0, from + length) + text.slice(from);
    case 'cut':
      return text.slice(0, from);
    default:
      return kind satisfies never;
  }
}

/** Some thousand characters each: long enough to hold all kinds, and short enough for some hundred runs. */
function pieces(text: string): string[] {
  return text.match(/(?:.*\n){1,60}/g) ?? [text];
}
