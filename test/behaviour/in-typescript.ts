import { isParsed, parse, walk } from '@ffsd/typescript';
import { transform } from 'esbuild';
import { runScript } from '../laws/run-driver.ts';
import type { Language, Subject } from './try-removal.ts';

export const inTypeScript: Language = {
  parseError,
  behaviourOf,
  isBroken: (behaviour) => behaviour.includes('before initialization'),
  readsIn,
};

function parseError(path: string, text: string): string | undefined {
  const parsed = parse(path, text);
  return isParsed(parsed) ? undefined : `${parsed.message}, line ${parsed.line}`;
}

async function behaviourOf({ text, run, value }: Subject): Promise<string> {
  const { code } = await transform(text, {
    loader: 'tsx',
    format: 'cjs',
    target: 'es2022',
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
  });
  const { trace, end } = runScript(`'use strict'; const exports = {}, module = { exports };\n${code}\n${run}`, {
    isEnabled: (key: string) => (key === 'checkout' ? value : false),
    flags: { checkout: value },
  });
  return [...trace, end].join('\n');
}

function readsIn(path: string, text: string): number {
  const parsed = parse(path, text);
  let found = 0;
  if (!isParsed(parsed)) return 0;
  walk(parsed.tree.program, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'isEnabled')
      found++;
  });
  return found;
}
