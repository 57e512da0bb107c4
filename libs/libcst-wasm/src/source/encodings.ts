/** An encoding of Python that can be read here. */
export interface Encoding {
  /** As Python's codecs name it. */
  readonly name: string;
  /**
   * How its bytes become characters. `bytes` are those of Latin-1 with changes; `one-byte` and `more-bytes` are asked of
   * TextDecoder under `label`.
   */
  readonly kind: 'utf-8' | 'ascii' | 'bytes' | 'one-byte' | 'more-bytes';
  readonly label: string;
  /** Characters that differ: for `bytes` from Latin-1 (byte by character), for the others from TextDecoder. */
  readonly instead: ReadonlyMap<string, string>;
}

/**
 * The encoding of a name as Python finds it: case does not matter, and any run of other signs is one underscore.
 * Undefined for what Python does not know, what is no text (`rot13`), and what cannot be read here.
 */
export function encodingNamed(name: string): Encoding | undefined {
  const plain = name.toLowerCase().replaceAll('_', '-');
  // Editors add the line ends: `utf-8-unix`, `latin-1-dos`.
  if (/^utf-8(-|$)/.test(plain)) return byName.get('utf_8');
  if (/^(latin-1|iso-8859-1|iso-latin-1)(-|$)/.test(plain)) return byName.get('latin_1');
  return byName.get(name.toLowerCase().replace(/[^a-z0-9.]+/g, '_'));
}

// Where Node's TextDecoder reads windows-1252 as Latin-1 (it does in some versions), the euro sign would be a control
// character; so the two relatives of Latin-1 are spelled out.
const cp1252 = pairs(
  '\x80\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8e\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9e\x9f\x81\x8d\x8f\x90\x9d',
  '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\ufffd\ufffd\ufffd\ufffd\ufffd',
);
const latin5 = pairs('ÐÝÞðýþ', 'ĞİŞğış');

// A free place that Node fills as Latin-1 does.
const greek = pairs('ª', '\ufffd');

// The tables of the web have the wide forms of a few symbols where Python has the others.
const japanese = pairs('～∥－￠￡￢', '〜‖−¢£¬');
const chinese = pairs('·—', '・―');
const taiwanese = pairs('‧﹑¯～⊕⊙∕﹨￥￠￡', '•､‾∼♁☉／＼¥¢£');

const none = pairs('', '');

