import { type CaseRun, runCase } from '@ffsd/cases';
import { expect } from 'vitest';
import type { Law } from './law.ts';

export const otherFilesStay: Law = {
  title: 'files outside the changes stay as they are, and one that does not parse is reported and stops nothing',
  check({ codemod, case: one, run }) {
    const touched = new Set(run.set.steps.flatMap(({ files }) => files.flatMap(({ path, to = path }) => [path, to])));
    for (const [path, text] of run.before) if (!touched.has(path)) expect(run.after.get(path), path).toBe(text);

    const isPython = one.files.some(({ path }) => path.endsWith('.py'));
    const broken = isPython
      ? { path: 'src/broken_file.py', text: brokenPython(one.options) }
      : { path: 'src/broken-file.ts', text: brokenText(one.options) };
    const withBroken = runCase(codemod, { ...one, files: [...one.files, broken] });
    expect(withBroken.after.get(broken.path)).toBe(broken.text);
    // What the file holds is not known, so a definition that it may use can stay; a read elsewhere is decided all the same.
    const titles = titlesOf(run);
    expect(titlesOf(withBroken).filter((title) => !titles.includes(title))).toEqual([]);
    expect(titlesOf(withBroken)[0]).toBe(titles[0]);
    const reported = withBroken.set.kept.filter(({ place }) => place.path === broken.path);
    expect(reported.map(({ code }) => code)).toEqual(['unparsable']);
  },
};

function titlesOf({ set }: CaseRun): string[] {
  return set.steps.map(({ change }) => change.title);
}

/** With everything that makes a codemod look at a file: the strings of its options, and what is read in the cases. */
function brokenText(options: Readonly<Record<string, unknown>>): string {
  const words = JSON.stringify(options);
  return `const words = ${JSON.stringify(words)};\ntry { isEnabled('${String(options.flag)}') } catch (error) { throw error }\nif (;\n`;
}

function brokenPython(options: Readonly<Record<string, unknown>>): string {
  const words = JSON.stringify(options);
  return `words = ${JSON.stringify(words)}\ntry:\n    is_enabled('${String(options.flag)}')\nexcept ValueError:\n    pass\nif (:\n`;
}
