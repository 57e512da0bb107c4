import { describe, expect, it } from 'vitest';
import { roomsIn, type SourceFile, sourceFiles } from './source-files.ts';

const files = [...roomsIn('libs'), ...roomsIn('codemods'), ...roomsIn('tools')].flatMap(sourceFiles);
// An example imports its own package by name, as its readers will.
const sources = files.filter(({ isSpec, path }) => !isSpec && !path.includes('/examples/'));

/** Arrows point down: a room may import the rooms of the rows above its own. */
const rows: readonly (readonly string[])[] = [
  ['edits'],
  ['changes', 'workspace', 'flags', 'libcst-wasm', 'templates'],
  ['fold', 'typescript', 'python', 'codemod'],
  // These see changes, never trees.
  ['journal', 'reports', 'publish', 'fear'],
  ['cases'],
];
const below = new Map(rows.flatMap((row, index) => row.map((room) => [room, rows.slice(0, index).flat()] as const)));
for (const room of rows[3]!) below.set(room, [...rows[0]!, ...rows[1]!]);

function roomOf(specifier: string): string | undefined {
  // The one room that is published, and so has a name of its own.
  return /^(?:@ffsd\/([^/]+)|(libcst-wasm)(?:\/|$))/.exec(specifier)?.slice(1).find(Boolean);
}

function offences(found: readonly SourceFile[], isWrong: (specifier: string, file: SourceFile) => boolean): string[] {
  return found.flatMap((file) =>
    file.imports
      .filter((specifier) => isWrong(specifier, file))
      .map((specifier) => `${file.path} imports ${specifier}`),
  );
}

describe('arrows between rooms', () => {
  it('sees the imports at all', () => {
    expect(files.find(({ path }) => path === 'libs/changes/src/change-set.ts')?.imports).toContain('@ffsd/edits');
    expect(files.find(({ path }) => path === 'tools/ffsd/src/cli.ts')?.imports).toContain('./command-line/execute.ts');
  });

  it('knows every room of libs', () => {
    expect(roomsIn('libs').filter((room) => !below.has(room.slice('libs/'.length)))).toEqual([]);
  });

  it('point down', () => {
    const libs = sources.filter(({ path }) => path.startsWith('libs/'));
    expect(
      offences(libs, (specifier, { room }) => {
        const target = roomOf(specifier);
        return target !== undefined && !below.get(room.slice('libs/'.length))!.includes(target);
      }),
    ).toEqual([]);
  });

  it('lead from no codemod to another, nor to the shell', () => {
    const codemods = files.filter(({ path }) => path.startsWith('codemods/'));
    expect(
      offences(codemods, (specifier) => {
        const target = roomOf(specifier);
        return target !== undefined && !rows.slice(0, 3).flat().includes(target);
      }),
    ).toEqual([]);
  });

  it('lead to no file of another room past its front door', () => {
    // The chores of this repository read data of tools/ffsd, which is no library and has no front door.
    const guarded = files.filter(({ path }) => !path.startsWith('tools/scripts/'));
    expect(
      offences(guarded, (specifier, { path, room }) => {
        // The values that property tests draw are a door of their own, so that fast-check stays out of the front door.
        if (/^@ffsd\/[^/]+\//.test(specifier)) return !/\/arbitrary-/.test(specifier);
        if (!specifier.startsWith('.')) return false;
        return !new URL(specifier, `file:///${path}`).pathname.startsWith(`/${room}/`);
      }),
    ).toEqual([]);
  });
});

describe('doors', () => {
  const doors: Readonly<Record<string, readonly string[]>> = {
    jscodeshift: ['libs/typescript'],
    diff: ['libs/changes'],
    ignore: ['libs/workspace'],
    'libcst-wasm': ['libs/python'],
    '@vue/compiler-dom': ['libs/templates'],
    svelte: ['libs/templates'],
    yargs: ['tools/ffsd'],
    'jsonc-parser': ['libs/typescript', 'tools/ffsd'],
    '@nx/devkit': ['tools/ffsd'],
    '@angular/compiler': ['libs/templates'],
  };

  it('are one for each dependency', () => {
    expect(
      offences(
        sources.filter(({ room }) => room !== 'tools/scripts'),
        (specifier, { room }) => {
          const name = specifier
            .split('/')
            .slice(0, specifier.startsWith('@') ? 2 : 1)
            .join('/');
          return Object.hasOwn(doors, name) && !doors[name]!.includes(room);
        },
      ),
    ).toEqual([]);
  });

  it('stay shut to codemods: no file, no clock, no process', () => {
    const codemods = sources.filter(({ path }) => path.startsWith('codemods/'));
    expect(offences(codemods, (specifier) => specifier.startsWith('node:'))).toEqual([]);
  });

  it('never open @nx/devkit for the command line', () => {
    const shell = sources.filter(({ path }) => path.startsWith('tools/ffsd/src/') && !path.includes('/generat'));
    expect(offences(shell, (specifier) => specifier.startsWith('@nx/'))).toEqual([]);
  });
});
