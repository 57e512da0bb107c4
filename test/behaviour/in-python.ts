import { findAll, isParsed, parse } from '@ffsd/python';
import { runInPython } from '../laws/python-host.ts';
import type { Language, Subject } from './try-removal.ts';

export const inPython: Language = {
  parseError,
  behaviourOf,
  isBroken: (behaviour) => /UnboundLocalError|NameError/.test(behaviour),
  readsIn,
};

function parseError(path: string, text: string): string | undefined {
  const parsed = parse(path, text);
  return isParsed(parsed) ? undefined : `${parsed.message}, line ${parsed.line}`;
}

async function behaviourOf({ path, text, run, value }: Subject): Promise<string> {
  const driver = { path: 'run.py', text: run };
  const { trace, end } = await runInPython(new Map([[path, text]]), driver, { flag: 'checkout', value });
  if (end.startsWith('raised SyntaxError')) throw new Error(`Python does not take the program: ${end}\n${text}`);
  return [...trace, end].join('\n');
}

function readsIn(path: string, text: string): number {
  const parsed = parse(path, text);
  if (!isParsed(parsed)) return 0;
  return findAll(parsed.tree, 'Call').filter(({ func }) => func.type === 'Name' && func.value === 'is_enabled').length;
}
