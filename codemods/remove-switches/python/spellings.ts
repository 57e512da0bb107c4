import { keyAtRead } from '@ffsd/flags';
import type { CompiledShape } from './compiled-shape.ts';

/** Spellings of the key that a file may contain. */
export function spellingsOf(key: string, shapes: readonly CompiledShape[]): readonly string[] {
  return [...new Set([key, ...shapes.map(({ shape }) => keyAtRead(shape, key))])];
}