const rows: readonly (readonly [
  kind: Encoding['kind'],
  label: string,
  names: string,
  instead?: Encoding['instead'],
])[] = [
  ['utf-8', 'utf-8', 'utf-8 utf_8 u8 utf utf8 utf8_ucs2 utf8_ucs4 cp65001'],
  [
    'ascii',
    'ascii',
    'ascii 646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6 us us_ascii',
  ],
  [
    'bytes',
    'latin1',
    'iso8859-1 latin_1 8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100 l1 latin latin1',
  ],
  ['bytes', 'windows-1252', 'cp1252 1252 windows_1252', cp1252],
  ['bytes', 'iso-8859-9', 'iso8859-9 csisolatin5 iso8859_9 iso_8859_9 iso_8859_9_1989 iso_ir_148 l5 latin5', latin5],
  ['one-byte', 'windows-1250', 'cp1250 1250 windows_1250'],
  ['one-byte', 'windows-1251', 'cp1251 1251 windows_1251'],
  ['one-byte', 'windows-1253', 'cp1253 1253 windows_1253', greek],
  ['one-byte', 'windows-1254', 'cp1254 1254 windows_1254'],
  ['one-byte', 'windows-1255', 'cp1255 1255 windows_1255'],
  ['one-byte', 'windows-1256', 'cp1256 1256 windows_1256'],
  ['one-byte', 'windows-1257', 'cp1257 1257 windows_1257'],
  ['one-byte', 'windows-1258', 'cp1258 1258 windows_1258'],
  ['one-byte', 'iso-8859-2', 'iso8859-2 csisolatin2 iso8859_2 iso_8859_2 iso_8859_2_1987 iso_ir_101 l2 latin2'],
  ['one-byte', 'iso-8859-3', 'iso8859-3 csisolatin3 iso8859_3 iso_8859_3 iso_8859_3_1988 iso_ir_109 l3 latin3'],
  ['one-byte', 'iso-8859-4', 'iso8859-4 csisolatin4 iso8859_4 iso_8859_4 iso_8859_4_1988 iso_ir_110 l4 latin4'],
  ['one-byte', 'iso-8859-5', 'iso8859-5 csisolatincyrillic cyrillic iso8859_5 iso_8859_5 iso_8859_5_1988 iso_ir_144'],
  [
    'one-byte',
    'iso-8859-6',
    'iso8859-6 arabic asmo_708 csisolatinarabic ecma_114 iso8859_6 iso_8859_6 iso_8859_6_1987 iso_ir_127',
  ],
  [
    'one-byte',
    'iso-8859-7',
    'iso8859-7 csisolatingreek ecma_118 elot_928 greek greek8 iso8859_7 iso_8859_7 iso_8859_7_1987 iso_ir_126',
  ],
  ['one-byte', 'iso-8859-8', 'iso8859-8 csisolatinhebrew hebrew iso8859_8 iso_8859_8 iso_8859_8_1988 iso_ir_138'],
  ['one-byte', 'iso-8859-10', 'iso8859-10 csisolatin6 iso8859_10 iso_8859_10 iso_8859_10_1992 iso_ir_157 l6 latin6'],
  ['one-byte', 'iso-8859-13', 'iso8859-13 iso8859_13 iso_8859_13 l7 latin7'],
  ['one-byte', 'iso-8859-14', 'iso8859-14 iso8859_14 iso_8859_14 iso_8859_14_1998 iso_celtic iso_ir_199 l8 latin8'],
  ['one-byte', 'iso-8859-15', 'iso8859-15 iso8859_15 iso_8859_15 l9 latin9'],
  ['one-byte', 'koi8-r', 'koi8-r koi8_r cskoi8r'],
  ['one-byte', 'koi8-u', 'koi8-u koi8_u'],
  ['one-byte', 'macintosh', 'mac-roman mac_roman macintosh macroman'],
  ['one-byte', 'x-mac-cyrillic', 'mac-cyrillic mac_cyrillic maccyrillic'],
  ['one-byte', 'ibm866', 'cp866 866 csibm866 ibm866'],
  ['more-bytes', 'shift_jis', 'shift_jis csshiftjis s_jis shiftjis sjis x_mac_japanese', japanese],
  ['more-bytes', 'shift_jis', 'cp932 932 ms932 ms_kanji mskanji windows_31j'],
  ['more-bytes', 'euc-jp', 'euc_jp eucjp u_jis ujis', japanese],
  ['more-bytes', 'gbk', 'gbk 936 cp936 ms936'],
  [
    'more-bytes',
    'gbk',
    'gb2312 chinese csiso58gb231280 euc_cn euccn eucgb2312_cn gb2312_1980 gb2312_80 iso_ir_58 x_mac_simp_chinese',
    chinese,
  ],
  ['more-bytes', 'big5', 'big5 big5_tw csbig5 x_mac_trad_chinese', taiwanese],
  ['more-bytes', 'big5', 'cp950 950 ms950'],
  ['more-bytes', 'euc-kr', 'euc_kr euckr korean ks_c_5601 ks_c_5601_1987 ks_x_1001 ksc5601 ksx1001 x_mac_korean'],
];

const byName: ReadonlyMap<string, Encoding> = new Map(
  rows.flatMap(([kind, label, names, instead = none]) => {
    const [name = '', ...others] = names.split(' ');
    const encoding: Encoding = { name, kind, label, instead };
    return [name, ...others].map((alias) => [alias, encoding] as const);
  }),
);

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  return new Map([...from].map((char, index) => [char, [...to][index]!]));
}
