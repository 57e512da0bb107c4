import { ParseError, parseModule } from 'libcst-wasm';
import { describe, expect, it } from 'vitest';
import { python, runPython } from './python.ts';

type Cases = Readonly<Record<string, readonly (readonly [hex: string, text: string | null])[]>>;

const oneByte =
  'ascii iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-13 iso8859-14 iso8859-15 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 koi8-r koi8-u mac-roman mac-cyrillic cp866'.split(
    ' ',
  );
const moreBytes = 'shift_jis cp932 euc_jp gbk gb2312 big5 cp950 euc_kr'.split(' ');

const casesOf = (names: readonly string[]): Cases =>
  python === null ? {} : JSON.parse(runPython(new URL('encodings.py', import.meta.url), ...names));

function read(hex: string): string | null {
  try {
    return parseModule(Buffer.from(hex, 'hex')).code;
  } catch (error) {
    if (error instanceof ParseError) return null;
    throw error;
  }
}

describe.skipIf(python === null)('bytes', () => {
  it('with one byte a character are read as CPython reads them, all 256', () => {
    for (const [name, cases] of Object.entries(casesOf(oneByte))) {
      expect
        .soft(
          cases.filter(([hex, text]) => read(hex) !== text).map(([hex]) => hex.slice(-4, -2)),
          name,
        )
        .toEqual([]);
      expect(cases).toHaveLength(128);
    }
  });

  it('with several bytes a character are read as CPython reads them, or refused', () => {
    for (const [name, cases] of Object.entries(casesOf(moreBytes))) {
      const found = cases.map(([hex, text]) => ({ text, read: read(hex) }));
      expect
        .soft(
          found.filter((each) => each.read !== null && each.read !== each.text),
          name,
        )
        .toEqual([]);
      const refused = found.filter((each) => each.read === null);
      expect.soft(refused.length / found.length, name).toBeLessThan(0.2);
    }
  });
});
