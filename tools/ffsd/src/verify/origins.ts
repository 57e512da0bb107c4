import type { Step } from '@ffsd/changes';
import { type Edit, invert, mapOffset } from '@ffsd/edits';
import type { OriginOf } from './diagnostic.ts';
import type { Texts } from './texts.ts';

/** The files that the first `count` steps of a run have written, as they are then. */
export function textsAfter(steps: readonly Step[], count = steps.length): Texts {
  const texts = new Map<string, string | undefined>();
  for (const { path, to, after } of steps.slice(0, count).flatMap(({ files }) => files)) {
    texts.set(path, to === undefined ? after : undefined);
    if (to !== undefined) texts.set(to, after);
  }
  return texts;
}

/** Where what stands in the texts after a run stood before it. */
export function originsOf(steps: readonly Step[]): OriginOf {
  const histories = new Map<string, (readonly Edit[])[]>();
  for (const { path, edits } of steps.flatMap(({ files }) => files)) {
    const known = histories.get(path);
    if (known) known.push(edits);
    else histories.set(path, [edits]);
  }
  return (path, offset) => {
    let at = offset;
    for (const edits of histories.get(path)?.toReversed() ?? []) {
      const back = backOver(edits, at);
      if (back === undefined) return undefined;
      at = back;
    }
    return at;
  };
}

function backOver(edits: readonly Edit[], offset: number): number | undefined {
  let shift = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    const at = start + shift;
    if (at <= offset && offset < at + text.length) return undefined;
    shift += text.length - (end - start);
  }
  // Only the places of the inverse are needed, so any text that is long enough will do.
  const length = Math.max(0, ...edits.map(({ end }) => end));
  return mapOffset(invert(' '.repeat(length), edits), offset, 'after');
}
