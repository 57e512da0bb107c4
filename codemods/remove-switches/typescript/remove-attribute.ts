import type { JSXAttribute, JSXOpeningElement } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';

/** Removes an attribute with the white space before it; the last one takes the line breaks of the tag along. */
export function removeAttribute({ text }: SourceFile, element: JSXOpeningElement, attribute: JSXAttribute): Edit {
  let start = attribute.start!;
  while (/\s/.test(text[start - 1] ?? '')) start--;
  if (element.attributes.length > 1) return { start, end: attribute.end!, text: '' };
  const close = element.selfClosing ? '/>' : '>';
  const rest = text.slice(attribute.end!, element.end!);
  // <Page⏎ compact⏎/>   =>   <Page />
  return rest.trim() === close && /[\r\n]/.test(rest)
    ? { start, end: element.end!, text: element.selfClosing ? ' />' : '>' }
    : { start, end: attribute.end!, text: '' };
}
