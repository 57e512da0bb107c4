import type { LineCount } from './lines-gone.ts';
import { readPatterns } from './read-patterns.ts';
import type { Score } from './score.ts';

/** What a reader needs to understand one score: where the codemod and the person differ, and what the codemod said itself. */
export function showScore({ flagCase, removal, findings, differences }: Score): string {
  const patterns = readPatterns(flagCase.callShapes, flagCase.flag);
  const lines = [`## ${flagCase.id}: ${flagCase.flag} = ${flagCase.value}, ${patterns.join(' and ')}`];
  if (flagCase.left_by_human) lines.push(`The person left: ${flagCase.left_by_human}`);
  if (removal.crash) lines.push(removal.crash);
  for (const { path, kind, missed, extra, written } of differences) {
    if (missed.size + extra.size + written.size === 0) continue;
    lines.push('', `${path} (${kind})`);
    lines.push(...list('  missed  - ', missed), ...list('  extra   - ', extra), ...list('  written + ', written));
  }
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

function list(prefix: string, lines: LineCount): readonly string[] {
  return [...lines].flatMap(([line, count]) => new Array<string>(count).fill(prefix + line));
}
