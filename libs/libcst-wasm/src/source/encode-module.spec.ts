import { describe, expect, it } from 'vitest';
import { UnencodableTextError } from '../errors/unencodable-text-error.ts';
import { UnsupportedEncodingError } from '../errors/unsupported-encoding-error.ts';
import { parseModule } from '../parse-module.ts';
import { encodeModule } from './encode-module.ts';
import { encodeText } from './encode-text.ts';

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('encodeModule', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('x = "é𐀀"')],
    ['UTF-8 with a mark', new TextEncoder().encode('\ufeffx = "é"\r\n')],
    ['Latin-1', latin('# coding: latin-1\nx = "\x80\xe9"\n')],
    ['windows-1252', latin('# coding: cp1252\nx = "\x80\xe9"\n')],
    ['KOI8-R', latin('# coding: koi8-r\nx = "\xc1\xe9"\n')],
    ['ASCII', latin('# coding: ascii\nx = 1\n')],
  ])('gives back the bytes of %s', (_, bytes) => {
    expect(encodeModule(parseModule(bytes))).toEqual(bytes);
  });

  it('refuses a character that the encoding does not have', () => {
    const module = parseModule(latin('# coding: latin-1\nx = 1\n'));
    const changed = module.with({ body: parseModule('x = "€"\n').body });
    expect(() => encodeModule(changed)).toThrowError(UnencodableTextError);
    expect(() => encodeText('\x81', 'cp1252')).toThrowError('U+0081');
    expect(() => encodeText('a\ud800', 'utf-8')).toThrowError('U+D800 at offset 1');
  });

  it('refuses what it can only read', () => {
    const module = parseModule(latin('# coding: gbk\nx = "\xc4\xe3"\n'));
    expect(module.encoding).toBe('gbk');
    expect(() => encodeModule(module)).toThrowError(UnsupportedEncodingError);
  });
});
