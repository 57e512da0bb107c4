import type { Texts } from '@ffsd/cases';
import { isParsed, parse, type SourceFile, type Unparsable } from '@ffsd/typescript';

/** The trees of those files that are TypeScript or JavaScript. */
export function parsedOf(texts: Texts): {
  readonly parsed: readonly SourceFile[];
  readonly unparsable: readonly Unparsable[];
} {
  const parsed: SourceFile[] = [];
  const unparsable: Unparsable[] = [];
  for (const [path, text] of texts) {
    if (!/\.[cm]?[jt]sx?$/.test(path)) continue;
    const result = parse(path, text);
    if (isParsed(result)) parsed.push(result);
    else unparsable.push(result);
  }
  return { parsed, unparsable };
}
