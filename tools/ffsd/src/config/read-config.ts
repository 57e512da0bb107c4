import { type OptionValues, UsageError } from '@ffsd/codemod';
import { getNodeValue, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import schema from '../../ffsd.schema.json' with { type: 'json' };
import { findProblems, type Schema } from './find-problems.ts';

/**
 * What ffsd.json says. Comments and trailing commas are allowed, as in the files of TypeScript and Nx.
 *
 * @param path how the file is called in messages.
 * @throws UsageError that names every wrong place with its line.
 */
export function readConfig(path: string, text: string): OptionValues {
  const errors: ParseError[] = [];
  const tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error || !tree) {
    const what = error
      ? printParseErrorCode(error.error)
          .replace(/([a-z])([A-Z])/g, '$1 $2')
          .toLowerCase()
      : 'no value';
    throw new UsageError(
      'config/syntax',
      `${path}:${lineOf(text, error?.offset ?? 0)}: this is no JSON: ${what}`,
      'Comments and trailing commas are allowed; everything else is as in JSON.',
    );
  }
  const problems = findProblems(tree, schema as Schema);
  if (problems.length) {
    const lines = problems.map(({ offset, path: key, message, hint }) => {
      const subject = key === '' ? 'the document' : key;
      return `${path}:${lineOf(text, offset)}: ${subject} ${message}${problems.length > 1 ? `. ${hint}` : ''}`;
    });
    const hint = problems.length > 1 ? 'Mend these keys and run the command again.' : problems[0]!.hint;
    throw new UsageError('config/invalid', lines.join('\n'), hint);
  }
  return getNodeValue(tree);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
