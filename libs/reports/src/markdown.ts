import { type Step, unifiedDiff } from '@ffsd/changes';
import type { TreeRow } from './change-tree.ts';
import { hasTree, type KeptGroup, keptGroups, ownersIn, topicsOf } from './overview.ts';
import { groupsOf, type Report, unparsableOf } from './report.ts';
import { summarySentence } from './summary.ts';

/** The report for a pull request, an issue or a file. */
export function markdownReport(report: Report): string {
  const blocks = [`# ffsd ${report.command}`, `${report.dryRun ? 'Dry run: ' : ''}${summarySentence(report)}`];
  blocks.push(...overviewOf(report));
  for (const { heading, steps } of groupsOf(report)) {
    if (heading !== undefined) blocks.push(`## ${escaped(heading)}`);
    blocks.push(...steps.map(markdownOf));
  }
  const kept = keptGroups(report);
  if (kept.length) blocks.push('## Kept as it is', ...kept.flatMap(markdownOfKept));
  const unparsable = unparsableOf(report);
  if (unparsable.length) {
    const rows = unparsable.map(({ place, because }) => `| \`${place.path}:${place.line}\` | ${cell(because)} |`);
    blocks.push('## Not parsed, so left alone', ['| place | |', '|---|---|', ...rows].join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

/** What a reviewer wants to know before the first diff. */
function overviewOf(report: Report): readonly string[] {
  const blocks: string[] = [];
  for (const topic of topicsOf(report).filter(hasTree)) {
    const { name, steps, files, rows } = topic;
    const title = name === undefined ? 'What follows from what' : `What follows from ${escaped(name)}`;
    blocks.push(`## ${title}`, `${steps.length} changes in ${files} file${files === 1 ? '' : 's'}.`);
    blocks.push(rows.map(row).join('\n'));
  }
  const tasks = report.tasks ?? [];
  if (tasks.length) {
    // A box to tick, where the page of a pull request has them.
    const items = tasks.map(
      ({ text, place }) => `- [ ] ${escaped(text)}${place ? ` (\`${place.path}:${place.line}\`)` : ''}`,
    );
    blocks.push('## To do elsewhere', items.join('\n'));
  }
  const owners = ownersIn(report);
  if (owners) {
    const rows = owners.map(({ owners: names, files }) => {
      const list = files.map((path) => `\`${path}\``).join(', ');
      return `| ${cell(names.join(' ')) || 'nobody'} | ${list} |`;
    });
    blocks.push('## Owners', ['| owner | files |', '|---|---|', ...rows].join('\n'));
  }
  if (report.verified) {
    const { lines, problems } = report.verified;
    const told = problems.map(({ text, place, change }) => {
      const where = place ? ` (\`${place.path}:${place.line}\`)` : '';
      return `- **${escaped(text)}**${where}${change === undefined ? '' : `, since \`${change}\``}`;
    });
    blocks.push('## Verified', [...lines.map((line) => `- ${escaped(line)}`), ...told].join('\n'));
  }
  return blocks;
}

function row({ step: { change }, depth, alsoNeeds }: TreeRow): string {
  const also = alsoNeeds.length > 0 ? `, needs also ${alsoNeeds.map((id) => `\`${id}\``).join(', ')}` : '';
  return `${'  '.repeat(depth)}- \`${change.id}\` ${escaped(change.title)} (${change.safety}${also})`;
}

function markdownOfKept({ code, explanation, kept }: KeptGroup): readonly string[] {
  const rows = kept.map(({ place, because }) => `| \`${place.path}:${place.line}\` | ${cell(because)} |`);
  return [
    `### \`${code}\``,
    ...(explanation === undefined ? [] : [escaped(explanation)]),
    ['| place | |', '|---|---|', ...rows].join('\n'),
  ];
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
