import { memoryWorkspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import { resolveModule } from './resolve-module.ts';

function resolver(files: Record<string, string | object>) {
  const texts = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? content : JSON.stringify(content),
  ]);
  const workspace = memoryWorkspace(Object.fromEntries(texts));
  return (from: string, specifier: string) => resolveModule(workspace, from, specifier);
}

describe('a relative specifier', () => {
  const resolve = resolver({
    'src/a.ts': '',
    'src/b.tsx': '',
    'src/c.js': '',
    'src/d.d.ts': '',
    'src/both.ts': '',
    'src/both.js': '',
    'src/module.mts': '',
    'src/folder/index.ts': '',
    'src/file.ts': '',
    'src/file/index.ts': '',
    'src/App.vue': '',
    'src/data.json': '{}',
    'src/dotted.config.ts': '',
    'lib/package.json': { main: './entry.js' },
    'lib/entry.js': '',
    'index.ts': '',
  });
  it.each([
    ['src/x.ts', './a', 'src/a.ts'],
    ['src/x.ts', './a.js', 'src/a.ts'],
    ['src/x.ts', './a.ts', 'src/a.ts'],
    ['src/x.ts', './b.js', 'src/b.tsx'],
    ['src/x.ts', './b.jsx', 'src/b.tsx'],
    ['src/x.ts', './c', 'src/c.js'],
    ['src/x.ts', './c.js', 'src/c.js'],
    ['src/x.ts', './d', 'src/d.d.ts'],
    ['src/x.ts', './both.js', 'src/both.ts'],
    ['src/x.ts', './module.mjs', 'src/module.mts'],
    ['src/x.ts', './folder', 'src/folder/index.ts'],
    ['src/x.ts', './folder/', 'src/folder/index.ts'],
    ['src/x.ts', './folder/index.js', 'src/folder/index.ts'],
    ['src/x.ts', './file', 'src/file.ts'],
    ['src/folder/index.ts', '..', undefined],
    ['src/folder/index.ts', '../a', 'src/a.ts'],
    ['src/x.ts', '..', 'index.ts'],
    ['src/x.ts', './App.vue', 'src/App.vue'],
    ['src/x.ts', './data.json', 'src/data.json'],
    ['src/x.ts', './data', 'src/data.json'],
    ['src/x.ts', './dotted.config', 'src/dotted.config.ts'],
    ['src/x.ts', './a?worker', 'src/a.ts'],
    ['src/x.ts', '../lib', 'lib/entry.js'],
    ['src/x.ts', './none', undefined],
    ['src/x.ts', '../../outside', undefined],
    ['src/x.ts', 'react', undefined],
    ['src/x.ts', 'node:fs', undefined],
    ['src/x.ts', '', undefined],
  ])('from %s, %j is %s', (from, specifier, expected) => expect(resolve(from, specifier)).toBe(expected));
});

describe('paths and baseUrl', () => {
  const resolve = resolver({
    'tsconfig.base.json': `{
      // Comments and a trailing comma are allowed.
      "compilerOptions": { "paths": { "@app/shared": ["libs/shared/src/index.ts"], "@app/*": ["libs/*/src/index.ts", "libs/*"], }, },
    }`,
    'apps/web/tsconfig.json': { extends: '../../tsconfig.base', compilerOptions: { baseUrl: './src' } },
    'apps/web/src/main.ts': '',
    'apps/web/src/pages/home.ts': '',
    'apps/vite/tsconfig.json': {
      files: [],
      references: [{ path: './tsconfig.node.json' }, { path: './tsconfig.app.json' }],
    },
    'apps/vite/tsconfig.node.json': {},
    'apps/vite/tsconfig.app.json': { compilerOptions: { paths: { '~/*': ['./source/*'] } } },
    'apps/vite/source/flags.ts': '',
    'apps/leaf/tsconfig.json': { extends: ['./one.json', './two.json'] },
    'apps/leaf/one.json': { compilerOptions: { paths: { x: ['./one.ts'] } } },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: TypeScript spells it like this.
    'apps/leaf/two.json': { compilerOptions: { paths: { x: ['${configDir}/two.ts'] } } },
    'apps/leaf/one.ts': '',
    'apps/leaf/two.ts': '',
    'apps/round/tsconfig.json': { extends: './other.json' },
    'apps/round/other.json': { extends: './tsconfig.json' },
    'js/jsconfig.json': { compilerOptions: { baseUrl: '.', paths: { '#ui/*': ['ui/*'] } } },
    'js/ui/button.jsx': '',
    'libs/shared/src/index.ts': '',
    'libs/flags/src/index.ts': '',
    'libs/flags/keys.ts': '',
  });
  it.each([
    ['apps/web/src/main.ts', '@app/shared', 'libs/shared/src/index.ts'],
    ['apps/web/src/main.ts', '@app/flags', 'libs/flags/src/index.ts'],
    ['apps/web/src/main.ts', '@app/flags/keys', 'libs/flags/keys.ts'],
    ['apps/web/src/main.ts', 'pages/home', 'apps/web/src/pages/home.ts'],
    ['apps/vite/source/main.ts', '~/flags', 'apps/vite/source/flags.ts'],
    ['apps/leaf/a.ts', 'x', 'apps/leaf/two.ts'],
    ['apps/round/a.ts', 'x', undefined],
    ['js/a.js', '#ui/button', 'js/ui/button.jsx'],
    ['js/a.js', 'ui/button', 'js/ui/button.jsx'],
  ])('from %s, %j is %s', (from, specifier, expected) => expect(resolve(from, specifier)).toBe(expected));
});

