import { parseModule } from 'libcst-wasm';
import { expect, it } from 'vitest';
import { python } from './python.ts';
import { isWhole, libraryFiles } from './standard-library.ts';

/**
 * Files of CPython 3.9 to 3.13 that are refused, and why. A file that is refused and not listed here fails the test, and
 * so does a listed one that is not refused.
 */
const REFUSED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['lib2to3/tests/data', 'test/test_lib2to3/data'].flatMap((folder) => [
      [`${folder}/bom.py`, 'Python 2: a print statement'],
      [`${folder}/crlf.py`, 'Python 2: a print statement'],
      [`${folder}/different_encoding.py`, 'Python 2: a print statement'],
      [`${folder}/false_encoding.py`, 'Python 2: a print statement'],
      [`${folder}/py2_test_grammar.py`, 'Python 2: octal numbers'],
    ]),
  ),
  'test/ann_module.py': 'the grammar of the crate: a target in parentheses with an annotation, `(x): int = 1`',
  'test/typinganndata/ann_module.py': 'the same',
  'test/test_grammar.py': 'the same',
  'test/badsyntax_3131.py': 'not Python, on purpose',
  'test/tokenizedata/badsyntax_3131.py': 'not Python, on purpose',
  ...(Number(python?.split('.')[1]) >= 12 && {
    'test/test_fstring.py': 'the crate loses white space after a conversion, `{x!s  }`, which Python takes since 3.12',
  }),
};

it.skipIf(python === null)(
  'parses the files of the standard library to trees that spell them',
  () => {
    const wrong: string[] = [];
    let count = 0;
    for (const { path, source } of libraryFiles(6)) {
      count++;
      const spelled = spell(source);
      if (spelled !== (path in REFUSED ? null : source)) {
        wrong.push(`${path} ${spelled === null ? 'is refused' : path in REFUSED ? 'is not refused' : 'is misspelled'}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(50);
  },
  isWhole ? 1_200_000 : 120_000,
);

/** The pieces that the lines and statements of the module hold, one after the other; null if the source is refused. */
function spell(source: string): string | null {
  try {
    const { header, body, footer } = parseModule(source);
    const mark = source.startsWith('\ufeff') ? '\ufeff' : '';
    return mark + [...header, ...body, ...footer].map(({ code }) => code).join('');
  } catch {
    return null;
  }
}
