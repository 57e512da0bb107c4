import type { ByteOptions, Case, CaseFile } from './case.ts';
import { CaseError } from './case-error.ts';
import { readSections, type SectionOptions } from './read-sections.ts';
import type { Block } from './scan-markdown.ts';

/**
 * The cases of one Markdown file.
 *
 * @param source the path of the file, for messages and for the folder of its codemod
 * @throws CaseError when the file is not in the format.
 */
export function readCases(source: string, markdown: string, options: SectionOptions = {}): readonly Case[] {
  const codemod = /(?:^|\/)codemods\/([^/]+)\//.exec(source)?.[1] ?? '';
  const { defaults, sections } = readSections(source, markdown, options);
  const common = optionsOf(source, defaults);
  return sections.map(({ title, line, files, options: own, driver, diff, kept }) => {
    const { crlf, bom, noFinalNewline, ...rest } = { ...common, ...optionsOf(source, own) } as ByteOptions;
    const bytes: ByteOptions = {
      ...(crlf !== undefined && { crlf }),
      ...(bom !== undefined && { bom }),
      ...(noFinalNewline !== undefined && { noFinalNewline }),
    };
    return {
      codemod,
      source,
      line,
      title,
      files: files.map(({ path, block }) => withBytes({ path, text: block.text }, bytes)),
      options: rest,
      bytes,
      driver: driver && { path: driver.path, text: driver.block.text },
      expected: { diff: diff?.text, kept: kept?.text },
    };
  });
}

/** The file as it is on a disk where the options hold. JSON stays without a byte order mark, which it must not have. */
export function withBytes({ path, text }: CaseFile, { crlf, bom, noFinalNewline }: ByteOptions): CaseFile {
  let result = noFinalNewline ? text.replace(/\n$/, '') : text;
  if (crlf) result = result.replaceAll('\n', '\r\n');
  if (bom && !path.endsWith('.json')) result = `\uFEFF${result}`;
  return { path, text: result };
}

function optionsOf(source: string, block: Block | undefined): Readonly<Record<string, unknown>> {
  if (!block) return {};
  let value: unknown;
  try {
    value = JSON.parse(block.text);
  } catch (error) {
    throw new CaseError(source, block.line, `the options are no JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CaseError(source, block.line, 'the options must be an object');
  }
  return value as Record<string, unknown>;
}
