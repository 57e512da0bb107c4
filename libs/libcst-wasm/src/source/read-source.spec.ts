import { describe, expect, it } from 'vitest';
import { UndecodableBytesError } from '../errors/undecodable-bytes-error.ts';
import { UnsupportedEncodingError } from '../errors/unsupported-encoding-error.ts';
import { readSource } from './read-source.ts';

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('readSource', () => {
  it.each([
    ['utf-8', utf8('x = "é𐀀"\n'), 'utf-8', 'x = "é𐀀"\n'],
    ['a byte order mark', utf8('\ufeffx = 1\n'), 'utf-8-sig', '\ufeffx = 1\n'],
    ['a mark and a cookie that agree', utf8('\ufeff# coding: UTF-8\n'), 'utf-8-sig', '\ufeff# coding: UTF-8\n'],
    ['utf-8 as an editor names it', utf8('# coding: utf-8-unix\né'), 'utf-8', '# coding: utf-8-unix\né'],
    [
      'latin-1, which is not windows-1252',
      latin('# coding: L1\n\x80\xa4\xff'),
      'iso-8859-1',
      '# coding: L1\n\x80\xa4\xff',
    ],
    ['windows-1252', latin('# coding: cp1252\n\x80\x9f\xff'), 'cp1252', '# coding: cp1252\n€Ÿÿ'],
    ['the euro of latin-9', latin('# coding: iso-8859-15\n\xa4'), 'iso8859-15', '# coding: iso-8859-15\n€'],
    [
      'latin-5, whose second half is not windows-1254',
      latin('# coding: latin5\n\x80\xfd'),
      'iso8859-9',
      '# coding: latin5\n\x80ı',
    ],
    ['koi8-r', latin('# coding: KOI8-R\n\xc1'), 'koi8-r', '# coding: KOI8-R\nа'],
    ['Mac', latin('# coding: mac-roman\n\x8e'), 'mac-roman', '# coding: mac-roman\né'],
    ['ascii', latin('# coding: us-ascii\nx'), 'ascii', '# coding: us-ascii\nx'],
    [
      'Shift JIS with its wave dash',
      latin('# coding: sjis\n\x82\xa0\x81\x60\xb1'),
      'shift_jis',
      '# coding: sjis\nあ〜ｱ',
    ],
    [
      'EUC-JP with three bytes',
      latin('# coding: euc-jp\n\xa4\xa2\x8f\xb0\xa1\x8e\xb1'),
      'euc_jp',
      '# coding: euc-jp\nあ丂ｱ',
    ],
    ['GBK', latin('# coding: gbk\n\xc4\xe3'), 'gbk', '# coding: gbk\n你'],
    ['Big5', latin('# coding: big5\n\xa7\x41'), 'big5', '# coding: big5\n你'],
    ['EUC-KR', latin('# coding: euc_kr\n\xb0\xa1'), 'euc_kr', '# coding: euc_kr\n가'],
  ])('reads %s', (_, bytes, encoding, text) => {
    expect(readSource(bytes)).toMatchObject({ encoding, text });
  });

  it('keeps the bytes of UTF-8, so that they need not be made again', () => {
    const bytes = utf8('é');
    expect(readSource(bytes).utf8).toBe(bytes);
    expect(readSource(latin('# coding: latin-1\n')).utf8).toBeUndefined();
  });

  it('lets the caller know better than the file', () => {
    expect(readSource(latin('# coding: ascii\n\xe9'), 'latin-1')).toMatchObject({ encoding: 'iso-8859-1' });
    expect(readSource('# coding: ascii\né', 'cp1252')).toMatchObject({ encoding: 'cp1252' });
  });

  it('takes a string as it is', () => {
    expect(readSource('# coding: latin-1\n')).toMatchObject({ encoding: 'utf-8' });
    expect(readSource('\ufeffx')).toMatchObject({ encoding: 'utf-8-sig', text: '\ufeffx' });
  });

  it.each([
    ['unknown', latin('# coding: klingon\n'), 'klingon'],
    ['no text', latin('# coding: rot13\n'), 'rot13'],
    ['known to Python alone', latin('# coding: cp437\n'), 'cp437'],
    ['stateful', latin('# coding: iso-2022-jp\n'), 'iso-2022-jp'],
    ['against the byte order mark', utf8('\ufeff# coding: latin-1\n'), 'latin-1'],
  ])('refuses an encoding that is %s', (_, bytes, encoding) => {
    expect(() => readSource(bytes)).toThrowError(UnsupportedEncodingError);
    expect(() => readSource(bytes)).toThrowError(encoding);
  });

  it.each([
    ['UTF-8 without a cookie', latin('ab\n"\xe9"\n'), 4, 2],
    ['a cut sequence at the end', latin('ab\r\n\r\xe2\x82'), 5, 3],
    ['half of a surrogate pair', latin('\xed\xa0\x80'), 0, 1],
    ['ASCII', latin('# coding: ascii\n\xe9'), 16, 2],
    ['a free place of windows-1252', latin('# coding: cp1252\n\x81'), 17, 2],
    ['a free place of windows-1251', latin('# coding: cp1251\n\x98'), 17, 2],
    ['half of a Chinese character', latin('# coding: gbk\n\xc4'), 14, 2],
    ['no Japanese', latin('# coding: euc-jp\n\xa4\x0a'), 17, 2],
  ])('refuses bytes that mean nothing: %s', (_, bytes, byteOffset, line) => {
    expect.assertions(2);
    try {
      readSource(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(UndecodableBytesError);
      expect(error).toMatchObject({ byteOffset, line, code: 'undecodable-bytes' });
    }
  });
});
