import { describe, expect, it } from 'vitest';
import { outerSpan } from './outer-span.ts';
import { isParsed, parse } from './parse.ts';
import { walk } from './walk.ts';

/** The characters of the outer span of the identifier `a`. */
function outer(text: string): string {
  const file = parse('a.tsx', text);
  if (!isParsed(file)) throw new Error(file.message);
  let found = '';
  walk(file.tree.program, (node) => {
    if (node.type !== 'Identifier' || node.name !== 'a') return;
    const { start, end } = outerSpan(file, node);
    found = text.slice(start, end);
  });
  return found;
}

describe('outerSpan', () => {
  it.each([
    ['x = a;', 'a'],
    ['x = (a);', '(a)'],
    ['x = ((a));', '((a))'],
    ['x = ( ( a )\n);', '( ( a )\n)'],
    ['x = (/* ( */ a /* ) */);', '(/* ( */ a /* ) */)'],
    ['x = (// )\n a // (\n);', '(// )\n a // (\n)'],
    ['x = ((a) + b);', '(a)'],
    ['f(a);', 'a'],
    ['f((a));', '(a)'],
    ['if (a) ;', 'a'],
    ['if ((a)) ;', '(a)'],
    ['x = <p>{(a)}</p>;', '(a)'],
    ['x = ((a as T));', 'a'],
    ['x = (a)!;', '(a)'],
    ['x = y ? (a) : (b);', '(a)'],
  ])('in %j is %j', (text, span) => expect(outer(text)).toBe(span));
});
