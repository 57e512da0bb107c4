import type { ListedFlags } from './list-flags.ts';

/** The list as one document, in the order that was asked for. */
export function flagsJson({ flags, dynamic, unparsable }: ListedFlags): string {
  const summary = {
    flags: flags.length,
    reads: flags.reduce((sum, { reads }) => sum + reads.length, 0),
    stale: flags.filter(({ hints }) => hints.length > 0).length,
  };
  return `${JSON.stringify({ version: 1, command: 'flags', flags, dynamic, unparsable, summary }, null, 2)}\n`;
}
