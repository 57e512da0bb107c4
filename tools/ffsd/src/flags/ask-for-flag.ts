import type { OptionValues } from '@ffsd/codemod';
import { paint } from '@ffsd/reports';
import type { Workspace } from '@ffsd/workspace';
import type { ListedCodemod } from '../listed-codemod.ts';
import type { Terminal } from '../terminal.ts';
import type { ConfiguredFlag, FlagEntry } from './flag-entry.ts';
import { count } from './flags-table.ts';
import { listFlags } from './list-flags.ts';

/** What somebody answered, as options. Empty where nothing was missing, or nobody answered. */
export interface FlagAnswers {
  readonly flag?: string;
  readonly value?: string;
}

/** Whether a removal was not told its flag or its value, and ffsd.json does not tell it either. */
export function lacksFlag({ name }: Pick<ListedCodemod, 'name'>, { flag, value, flags }: OptionValues): boolean {
  if (name !== 'remove-switches') return false;
  const configured = (flags ?? {}) as Readonly<Record<string, ConfiguredFlag>>;
  if (flag === undefined) return !Object.values(configured).some((one) => one.value !== undefined);
  return value === undefined && configured[String(flag)]?.value === undefined;
}

/**
 * Asks on a terminal which of the flags that the code reads is settled, and to what. A static schema can hold no such list, so Nx
 * too leaves the question to this.
 */
export async function askForFlag(
  workspace: Workspace,
  values: OptionValues,
  terminal: Pick<Terminal, 'ask' | 'note' | 'hasColors'>,
): Promise<FlagAnswers> {
  const flag = values.flag === undefined ? await chosen(workspace, values, terminal) : String(values.flag);
  if (flag === undefined) return {};
  const asked = values.flag === undefined ? { flag } : {};
  if (values.value !== undefined) return asked;
  const value = await terminal.ask(`Which value does ${flag} have from now on? (true, false, a text, or JSON) `);
  return value === '' ? asked : { ...asked, value };
}

async function chosen(
  workspace: Workspace,
  values: OptionValues,
  terminal: Pick<Terminal, 'ask' | 'note' | 'hasColors'>,
): Promise<string | undefined> {
  const { flags } = await listFlags(workspace, {
    reads: (values.reads as readonly unknown[] | undefined) ?? [],
    presets: (values.presets as readonly string[] | undefined) ?? [],
    definitions: (values.definitions as readonly string[] | undefined) ?? [],
    flags: {},
    sort: 'reads',
    // Nobody asks git, so nothing has an age.
    today: '',
    olderThan: Number.POSITIVE_INFINITY,
  });
  if (flags.length === 0) return undefined;
  const { bold, dim } = paint(terminal.hasColors);
  const shown = flags.slice(0, most);
  for (const [at, flag] of shown.entries()) {
    terminal.note(`${String(at + 1).padStart(3)}  ${bold(flag.key)}  ${dim(describe(flag))}`);
  }
  if (shown.length < flags.length) terminal.note(`     and ${flags.length - shown.length} more (ffsd flags)`);
  const answer = await terminal.ask('Which flag is settled? (its number, or a key) ');
  // A key may be a number, and then it is meant: people see keys.
  const named = flags.some(({ key }) => key === answer) ? answer : shown[Number(answer) - 1]?.key;
  return named ?? (answer === '' ? undefined : answer);
}

const most = 30;

function describe({ reads, files, values }: FlagEntry): string {
  const compared =
    values.length > 0 ? `, compared with ${values.map((value) => JSON.stringify(value)).join(', ')}` : '';
  return `${count(reads.length, 'read')} in ${count(files.length, 'file')}${compared}`;
}
