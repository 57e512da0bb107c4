import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renameWarn } from './rename-warn.ts';

it('renames the calls of the module, under the name that it was given, and nothing else', () => {
  const before = [
    'import logging as log, warnings',
    '',
    'log.warn("disk full")  # says so twice',
    'warnings.warn("old")',
    'def f(log):',
    '    log.warn("a parameter")',
    '',
  ].join('\n');
  expect(renameWarn(before)).toBe(before.replace('log.warn("disk full")', 'log.warning("disk full")'));
});

it('is what the README shows', () => {
  const example = readFileSync(new URL('./rename-warn.ts', import.meta.url), 'utf8');
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
});
