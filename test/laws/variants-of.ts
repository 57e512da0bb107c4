import { type Case, withBytes } from '@ffsd/cases';

/** The case as it is, with `\r\n`, and with a byte order mark. */
export function variantsOf(one: Case): readonly Case[] {
  const variants = [one];
  if (!one.bytes.crlf) variants.push(variant(one, 'crlf'));
  if (!one.bytes.bom) variants.push(variant(one, 'bom'));
  return variants;
}

export function variant(one: Case, option: 'crlf' | 'bom'): Case {
  return {
    ...one,
    bytes: { ...one.bytes, [option]: true },
    files: one.files.map((file) => withBytes(file, { [option]: true })),
  };
}
