import { IllFormedTextError } from '../errors/ill-formed-text-error.ts';
import { NestingTooDeepError } from '../errors/nesting-too-deep-error.ts';
import { ParserFailedError } from '../errors/parser-failed-error.ts';
import { ParserSyntaxError } from '../errors/parser-syntax-error.ts';
import { placeOf } from '../errors/place-of.ts';
import { RoundTripError } from '../errors/round-trip-error.ts';
import { WhitespaceError } from '../errors/whitespace-error.ts';
import type { Answer, Mode } from './answer.ts';
import { callWithLargeStack } from './large-stack.ts';
import { limitOf } from './limit-of.ts';
import { loaded } from './load.ts';
import { call, open, type Reply, type Wasm } from './protocol.mjs';
import type { CompiledModule } from './web-assembly.ts';

/**
 * Parses a text with the WebAssembly module.
 *
 * @param utf8 The text as UTF-8, if the caller has it.
 * @throws NotLoadedError
 * @throws ParseError, one of its classes, if there is no tree of the text.
 */
export function parseText(source: string, mode: Mode, utf8?: Uint8Array): Answer {
  checkWellFormed(source);
  return answerOf(source, replyTo(utf8 ?? new TextEncoder().encode(source), mode));
}

/**
 * The table in a reply.
 *
 * @throws ParseError, one of its classes, if there is none.
 */
export function answerOf(source: string, reply: Reply): Answer {
  if (reply.status !== 0) throw errorOf(source, reply);
  const [defaultIndent = '', defaultNewline = ''] = reply.text.split('\0');
  return { words: reply.words, defaultIndent, defaultNewline };
}

/** Memory of an instance never shrinks; one that a large file has blown up is given back. */
export const KEPT_BYTES = 64 * 2 ** 20;

let wasm: Wasm | null = null;

function replyTo(bytes: Uint8Array, mode: Mode): Reply {
  const module = loaded();
  const instance = wasm ?? openInstance(module);
  // What was interrupted in the middle is in no state to be called again: the instance comes back when it is done.
  wasm = null;
  try {
    const reply = call(instance, bytes, mode);
    if (instance.memory.buffer.byteLength <= KEPT_BYTES) wasm = instance;
    return reply;
  } catch (error) {
    if (!isStackOverflow(error)) throw new ParserFailedError(error, instance.memory.buffer.byteLength);
  }
  const reply = callWithLargeStack(module, bytes, mode);
  if (reply === 'too-deep') throw new NestingTooDeepError('the text is nested too deeply for the stack');
  if (reply === 'too-long') throw new NestingTooDeepError('the text is nested so deeply that the parser took too long');
  return reply;
}

function openInstance(module: CompiledModule): Wasm {
  try {
    return open(module);
  } catch (error) {
    throw new ParserFailedError(error, 0);
  }
}

/**
 * V8 and JavaScriptCore throw a RangeError, SpiderMonkey an InternalError; when the part of the stack that lies in linear
 * memory runs over, it is an access out of bounds.
 */
function isStackOverflow(error: unknown): boolean {
  // No regular expression: where the caller has used up the stack, V8 aborts the process when it compiles one.
  const message = error instanceof Error ? error.message : '';
  return ['call stack', 'recursion', 'out of bounds'].some((words) => message.includes(words));
}

/** As `status` in rust/src/parse.rs. */
const SYNTAX = 1;
const ROUND_TRIP = 2;

function errorOf(source: string, { status, text, start, end }: Reply): Error {
  if (status === ROUND_TRIP) return new RoundTripError(source, start);
  if (status !== SYNTAX) return new WhitespaceError(text);
  const [problem = '', ...expected] = text.split('\0');
  const limit = limitOf(problem, expected, source.slice(0, start));
  if (limit !== null) return new NestingTooDeepError(limit, placeOf(source, start));
  // `Positional argument follows keyword argument` stands among the tokens, and says more than they do.
  const sentence = expected.find((word) => word.includes(' '));
  return sentence === undefined
    ? new ParserSyntaxError(source, problem, start, end, expected)
    : new ParserSyntaxError(source, sentence, start, end, []);
}

/** @throws IllFormedTextError */
export function checkWellFormed(source: string): void {
  if ((source as string & { isWellFormed(): boolean }).isWellFormed()) return;
  throw new IllFormedTextError(source, source.search(/\p{Surrogate}/u));
}
