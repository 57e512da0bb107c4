import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { random } from './random.ts';
import { sourceText } from './source-text.ts';

export interface WrittenWorkspace {
  readonly files: number;
  readonly bytes: number;
  readonly filesWithFlag: number;
}

/** Writes a git repository of TypeScript projects; the same seed gives the same bytes. */
export function writeWorkspace(root: string, flag: string, files: number, filesWithFlag: number): WrittenWorkspace {
  const numbers = random(20260131);
  const every = Math.floor(files / filesWithFlag);
  let bytes = 0;
  let written = 0;
  for (let index = 0; index < files; index++) {
    const isComponent = numbers.next() < 0.4;
    const folder = join(root, `libs/room-${index % 50}/src/part-${(index >> 3) % 12}`);
    const hasFlag = index % every === 0 && written < filesWithFlag;
    if (hasFlag) written++;
    const neighbours = Array.from(
      { length: 1 + numbers.below(6) },
      () => `../part-${numbers.below(12)}/module-${numbers.below(files)}`,
    );
    const text = sourceText(numbers, isComponent, neighbours, hasFlag ? flag : undefined);
    bytes += text.length;
    const path = join(folder, `module-${index}.${isComponent ? 'tsx' : 'ts'}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  writeFileSync(join(root, 'package.json'), '{ "name": "shop", "private": true }\n');
  const git = (...args: readonly string[]) => execFileSync('git', ['-C', root, ...args], { stdio: 'ignore' });
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=bench', '-c', 'user.email=bench@example.com', 'commit', '--quiet', '-m', 'A shop');
  return { files, bytes, filesWithFlag: written };
}
