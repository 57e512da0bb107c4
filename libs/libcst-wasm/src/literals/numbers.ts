/** The value of an integer as it is written: `0xFF`, `1_000`, `0`. */
export const integerValue = (text: string): bigint => BigInt(withoutUnderscores(text));

/** The value of a float as it is written: `1.`, `.5`, `1_0e-3`. */
export const floatValue = (text: string): number => Number(withoutUnderscores(text));

const withoutUnderscores = (text: string): string => text.replaceAll('_', '');
