import { readdirSync, readFileSync } from 'node:fs';
import ignore, { type Ignore } from 'ignore';
import { skippedFolders } from './skipped-folders.ts';

/** The files below a folder without git: .gitignore files are honoured at every level, and build output is left out. */
export function scanFiles(root: string): readonly string[] {
  const found: string[] = [];
  visit(root, '', [], found);
  return found;
}

/** Without git nothing says what is build output when there is no .gitignore. */
const skipped = new Set([...skippedFolders, 'dist']);

/** The rules of one .gitignore file, which count for paths below its folder. */
interface Rules {
  readonly folder: string;
  readonly rules: Ignore;
}

function visit(root: string, folder: string, above: readonly Rules[], found: string[]): void {
  const entries = entriesOf(`${root}/${folder}`);
  const rules = entries.some((entry) => entry.name === '.gitignore' && entry.isFile())
    ? [...above, { folder, rules: ignore().add(readFileSync(`${root}/${folder}.gitignore`, 'utf8')) }]
    : above;
  for (const entry of entries) {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name) && !isIgnored(`${path}/`, rules)) visit(root, `${path}/`, rules, found);
    } else if (entry.isFile() && !isIgnored(path, rules)) {
      found.push(path);
    }
  }
}

/** The nearest .gitignore that says something about the path decides, as in git. */
function isIgnored(path: string, all: readonly Rules[]): boolean {
  for (const { folder, rules } of all.toReversed()) {
    const { ignored, unignored } = rules.test(path.slice(folder.length));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** A folder that may not be read is left out, as git does. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
