import { type Kept, type Place, type Step, unifiedDiff } from '@ffsd/changes';
import { hasTree, type KeptGroup, keptGroups, type Owned, ownersIn, type Topic, topicsOf } from './overview.ts';
import { type Paint, paint, paintDiff } from './paint.ts';
import { groupsOf, type Report, unparsableOf } from './report.ts';
import { summarySentence } from './summary.ts';
import type { Verified } from './verified.ts';

export interface TextOptions {
  readonly color?: boolean | undefined;
  /** Also what supports each change. */
  readonly verbose?: boolean | undefined;
  /** False leaves the diffs out, where they are on the disk already. */
  readonly diffs?: boolean | undefined;
}

/**
 * The report for a terminal: each change with its diff, by project, then what follows from what, what was kept and why,
 * what is left to do, and one line of summary.
 * Diffs stand at the left margin, so that they can be copied into `git apply`.
 */
export function textReport(report: Report, { color = false, verbose = false, diffs = true }: TextOptions = {}): string {
  const colors = paint(color);
  const blocks: string[] = [];
  for (const { heading, steps } of groupsOf(report)) {
    if (heading !== undefined) blocks.push(colors.bold(colors.cyan(`# ${heading}`)));
    blocks.push(...steps.map((step) => textOf(step, colors, { verbose, diffs })));
  }
  blocks.push(
    ...topicsOf(report)
      .filter(hasTree)
      .map((topic) => treeOf(topic, colors, verbose)),
  );
  const kept = keptGroups(report);
  if (kept.length) {
    blocks.push(`${colors.bold('Kept as it is')}\n${kept.map((group) => textOfKept(group, colors)).join('\n')}`);
  }
  const unparsable = unparsableOf(report);
  if (unparsable.length) {
    blocks.push(
      `${colors.bold('Not parsed, so left alone')}\n${unparsable.map((one) => `  ${placeOf(one)}  ${one.because}`).join('\n')}`,
    );
  }
  const tasks = report.tasks ?? [];
  if (tasks.length) {
    blocks.push(
      `${colors.bold('To do elsewhere')}\n${tasks.map(({ text, place }) => `  - ${text}${at(place)}`).join('\n')}`,
    );
  }
  const owners = ownersIn(report);
  if (owners) blocks.push(`${colors.bold('Owners')}\n${owners.map(textOfOwned).join('\n')}`);
  if (report.verified) blocks.push(textOfVerified(report.verified, colors));
  blocks.push(colors.bold(summarySentence(report)));
  return `${blocks.join('\n\n')}\n`;
}

/** One change: title, grade and id, the reason, and its diffs. */
export function textOf(
  { change, files }: Step,
  colors: Paint,
  { verbose = false, diffs = true }: TextOptions = {},
): string {
  const grade = change.safety === 'safe' ? colors.green('safe') : colors.yellow('review');
  const lines = [`${colors.bold(change.title)}  ${grade}  ${colors.dim(change.id)}`, ...wrapped(change.why)];
  if (change.dependsOn.length) lines.push(colors.dim(`  needs ${change.dependsOn.join(', ')}`));
  if (verbose) {
    for (const { kind, text, place } of change.evidence) {
      lines.push(colors.dim(`  ${kind}: ${text}${place ? ` (${place.path}:${place.line})` : ''}`));
    }
  }
  if (diffs) lines.push(...files.map((file) => paintDiff(unifiedDiff(file).trimEnd(), colors)));
  return lines.join('\n');
}

/** From this many rows on, a tree shows what stands at its root alone, and how much follows. */
const manyRows = 40;

function treeOf({ name, rows, steps, files }: Topic, colors: Paint, verbose: boolean): string {
  const isShort = !verbose && rows.length > manyRows;
  const shown = isShort ? rows.filter(({ depth }) => depth === 0) : rows;
  const lines = shown.map(({ step: { change }, depth, alsoNeeds, below }) => {
    const grade = change.safety === 'safe' ? '' : `  ${colors.yellow('review')}`;
    const also = alsoNeeds.length > 0 ? colors.dim(`  needs also ${alsoNeeds.join(', ')}`) : '';
    const more = isShort && below > 0 ? colors.dim(`  and ${below} that ${below === 1 ? 'follows' : 'follow'}`) : '';
    return `${'  '.repeat(depth + 1)}${colors.dim(change.id)}  ${change.title}${grade}${also}${more}`;
  });
  const title = name === undefined ? 'What follows from what' : `What follows from ${name}`;
  const count = `${steps.length} changes in ${files} file${files === 1 ? '' : 's'}`;
  return [`${colors.bold(title)}  ${colors.dim(count)}`, ...lines].join('\n');
}

function textOfKept({ code, explanation, kept }: KeptGroup, colors: Paint): string {
  const places = Math.min(60, Math.max(...kept.map((one) => placeOf(one).length)));
  const head = `  ${colors.yellow(code)}${explanation === undefined ? '' : `  ${colors.dim(explanation)}`}`;
  return [head, ...kept.map((one) => `    ${placeOf(one).padEnd(places)}  ${one.because}`)].join('\n');
}

function textOfOwned({ owners, files }: Owned): string {
  const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
  return `  ${owners.join(' ') || 'nobody'}  ${files.slice(0, 3).join(', ')}${more}`;
}

function textOfVerified({ lines, problems }: Verified, colors: Paint): string {
  const told = problems.map(({ text, place, change }) => {
    const since = change === undefined ? '' : `  ${colors.dim(`since ${change}`)}`;
    return `  ${colors.red(text)}${at(place)}${since}`;
  });
  return [colors.bold('Verified'), ...lines.map((line) => `  ${line}`), ...told].join('\n');
}

function at(place: Place | undefined): string {
  return place === undefined ? '' : ` (${place.path}:${place.line})`;
}

function placeOf({ place }: Kept): string {
  return `${place.path}:${place.line}`;
}

function wrapped(why: string): readonly string[] {
  return why === '' ? [] : why.split('\n').map((line) => `  ${line}`);
}
