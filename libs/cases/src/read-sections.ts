import { CaseError } from './case-error.ts';
import { type Block, scanMarkdown } from './scan-markdown.ts';

/** One case with its blocks sorted by what they are for. */
export interface Section {
  readonly title: string;
  readonly line: number;
  readonly files: readonly { readonly path: string; readonly block: Block }[];
  readonly options: Block | undefined;
  readonly driver: { readonly path: string; readonly block: Block } | undefined;
  readonly diff: Block | undefined;
  readonly kept: Block | undefined;
  /** Where the last block of the section ends. */
  readonly end: number;
}

export interface Sections {
  /** The options that stand before the first case. */
  readonly defaults: Block | undefined;
  readonly sections: readonly Section[];
}

export interface SectionOptions {
  /** The file is a page for readers: blocks without a role and sections without a file are no mistake. */
  readonly page?: boolean;
}

/**
 * Sorts the blocks of a Markdown file into cases.
 *
 * @throws CaseError when a block has no role, or when a role is given twice.
 */
export function readSections(path: string, markdown: string, { page = false }: SectionOptions = {}): Sections {
  const sections: Section[] = [];
  let current = emptySection('', 1);
  const close = (): void => {
    if (current.title === '') return;
    if (current.files.length > 0) sections.push(current);
    else if (!page) throw new CaseError(path, current.line, `the case "${current.title}" has no file`);
  };
  let defaults: Block | undefined;
  for (const item of scanMarkdown(path, markdown)) {
    if (item.kind === 'heading') {
      close();
      if (sections.some(({ title }) => title === item.title)) {
        throw new CaseError(path, item.line, `there is another case "${item.title}" in this file`);
      }
      current = emptySection(item.title, item.line);
    } else if (current.title === '') {
      if (isOptions(item)) defaults = once(path, defaults, item);
      else if (!page) throw new CaseError(path, item.line, 'before the first case only options can stand');
    } else {
      current = addBlock(path, current, item, page);
    }
  }
  close();
  return { defaults, sections };
}

function emptySection(title: string, line: number): Section {
  const none = { options: undefined, driver: undefined, diff: undefined, kept: undefined };
  return { title, line, files: [], ...none, end: 0 };
}

function addBlock(path: string, section: Section, block: Block, page: boolean): Section {
  const [language, role, more] = block.info;
  const next = { ...section, end: block.end };
  if (more !== undefined && !page) throw new CaseError(path, block.line, `"${more}" is one word too many`);
  if (isOptions(block)) return { ...next, options: once(path, section.options, block) };
  if (language === 'diff' && role === undefined) return { ...next, diff: once(path, section.diff, block) };
  if (language === 'kept' && role === undefined) return { ...next, kept: once(path, section.kept, block) };
  if (language === undefined || role === undefined) {
    if (page) return section;
    throw new CaseError(path, block.line, 'a block needs a language and the path of its file, or is diff or kept');
  }
  if (role === 'run') {
    if (section.driver) throw new CaseError(path, block.line, 'the case has a driver already');
    return { ...next, driver: { path: `run.${language}`, block } };
  }
  if (section.files.some((file) => file.path === role)) {
    throw new CaseError(path, block.line, `the case has a file ${role} already`);
  }
  return { ...next, files: [...section.files, { path: role, block }] };
}

function isOptions({ info }: Block): boolean {
  return info[0] === 'json' && info[1] === 'options';
}

function once(path: string, before: Block | undefined, block: Block): Block {
  if (before) throw new CaseError(path, block.line, `the block of line ${before.line} has this role already`);
  return block;
}
