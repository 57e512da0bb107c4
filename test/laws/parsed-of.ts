import type { Texts } from '@ffsd/cases';
import * as python from '@ffsd/python';
import { type DjangoFile, isParsedDjango, parseDjango } from '@ffsd/templates';
import { isCode, isParsed, parse, type SourceFile, type Unparsable } from '@ffsd/typescript';

/** The trees of those files that are TypeScript or JavaScript, or components with a script. */
export function parsedOf(texts: Texts): {
  readonly parsed: readonly SourceFile[];
  readonly unparsable: readonly Unparsable[];
} {
  const parsed: SourceFile[] = [];
  const unparsable: Unparsable[] = [];
  for (const [path, text] of texts) {
    if (!isCode(path)) continue;
    const result = parse(path, text);
    if (isParsed(result)) parsed.push(result);
    else unparsable.push(result);
  }
  return { parsed, unparsable };
}

/** The same for Python. */
export function pythonOf(texts: Texts): {
  readonly parsed: readonly python.SourceFile[];
  readonly unparsable: readonly python.Unparsable[];
} {
  const parsed: python.SourceFile[] = [];
  const unparsable: python.Unparsable[] = [];
  for (const [path, text] of texts) {
    if (!/\.pyi?$/.test(path)) continue;
    const result = python.parse(path, text);
    if (python.isParsed(result)) parsed.push(result);
    else unparsable.push(result);
  }
  return { parsed, unparsable };
}

/** The same for templates of Django and Jinja. */
export function templatesOf(texts: Texts): {
  readonly parsed: readonly DjangoFile[];
  readonly unparsable: readonly Unparsable[];
} {
  const parsed: DjangoFile[] = [];
  const unparsable: Unparsable[] = [];
  for (const [path, text] of texts) {
    if (!/\.(?:html|txt|jinja2?|j2|djhtml)$/.test(path)) continue;
    const result = parseDjango(path, text);
    if (isParsedDjango(result)) parsed.push(result);
    else unparsable.push(result);
  }
  return { parsed, unparsable };
}
