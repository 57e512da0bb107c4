import type { CallExpression, Node } from '@babel/types';
import type { SourceFile } from './parse.ts';
import { scopesOf } from './scopes.ts';

/** Globals that are there in every runtime, or whose absence would break the program at its first line. */
export const knownGlobals: ReadonlySet<string> = new Set(
  `undefined NaN Infinity globalThis Object Function Array String Number Boolean Symbol BigInt Math JSON Date RegExp Error
  AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError Map Set WeakMap WeakSet WeakRef Promise Proxy
  Reflect Intl Atomics ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array
  Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array parseInt parseFloat isNaN isFinite encodeURI
  encodeURIComponent decodeURI decodeURIComponent escape unescape eval console setTimeout clearTimeout setInterval clearInterval
  queueMicrotask structuredClone URL URLSearchParams AbortController TextEncoder TextDecoder fetch process global Buffer require
  module exports __dirname __filename window document self navigator location history localStorage sessionStorage`.split(
    /\s+/,
  ),
);

/** True for a name that no declaration of the file binds. */
export function isGlobal(node: Node, file: SourceFile): boolean {
  const reference = scopesOf(file).referenceOf(node);
  return reference !== undefined && reference.binding === undefined;
}

/** `Boolean(x)`, `Array.isArray(x)` and the like: they run no code of the program, and yield a boolean. */
export function isHarmlessCall({ callee }: CallExpression, file: SourceFile): boolean {
  if (callee.type === 'Identifier') return harmless.has(callee.name) && isGlobal(callee, file);
  if (callee.type !== 'MemberExpression' || callee.computed) return false;
  const { object, property } = callee;
  if (object.type !== 'Identifier' || property.type !== 'Identifier' || !isGlobal(object, file)) return false;
  return harmless.has(`${object.name}.${property.name}`);
}

const harmless: ReadonlySet<string> = new Set([
  'Boolean',
  'Array.isArray',
  'Object.is',
  'Number.isFinite',
  'Number.isInteger',
  'Number.isNaN',
  'Number.isSafeInteger',
]);
