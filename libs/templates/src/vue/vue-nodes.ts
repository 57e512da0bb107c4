import type { DirectiveNode, ElementNode, SourceLocation } from '@vue/compiler-dom';
import type { Span } from '../span.ts';

export function spanOf({ loc }: { readonly loc: SourceLocation }): Span {
  return { start: loc.start.offset, end: loc.end.offset };
}

/** What stands between the tags of an element; empty at its end when it has only one. */
export function innerSpan(text: string, { tag, loc, props }: ElementNode): Span {
  const from = Math.max(loc.start.offset + 1 + tag.length, ...props.map((prop) => prop.loc.end.offset));
  const open = text.indexOf('>', from) + 1;
  const close = text.lastIndexOf('</', loc.end.offset);
  return close < open || close < loc.start.offset
    ? { start: loc.end.offset, end: loc.end.offset }
    : { start: open, end: close };
}

/** The text of a plain attribute; empty when it has none. */
export function attributeOf({ props }: ElementNode, name: string): string | undefined {
  for (const prop of props) if (prop.type === 6 && prop.name === name) return prop.value?.content ?? '';
  return undefined;
}

export function directiveOf({ props }: ElementNode, name: string): DirectiveNode | undefined {
  return props.find((prop): prop is DirectiveNode => prop.type === 7 && prop.name === name);
}

/** `my-card` as a name: `myCard`. */
export function camelized(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

export function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
