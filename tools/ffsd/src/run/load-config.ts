import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type OptionValues, UsageError } from '@ffsd/codemod';

/**
 * The configuration of a workspace; empty when it has none.
 *
 * @param given the value of `--config`, relative to the folder where it was typed.
 * @throws UsageError when the named file is missing or a file is wrong.
 */
export async function loadConfig(root: string, folder: string, given: string | undefined): Promise<OptionValues> {
  const path = given === undefined ? join(root, 'ffsd.json') : resolve(folder, given);
  if (!existsSync(path)) {
    if (given === undefined) return {};
    throw new UsageError('config/missing', `there is no configuration ${given}`, `It was looked for at ${path}.`);
  }
  // The reader and its schema cost a few milliseconds, which a workspace without ffsd.json does not pay.
  const { readConfig } = await import('../config/read-config.ts');
  return readConfig(given ?? 'ffsd.json', readFileSync(path, 'utf8'));
}
