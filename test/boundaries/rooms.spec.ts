import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readJson, roomsIn, root } from './source-files.ts';

describe.each(roomsIn('codemods'))('%s', (room) => {
  const name = room.slice('codemods/'.length);

  it.each(['codemod.ts', 'decide.ts', 'README.md', 'package.json', 'tsconfig.json'])('has its %s', (file) => {
    expect(existsSync(`${root}${room}/${file}`)).toBe(true);
  });

  it('has cases', () => {
    expect(readdirSync(`${root}${room}/fixtures`).filter((file) => file.endsWith('.md'))).not.toEqual([]);
  });

  it('is named after its folder: verb first, kebab-case', () => {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
    expect(readJson(`${room}/package.json`)).toMatchObject({ name: `@ffsd/${name}`, nx: { tags: ['codemod'] } });
  });

  it('explains every reason for keeping that it gives', () => {
    const codes = readdirSync(root + room, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/node_modules|\.spec\.ts$/.test(file))
      .flatMap((file) =>
        [...readFileSync(`${root}${room}/${file}`, 'utf8').matchAll(/\bcode: '([a-z-]+)'/g)].map(([, code]) => code!),
      );
    const page = existsSync(`${root}${room}/README.md`) ? readFileSync(`${root}${room}/README.md`, 'utf8') : '';
    expect([...new Set(codes)].sort().filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
  });
});

describe.each(roomsIn('libs'))('%s', (room) => {
  it('has a front door that begins with the problem of the room', () => {
    expect(readFileSync(`${root}${room}/src/index.ts`, 'utf8')).toMatch(
      /^\/\*\*[\s\S]*?@packageDocumentation\n \*\/\n/,
    );
  });

  it('lists what is public by name', () => {
    // A generated list is a list by name already.
    const door = readFileSync(`${root}${room}/src/index.ts`, 'utf8');
    expect(door).not.toMatch(/export \*(?! from '\.\/generated\/)|export default/);
  });

  it('is named after its folder, and private unless it is published on its own', () => {
    const name = room.slice('libs/'.length);
    const expected = name === 'libcst-wasm' ? { name } : { name: `@ffsd/${name}`, private: true };
    expect(readJson(`${room}/package.json`)).toMatchObject(expected);
  });
});

it('has no file that is long enough to hold two concepts', () => {
  const rooms = [...roomsIn('libs'), ...roomsIn('codemods'), ...roomsIn('tools')];
  const long = rooms.flatMap((room) =>
    readdirSync(root + room, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/(^|\/)(node_modules|dist|dist-next|generated)\//.test(file))
      .map((file) => ({
        path: `${room}/${file}`,
        lines: readFileSync(`${root}${room}/${file}`, 'utf8').split('\n').length,
      }))
      .filter(({ lines }) => lines > 400),
  );
  expect(long).toEqual([]);
});
