import type { Span } from '../span.ts';

export interface RawAttribute extends Span {
  /** With its brackets: `*ngIf`, `[hidden]`, `(click)`. */
  readonly name: string;
  readonly value: string | undefined;
  readonly valueStart: number | undefined;
}

const attribute =
  /[\s/]+(?<name>[^\s=>/"']+)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s>"']+)))?/gy;

/** The attributes of an opening tag as they are written. The parser tells where their parts are, and not always where they end. */
export function rawAttributes(text: string, open: Span): readonly RawAttribute[] {
  const found: RawAttribute[] = [];
  const head = /^<[^\s/>]+/.exec(text.slice(open.start, open.end));
  attribute.lastIndex = open.start + (head?.[0].length ?? 0);
  for (let one = attribute.exec(text); one && one.index < open.end; one = attribute.exec(text)) {
    const { name, double, single, bare } = one.groups!;
    const value = double ?? single ?? bare;
    const end = one.index + one[0].length;
    const valueStart = value === undefined ? undefined : end - value.length - (bare === undefined ? 1 : 0);
    found.push({ name: name!, value, valueStart, start: one.index + one[0].indexOf(name!), end });
  }
  return found;
}
