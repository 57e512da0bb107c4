import { unifiedDiff } from '@ffsd/changes';
import { type LineCount, total } from './lines-gone.ts';
import { readPatterns } from './read-patterns.ts';
import type { FileDifference, Score } from './score.ts';

/** What a reader needs to understand one score: where the codemod and the person differ, and what the codemod said itself. */
export function showScore({ flagCase, removal, findings, differences }: Score): string {
  const patterns = readPatterns(flagCase);
  const lines = [`## ${flagCase.id}: ${flagCase.flag} = ${flagCase.value}, ${patterns.join(' and ')}`];
  if (flagCase.left_by_human) lines.push(`The person left: ${flagCase.left_by_human}`);
  if (removal.crash) lines.push(removal.crash);
  for (const difference of differences) lines.push(...showFile(difference));
  for (const [kind, messages] of Object.entries(findings)) {
    lines.push(...messages.map((message: string) => `  ${kind}: ${message}`));
  }
  lines.push(
    '',
    ...removal.changes.map(({ id, safety, title, dependsOn }) => `  change ${id} ${safety}: ${title} [${dependsOn}]`),
  );
  lines.push(
    ...removal.kept.map(({ place, code, because }) => `  kept ${place.path}:${place.line} ${code}: ${because}`),
  );
  return lines.join('\n');
}

function showFile({
  path,
  kind,
  before,
  byPerson,
  byCodemod,
  missed,
  extra,
  written,
}: FileDifference): readonly string[] {
  const diff = unifiedDiff({ path, before, after: byCodemod, edits: [] });
  const lines = diff === '' ? ['', `${path} was not touched`] : ['', diff.trimEnd()];
  if (missed.size + extra.size + written.size === 0) return lines;
  lines.push(`  where the person did otherwise (${kind}):`);
  if (byPerson === undefined && byCodemod !== undefined)
    return [...lines, `  missed: the whole file of ${total(missed)} lines`];
  return [...lines, ...list('  missed  - ', missed), ...list('  extra   - ', extra), ...list('  written + ', written)];
}

function list(prefix: string, lines: LineCount): readonly string[] {
  return [...lines].flatMap(([line, count]) => new Array<string>(count).fill(prefix + line));
}
