import { type Kept, type Step, unifiedDiff } from '@ffsd/changes';
import { type Paint, paint, paintDiff } from './paint.ts';
import { groupsOf, keptOf, type Report, unparsableOf } from './report.ts';
import { summarySentence } from './summary.ts';

export interface TextOptions {
  readonly color?: boolean | undefined;
  /** Also what supports each change. */
  readonly verbose?: boolean | undefined;
  /** False leaves the diffs out, where they are on the disk already. */
  readonly diffs?: boolean | undefined;
}

/**
 * The report for a terminal: each change with its diff, by project, then what was kept and why, and one line of summary.
 * Diffs stand at the left margin, so that they can be copied into `git apply`.
 */
export function textReport(report: Report, { color = false, verbose = false, diffs = true }: TextOptions = {}): string {
  const colors = paint(color);
  const blocks: string[] = [];
  for (const { heading, steps } of groupsOf(report)) {
    if (heading !== undefined) blocks.push(colors.bold(colors.cyan(`# ${heading}`)));
    blocks.push(...steps.map((step) => textOf(step, colors, { verbose, diffs })));
  }
  const kept = keptOf(report);
  if (kept.length) blocks.push(`${colors.bold('Kept as it is')}\n${table(kept, colors)}`);
  const unparsable = unparsableOf(report);
  if (unparsable.length) {
    blocks.push(
      `${colors.bold('Not parsed, so left alone')}\n${unparsable.map((one) => `  ${placeOf(one)}  ${one.because}`).join('\n')}`,
    );
  }
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

function table(kept: readonly Kept[], colors: Paint): string {
  const places = Math.min(60, Math.max(...kept.map((one) => placeOf(one).length)));
  const codes = Math.max(...kept.map(({ code }) => code.length));
  return kept
    .map((one) => `  ${placeOf(one).padEnd(places)}  ${colors.yellow(one.code.padEnd(codes))}  ${one.because}`)
    .join('\n');
}

function placeOf({ place }: Kept): string {
  return `${place.path}:${place.line}`;
}

function wrapped(why: string): readonly string[] {
  return why === '' ? [] : why.split('\n').map((line) => `  ${line}`);
}
