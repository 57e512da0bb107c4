import { addLines, type Lines, precision, recall, type Score } from './score.ts';

/** The scores as a table: a row per case, then a row per difficulty and one for all. */
export function scoreTable(scores: readonly Score[], markdown: boolean): string {
  const sorted = [...scores].sort((a, b) => a.flagCase.difficulty - b.flagCase.difficulty);
  const levels = [...new Set(sorted.map(({ flagCase }) => flagCase.difficulty))];
  const groups = levels.map((level) => sorted.filter(({ flagCase }) => flagCase.difficulty === level));
  const from = (least: number, most: number) =>
    sorted.filter(({ flagCase: { difficulty } }) => least <= difficulty && difficulty <= most);
  const ranges = [
    ['difficulty 1 and 2', from(1, 2)],
    ['difficulty 1 to 3', from(1, 3)],
    ['difficulty 4 and 5', from(4, 5)],
  ] as const;
  const rows = [
    ...sorted.map((score) => row(score.flagCase.id, String(score.flagCase.difficulty), [score])),
    ...groups.map((group) => row(`difficulty ${group[0]!.flagCase.difficulty}`, '', group)),
    ...ranges.filter(([, group]) => group.length > 0).map(([name, group]) => row(name, '', group)),
    row(`all ${sorted.length}`, '', sorted),
  ];
  return (markdown ? markdownTable : textTable)([heading, ...rows]);
}

const heading = [
  'case',
  'level',
  'recall',
  'precision',
  'person −',
  'ffsd −',
  'beyond −',
  'tests recall',
  'tests precision',
  'keys left (person)',
  'unparsable',
  'unresolved',
  'unused',
  'changes',
  'kept',
  's',
];

function row(name: string, level: string, scores: readonly Score[]): string[] {
  const source = addLines(scores.map((score) => score.source));
  const test = addLines(scores.map((score) => score.test));
  const sum = (count: (score: Score) => number) => String(scores.map(count).reduce((a, b) => a + b, 0));
  const crashes = scores.filter(({ removal }) => removal.crash !== undefined).length;
  return [
    crashes > 0 ? `${name} (crashed${scores.length > 1 ? `: ${crashes}` : ''})` : name,
    level,
    ratio(recall(source)),
    ratio(precision(source)),
    String(source.person),
    String(source.codemod),
    sum(({ beyond }) => beyond),
    tests(test, recall),
    tests(test, precision),
    `${sum(({ keysLeft }) => keysLeft.codemod)} (${sum(({ keysLeft }) => keysLeft.person)})`,
    sum(({ findings }) => findings.unparsable.length),
    sum(({ findings }) => findings.unresolved.length),
    sum(({ findings }) => findings.unused.length),
    sum(({ removal }) => removal.changes.length),
    sum(({ removal }) => removal.kept.length),
    scores.reduce((seconds, { removal }) => seconds + removal.seconds, 0).toFixed(1),
  ];
}

function tests(lines: Lines, share: (lines: Lines) => number): string {
  return lines.person === 0 && lines.codemod === 0 ? '' : ratio(share(lines));
}

function ratio(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(2);
}

function textTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ');
  return rows.map(line).join('\n');
}

function markdownTable([first, ...rows]: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  const rule = `|---|${first!
    .slice(1)
    .map(() => '--:|')
    .join('')}`;
  return [line(first!), rule, ...rows.map(line)].join('\n');
}

/** How often each reason for keeping was given, the most frequent first. */
export function keptByCode(scores: readonly Score[]): string {
  const counts = new Map<string, number>();
  for (const { removal } of scores) {
    for (const { code } of removal.kept) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');
}
