import { isParsedDjango, parseDjango } from '@ffsd/templates';
import { runInPython } from '../laws/python-host.ts';
import type { Language, Subject } from './try-removal.ts';

/** Templates, rendered by Django and Jinja as they are installed. */
export const inTemplates: Language = {
  parseError,
  behaviourOf,
  isBroken: (behaviour) => behaviour.includes('UndefinedError'),
  readsIn,
};

function parseError(path: string, text: string): string | undefined {
  const parsed = parseDjango(path, text);
  return isParsedDjango(parsed) ? undefined : `${parsed.message}, line ${parsed.line}`;
}

async function behaviourOf({ path, text, run, value }: Subject): Promise<string> {
  const { trace, end } = await runInPython(
    new Map([[path, text]]),
    { path: 'run.py', text: run },
    { flag: 'checkout', value },
  );
  if (end.includes('TemplateSyntaxError')) throw new Error(`the template is none: ${end}\n${text}`);
  return [...trace, end].join('\n');
}

function readsIn(_: string, text: string): number {
  return text.match(/flags\.checkout|isEnabled\('checkout'\)/g)?.length ?? 0;
}
