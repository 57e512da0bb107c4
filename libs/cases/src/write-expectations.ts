import type { Expectation } from './case.ts';
import { readSections, type SectionOptions } from './read-sections.ts';
import type { Block } from './scan-markdown.ts';

/**
 * The Markdown file with its expectation blocks as they are given, and every other byte as it was.
 *
 * A block that is no longer needed goes with the empty line before it; a new one stands behind the last block of its case.
 *
 * @param expectations by the title of the case; cases that are not named stay as they are
 * @throws CaseError when the file is not in the format.
 */
export function writeExpectations(
  source: string,
  markdown: string,
  expectations: ReadonlyMap<string, Expectation>,
  options: SectionOptions = {},
): string {
  let result = markdown;
  // From the last to the first, so that the offsets of those before stay true.
  for (const section of readSections(source, markdown, options).sections.toReversed()) {
    const expected = expectations.get(section.title);
    if (!expected) continue;
    const roles = [
      { language: 'diff', block: section.diff, text: expected.diff },
      { language: 'kept', block: section.kept, text: expected.kept },
    ];
    const added = roles.filter(({ block, text }) => !block && text !== undefined);
    const insertion = added.map(({ language, text }) => `\n${fenced(language, text!)}`).join('');
    result = result.slice(0, section.end) + insertion + result.slice(section.end);
    const present = roles.filter((role): role is typeof role & { block: Block } => role.block !== undefined);
    for (const { language, block, text } of present.sort((a, b) => b.block.start - a.block.start)) {
      if (text === block.text) continue;
      const before = result.slice(0, block.start);
      const kept = text === undefined ? before.replace(/\n\n$/, '\n') : before + fenced(language, text);
      result = kept + result.slice(block.end);
    }
  }
  return result;
}

function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}${fence}\n`;
}
