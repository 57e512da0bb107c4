import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Case, readCases } from '@ffsd/cases';
import type { Codemod } from '@ffsd/codemod';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A Markdown file with cases, and the codemod that they belong to. */
export interface CaseFolderFile {
  readonly codemod: Codemod;
  /** Relative to the repository. */
  readonly source: string;
  readonly markdown: string;
  /** The page of the codemod, which holds more than cases. */
  readonly page: boolean;
  readonly cases: readonly Case[];
}

/** Every file with cases of every codemod. With `CASES=else-if` only files whose path contains the text. */
export async function allCaseFiles(): Promise<readonly CaseFolderFile[]> {
  const files: CaseFolderFile[] = [];
  for (const folder of readdirSync(`${root}codemods`).sort()) {
    const codemod = await loadCodemod(folder);
    for (const { source, page } of sourcesOf(folder)) {
      if (!source.includes(process.env.CASES ?? '')) continue;
      const markdown = readFileSync(root + source, 'utf8');
      files.push({ codemod, source, markdown, page, cases: readCases(source, markdown, { page }) });
    }
  }
  return files;
}

export function writeCaseFile(source: string, markdown: string): void {
  writeFileSync(root + source, markdown);
}

function sourcesOf(folder: string): { source: string; page: boolean }[] {
  const sources: { source: string; page: boolean }[] = [];
  const page = `codemods/${folder}/README.md`;
  if (existsSync(root + page)) sources.push({ source: page, page: true });
  const fixtures = `codemods/${folder}/fixtures`;
  for (const name of existsSync(root + fixtures) ? readdirSync(root + fixtures).sort() : []) {
    if (name.endsWith('.md')) sources.push({ source: `${fixtures}/${name}`, page: false });
  }
  return sources;
}

async function loadCodemod(folder: string): Promise<Codemod> {
  const module = (await import(`${root}codemods/${folder}/codemod.ts`)) as Record<string, unknown>;
  const codemod = Object.values(module).find(isCodemod);
  if (!codemod) throw new Error(`codemods/${folder}/codemod.ts exports no codemod`);
  return codemod;
}

function isCodemod(value: unknown): value is Codemod {
  return typeof value === 'object' && value !== null && 'plan' in value;
}
