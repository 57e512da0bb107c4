import { memoryWorkspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import { codeOwners, ownersIn } from './code-owners.ts';

describe('ownersIn', () => {
  it.each([
    ['* @all', 'a/b.ts', ['@all']],
    ['*.ts @types # a comment', 'a/b.ts', ['@types']],
    ['*.ts @types', 'a/b.tsx', []],
    ['apps/web @web', 'apps/web/src/a.ts', ['@web']],
    ['/apps/ @apps', 'apps/web/a.ts', ['@apps']],
    ['apps/ @apps', 'libs/apps/a.ts', ['@apps']],
    ['/apps/ @apps', 'libs/apps/a.ts', []],
    ['docs/* @docs', 'docs/a.md', ['@docs']],
    ['docs/* @docs', 'docs/more/a.md', []],
    ['**/logs @logs', 'a/b/logs/x.ts', ['@logs']],
    ['apps/**/test @test', 'apps/a/b/test/x.ts', ['@test']],
    ['apps/** @apps', 'apps/a/x.ts', ['@apps']],
    ['my\\ folder/ @me', 'my folder/a.ts', ['@me']],
    ['* @all\napps/ @apps a@b.example', 'apps/a.ts', ['@apps', 'a@b.example']],
    ['* @all\napps/generated/', 'apps/generated/a.ts', []],
    ['[Code] @coders\n*.ts\n[Web][2] @web\napps/ @me', 'apps/a.ts', ['@coders', '@me']],
    ['a.b @x', 'aXb', []],
  ])('%j gives %s to %j', (text, path, owners) => {
    expect(ownersIn(text)(path)).toEqual(owners);
  });
});

it('looks where the forges look', () => {
  expect(codeOwners(memoryWorkspace({ '.github/CODEOWNERS': '* @a', CODEOWNERS: '* @b' }))('x.ts')).toEqual(['@a']);
  expect(codeOwners(memoryWorkspace({ CODEOWNERS: '* @b' }))('x.ts')).toEqual(['@b']);
  expect(codeOwners(memoryWorkspace({}))('x.ts')).toEqual([]);
});
