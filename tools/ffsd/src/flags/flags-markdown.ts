import { columnsFor, flagsSentence } from './flags-table.ts';
import type { ListedFlags } from './list-flags.ts';

/** The list for an issue or a page, with every place. */
export function flagsMarkdown({ flags, dynamic, unparsable }: ListedFlags): string {
  const blocks = ['# ffsd flags', flagsSentence(flags)];
  if (flags.length > 0) {
    const columns = columnsFor(flags);
    const head = [...columns.map(({ title }) => title), 'may be stale'];
    const rule = [...columns.map(({ isNumber }) => (isNumber ? '--:' : '---')), '---'];
    const rows = flags.map((flag) => {
      const [key, ...others] = columns.map(({ cell }) => cell(flag));
      return [code(key!), ...others.map(plain), plain(flag.hints.map(({ text }) => text).join('; '))];
    });
    blocks.push([head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
    blocks.push('## Where they are read');
    const places = flags.map(({ key, reads }) => {
      const list = reads.map(({ path, line, date }) => `  - ${code(`${path}:${line}`)}${date ? ` (${date})` : ''}`);
      return [`- ${code(key)}`, ...list].join('\n');
    });
    blocks.push(places.join('\n'));
  }
  if (dynamic.length > 0) {
    const rows = dynamic.map((read) => `- ${code(`${read.path}:${read.line}`)} ${code(read.code)}`);
    blocks.push('## Reads whose key is put together while the program runs', rows.join('\n'));
  }
  if (unparsable.length > 0) {
    const rows = unparsable.map(({ path, line, message }) => `- ${code(`${path}:${line}`)} ${plain(message)}`);
    blocks.push('## Not parsed, so left out', rows.join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text.replaceAll('|', '\\|')}${fence}`;
}

function plain(text: string): string {
  return text
    .replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[*_[\]`|\\]/g, '\\$&')
    .replaceAll('\n', ' ');
}