describe('a package of the workspace', () => {
  const resolve = resolver({
    'packages/built/package.json': {
      name: '@acme/built',
      main: './dist/index.js',
      types: './dist/index.d.ts',
      exports: {
        '.': { types: './dist/index.d.ts', import: './dist/index.js' },
        './deep/*': './dist/deep/*.js',
        './package.json': './package.json',
      },
    },
    'packages/built/src/index.ts': '',
    'packages/built/src/deep/keys.ts': '',
    'packages/source/package.json': {
      name: 'source',
      exports: { '.': { '@acme/source': './lib/main.ts', default: './dist/main.js' } },
    },
    'packages/source/lib/main.ts': '',
    'packages/source/main.ts': '',
    'packages/plain/package.json': { name: 'plain', main: 'lib/plain.js' },
    'packages/plain/lib/plain.js': '',
    'packages/plain/lib/other.ts': '',
    'packages/bare/package.json': { name: 'bare' },
    'packages/bare/src/index.tsx': '',
    'packages/bare/src/part.ts': '',
    'packages/private/package.json': {
      name: 'private',
      imports: { '#flags': './src/flags.ts', '#lib/*': './src/lib/*.js', '#built': 'plain' },
    },
    'packages/private/src/flags.ts': '',
    'packages/private/src/lib/a.ts': '',
    'packages/private/src/deep/x.ts': '',
    'fixtures/deep/copy/bare/package.json': { name: 'bare' },
    'fixtures/deep/copy/bare/index.ts': '',
    'webpack/package.json': { name: 'webpack-app' },
    'webpack/src/store.js': '',
    'webpack/styles/x.css': '',
    'broken/package.json': 'not json',
  });
  it.each([
    ['a.ts', '@acme/built', 'packages/built/src/index.ts'],
    ['a.ts', '@acme/built/deep/keys', 'packages/built/src/deep/keys.ts'],
    ['a.ts', '@acme/built/none', undefined],
    ['a.ts', 'source', 'packages/source/lib/main.ts'],
    ['a.ts', 'plain', 'packages/plain/lib/plain.js'],
    ['a.ts', 'plain/lib/other', 'packages/plain/lib/other.ts'],
    ['a.ts', 'bare', 'packages/bare/src/index.tsx'],
    ['a.ts', 'bare/part', 'packages/bare/src/part.ts'],
    ['packages/private/src/deep/x.ts', '#flags', 'packages/private/src/flags.ts'],
    ['packages/private/src/deep/x.ts', '#lib/a', 'packages/private/src/lib/a.ts'],
    ['packages/private/src/deep/x.ts', '#built', 'packages/plain/lib/plain.js'],
    ['packages/private/src/deep/x.ts', '#none', undefined],
    ['webpack/src/app.js', '@/store', 'webpack/src/store.js'],
    ['webpack/src/app.js', '~/styles/x.css', 'webpack/styles/x.css'],
    ['webpack/src/app.js', '@acme/none', undefined],
    ['a.ts', 'broken', undefined],
  ])('from %s, %j is %s', (from, specifier, expected) => expect(resolve(from, specifier)).toBe(expected));
});
