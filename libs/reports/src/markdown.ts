import { type Step, unifiedDiff } from '@ffsd/changes';
import { groupsOf, keptOf, type Report, unparsableOf } from './report.ts';
import { summarySentence } from './summary.ts';

/** The report for a pull request, an issue or a file. */
export function markdownReport(report: Report): string {
  const blocks = [`# ffsd ${report.command}`, `${report.dryRun ? 'Dry run: ' : ''}${summarySentence(report)}`];
  for (const { heading, steps } of groupsOf(report)) {
    if (heading !== undefined) blocks.push(`## ${escaped(heading)}`);
    blocks.push(...steps.map(markdownOf));
  }
  const kept = keptOf(report);
  if (kept.length) {
    const rows = kept.map(
      ({ place, code, because }) => `| \`${place.path}:${place.line}\` | \`${code}\` | ${cell(because)} |`,
    );
    blocks.push('## Kept as it is', ['| place | reason | |', '|---|---|---|', ...rows].join('\n'));
  }
  const unparsable = unparsableOf(report);
  if (unparsable.length) {
    const rows = unparsable.map(({ place, because }) => `| \`${place.path}:${place.line}\` | ${cell(because)} |`);
    blocks.push('## Not parsed, so left alone', ['| place | |', '|---|---|', ...rows].join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

function markdownOf({ change, files }: Step): string {
  const needs = change.dependsOn.length ? ` · needs ${change.dependsOn.map((id) => `\`${id}\``).join(', ')}` : '';
  const blocks = [`### ${escaped(change.title)}`, `${change.safety} · \`${change.id}\`${needs}`];
  if (change.why !== '') blocks.push(escaped(change.why));
  blocks.push(...files.map((file) => fenced(unifiedDiff(file))));
  return blocks.join('\n\n');
}

function fenced(diff: string): string {
  // A diff of a Markdown file holds fences of its own.
  const longest = Math.max(2, ...[...diff.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}diff\n${diff.trimEnd()}\n${fence}`;
}

function cell(text: string): string {
  return escaped(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** Code in a title may hold `<Feature>`, which a page would take for a tag. What stands in backticks is safe already. */
function escaped(text: string): string {
  return text.replace(/`[^`]*`|[<>&*_[\]]/g, (found) =>
    found.startsWith('`') ? found : (entities[found] ?? `\\${found}`),
  );
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
