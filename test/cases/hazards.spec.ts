import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Case, readCases } from '@ffsd/cases';
import { describe, expect, it } from 'vitest';
import { anchorOf } from './anchor-of.ts';

const docs = fileURLToPath(new URL('../../docs/', import.meta.url));
const rows = rowsOf(readFileSync(`${docs}hazards.md`, 'utf8'));
const columns = { typescript: /\.[cm]?[jt]sx?$/, python: /\.(?:py|html|jinja2?)$/ } as const;
const values: Readonly<Record<string, (value: unknown) => boolean>> = {
  on: (value) => value === true,
  off: (value) => value === false,
  text: (value) => typeof value === 'string',
};

it('has every hazard and every precondition, in order', () => {
  const numbered = (letter: string, count: number, width: number) =>
    Array.from({ length: count }, (_, index) => letter + String(index + 1).padStart(width, '0'));
  expect(rows.map(({ name }) => name)).toEqual([...numbered('H', 100, 2), ...numbered('P', 6, 1)]);
});

describe.each(rows.filter(({ name }) => name.startsWith('H')))('$name', ({ cells: [typescript, python] }) => {
  it.each([
    ['typescript', typescript!],
    ['python', python!],
  ] as const)('has cases in %s for both values, or says why there are none', (language, cell) => {
    const links = linksOf(cell);
    if (links.length === 0) {
      expect(cell).toMatch(/^– \S/);
      return;
    }
    const labels = links.map(({ label }) => label);
    expect(labels.includes('text') || (labels.includes('on') && labels.includes('off')), cell).toBe(true);
    for (const { label, file, anchor } of links) {
      const found = casesIn(file).find(({ title }) => anchorOf(title) === anchor);
      expect(found, `${file}#${anchor}`).toBeDefined();
      expect(values[label]?.(found!.options.value), `${file}#${anchor} is ${label}`).toBe(true);
      expect(
        found!.files.some(({ path }) => columns[language].test(path)),
        `${file}#${anchor} is in ${language}`,
      ).toBe(true);
    }
  });
});

interface Row {
  readonly name: string;
  /** What stands behind the law. */
  readonly cells: readonly string[];
}

function rowsOf(page: string): readonly Row[] {
  return [...page.matchAll(/^\| ([HP]\d+) \| (.*) \|$/gm)].map(([, name, rest]) => ({
    name: name!,
    cells: rest!
      .split(/(?<!\\)\|/)
      .slice(1)
      .map((cell) => cell.trim()),
  }));
}

function linksOf(cell: string): readonly { label: string; file: string; anchor: string }[] {
  return [...cell.matchAll(/\[(\w+)\]\(([^)#]+)#([^)]*)\)/g)].map(([, label, file, anchor]) => ({
    label: label!,
    file: file!,
    anchor: anchor!,
  }));
}

const read = new Map<string, readonly Case[]>();

function casesIn(file: string): readonly Case[] {
  const cases = read.get(file) ?? readCases(file, readFileSync(docs + file, 'utf8'));
  read.set(file, cases);
  return cases;
}
