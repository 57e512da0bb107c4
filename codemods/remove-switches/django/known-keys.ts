import { isAngularTemplate } from '../angular/is-angular-template.ts';
import { anyKey, keyNamed } from '../any-key.ts';
import { isMinified } from '../minified.ts';
import type { CompiledShape } from './compiled-shape.ts';
import { compile, wordOf } from './compiled-shape.ts';
import { findReads } from './find-reads.ts';
import { shapesFor } from './fold-reads.ts';
import { isTemplate } from './is-template.ts';
import type { Session } from './session.ts';

/**
 * The keys that the templates read.
 *
 * @param shapes the reads of the user; without any, those of all vocabularies
 */
export function knownKeys(session: Session, shapes: readonly CompiledShape[]): ReadonlySet<string> {
  const all = (shapes.length > 0 ? shapes : shapesFor({ shapes: [], presets: [] }).map(compile)).filter(({ pattern }) =>
    pattern.text.includes('$FLAG'),
  );
  const words = [...new Set(all.flatMap((shape) => wordOf(shape) ?? []))];
  const keys = new Set<string>();
  if (words.length === 0) return keys;
  for (const path of session.search(words)) {
    if (!isTemplate(path) || isAngularTemplate(path, session.base)) continue;
    const text = session.read(path) ?? '';
    const file = /\{[{%]/.test(text) && !isMinified(text) ? session.parse(path) : undefined;
    for (const { shape, key, facts } of file ? findReads(session, file, all, anyKey) : []) {
      const named = facts.key === 'dynamic' ? undefined : keyNamed(shape, key?.text);
      if (named !== undefined) keys.add(named);
    }
  }
  return keys;
}
