import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningOfJsxText } from './jsx-text.ts';

describe('meaningOfJsxText', () => {
  it.each([
    ['Pay now', 'Pay now'],
    ['  Pay now  ', '  Pay now  '],
    ['\n  Pay now\n', 'Pay now'],
    ['\n  Pay\n\n  now\n', 'Pay now'],
    ['Pay \n now', 'Pay now'],
    ['\n   \n', ''],
    ['   ', '   '],
    ['\n Pay\t \n', 'Pay'],
    ['\r\n  Pay\r\n  now\r\n', 'Pay now'],
  ])('%j means %j', (raw, meaning) => {
    expect(meaningOfJsxText(raw)).toBe(meaning);
    expect(inEsbuild(raw)).toBe(meaning);
  });

  it('keeps a no-break space where a line ends, as Babel does', () => {
    // TypeScript and esbuild take it for white space there.
    expect(meaningOfJsxText('Pay\u00a0\nnow')).toBe('Pay\u00a0 now');
  });

  it('is what esbuild makes of it', () => {
    const piece = fc.constantFrom(' ', '  ', '\t', '\n', '\r\n', '\r', 'Pay', 'now', '.');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const raw = pieces.join('');
        // Babel makes a space of a tab inside a line, esbuild keeps it; on a page they are the same.
        expect(meaningOfJsxText(raw)).toBe(inEsbuild(raw).replaceAll('\t', ' '));
      }),
      { numRuns: 300 },
    );
  });
});

/** The text that the element gets; empty when it gets none. */
function inEsbuild(raw: string): string {
  const { code } = transformSync(`<p>${raw}</p>`, { loader: 'jsx', jsx: 'transform', jsxFactory: 'h' });
  const h = (_type: string, _props: null, text = ''): string => text;
  return new Function('h', `return ${code}`)(h) as string;
}
