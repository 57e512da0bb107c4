import type { Workspace } from '@ffsd/workspace';
import type { FlagCase } from './case.ts';
import { diagnose, type Findings } from './diagnose.ts';
import { diagnosePython, isPython } from './diagnose-python.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { filesLeftBehind } from './files-left-behind.ts';
import { finishPythonRemoval } from './finish-python-removal.ts';
import { finishRemoval } from './finish-removal.ts';
import { inCommon, type LineCount, linesGone, total, without } from './lines-gone.ts';
import type { Removal } from './remove.ts';
import type { Overlay } from './trees.ts';

/** Numbers of deleted lines. */
export interface Lines {
  readonly person: number;
  readonly codemod: number;
  readonly common: number;
}

/** What one file lost by the person and by the codemod. */
export interface FileDifference {
  readonly path: string;
  readonly kind: FileKind;
  readonly before: string | undefined;
  readonly byPerson: string | undefined;
  readonly byCodemod: string | undefined;
  /** Lines that the person deleted and the codemod did not. */
  readonly missed: LineCount;
  /** Lines that the codemod deleted and the person did not. */
  readonly extra: LineCount;
  /** Lines that the codemod wrote and the person did not. */
  readonly written: LineCount;
}

export interface Score {
  readonly flagCase: FlagCase;
  readonly removal: Removal;
  readonly source: Lines;
  readonly test: Lines;
  /**
   * Lines that the codemod deleted where the person's work is unfinished, which count neither way: in source files that the person did
   * not touch although the key is in them, in declarations that the person left behind without a use, and in files that nothing imports
   * any more in the person's own tree.
   */
  readonly beyond: number;
  /** Occurrences of the key in source files. */
  readonly keysLeft: { readonly person: number; readonly codemod: number };
  readonly findings: Findings;
  readonly differences: readonly FileDifference[];
}

/** Compares what the codemod did with what the person did. */
export function score(flagCase: FlagCase, workspace: Workspace, person: Overlay, removal: Removal): Score {
  const counts = { source: noLines(), test: noLines() };
  let beyond = 0;
  const leftFiles = filesLeftBehind(workspace, person, removal.overlay);
  const differences: FileDifference[] = [];
  for (const path of [...new Set([...person.keys(), ...removal.overlay.keys()])].sort()) {
    const kind = fileKind(path);
    const before = workspace.read(path);
    const [byPerson, byCodemod] = [textAfter(person, path, before), textAfter(removal.overlay, path, before)];
    const [goneByPerson, goneByCodemod] = [linesGone(before, byPerson), linesGone(before, byCodemod)];
    differences.push({
      path,
      kind,
      before,
      byPerson,
      byCodemod,
      missed: without(goneByPerson, goneByCodemod),
      extra: without(goneByCodemod, goneByPerson),
      written: without(linesGone(byCodemod, before), linesGone(byPerson, before)),
    });
    if (kind === 'other') continue;
    if (leftFiles.has(path) || isTestOf(path, kind, leftFiles)) {
      beyond += total(goneByCodemod);
      continue;
    }
    if (kind === 'source' && !person.has(path) && occurrences(before, flagCase.flag) > 0) {
      beyond += total(goneByCodemod);
      continue;
    }
    counts[kind].person += total(goneByPerson);
    const leftBehind = goneInAddition(path, before, byPerson, goneByPerson, goneByCodemod);
    beyond += leftBehind;
    counts[kind].codemod += total(goneByCodemod) - leftBehind;
    counts[kind].common += total(inCommon(goneByPerson, goneByCodemod));
  }
  const keysLeft = {
    person: keysIn(flagCase, workspace, person),
    codemod: keysIn(flagCase, workspace, removal.overlay),
  };
  const findings = addFindings(diagnose(workspace, removal.overlay), diagnosePython(workspace, removal.overlay));
  return { flagCase, removal, ...counts, beyond, keysLeft, findings, differences };
}

/** Of what the person deleted, the share that the codemod deleted. NaN when there is nothing. */
export function recall({ person, common }: Lines): number {
  return common / person;
}

/** Of what the codemod deleted, the share that the person deleted. NaN when there is nothing. */
export function precision({ codemod, common }: Lines): number {
  return common / codemod;
}

export function addLines(lines: readonly Lines[]): Lines {
  const sum = noLines();
  for (const { person, codemod, common } of lines) {
    sum.person += person;
    sum.codemod += codemod;
    sum.common += common;
  }
  return sum;
}

/** A test beside a file that was left behind says nothing of the work on the flag either. */
function isTestOf(path: string, kind: FileKind, left: ReadonlySet<string>): boolean {
  const subject = path.replace(/[.-](?:test|spec|stories)(?=\.[cm]?[jt]sx?$)/, '');
  return kind === 'test' && subject !== path && left.has(subject);
}

function goneInAddition(
  path: string,
  before: string | undefined,
  byPerson: string | undefined,
  goneByPerson: LineCount,
  goneByCodemod: LineCount,
): number {
  const extra = without(goneByCodemod, goneByPerson);
  const finish = isPython(path) ? finishPythonRemoval : finishRemoval;
  if (extra.size === 0 || before === undefined || byPerson === undefined) return 0;
  return total(inCommon(extra, linesGone(before, finish(path, before, byPerson))));
}

function addFindings(one: Findings, other: Findings): Findings {
  return {
    unparsable: [...one.unparsable, ...other.unparsable],
    unresolved: [...one.unresolved, ...other.unresolved],
    unused: [...one.unused, ...other.unused],
    others: [...one.others, ...other.others],
  };
}

function noLines() {
  return { person: 0, codemod: 0, common: 0 };
}

function textAfter(overlay: Overlay, path: string, before: string | undefined): string | undefined {
  return overlay.has(path) ? overlay.get(path) : before;
}

function keysIn({ flag }: FlagCase, workspace: Workspace, overlay: Overlay): number {
  let sum = 0;
  for (const path of new Set([...workspace.search([flag]), ...overlay.keys()])) {
    if (fileKind(path) === 'source') sum += occurrences(textAfter(overlay, path, workspace.read(path)), flag);
  }
  return sum;
}

function occurrences(text: string | undefined, word: string): number {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text?.match(new RegExp(`(?<![\\w$-])${escaped}(?![\\w$-])`, 'g'))?.length ?? 0;
}
