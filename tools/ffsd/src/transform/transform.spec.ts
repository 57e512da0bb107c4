import { afterEach, expect, it } from 'vitest';
import { type SampleWorkspace, sampleWorkspace } from '../sample-workspace.ts';

let workspace: SampleWorkspace | undefined;
afterEach(() => workspace?.remove());

const source = 'const a: number = oldName(1);\n';

function open(files: Record<string, string>): SampleWorkspace {
  workspace = sampleWorkspace(files);
  return workspace;
}

async function changes(files: Record<string, string>, ...words: string[]) {
  const { code, out, notes } = await open(files).ffsd(['run', ...words, '--json']);
  const document = out === '' ? undefined : JSON.parse(out);
  return {
    code,
    notes,
    document,
    diff: document?.changes.map((change: { files: { diff: string }[] }) => change.files[0]!.diff).join(''),
  };
}

const rename = `
  const j = api.jscodeshift;
  return j(file.source).find(j.Identifier, { name: 'oldName' }).replaceWith(() => j.identifier(options.to ?? 'newName')).toSource();
`;

it('runs a CommonJS transform, one change for each file', async () => {
  const transform = `module.exports = function (file, api, options) {${rename}};\nmodule.exports.parser = 'ts';\n`;
  const { code, document, diff } = await changes(
    { 'rename.js': transform, 'src/a.ts': source, 'src/b.ts': 'other();\n' },
    './rename.js',
    'src',
  );
  expect(code).toBe(0);
  expect(document.changes).toMatchObject([
    { title: 'rename.js: src/a.ts', safety: 'review', codemod: './rename.js', dependsOn: [] },
  ]);
  expect(diff).toContain('-const a: number = oldName(1);\n+const a: number = newName(1);\n');
});

it('runs a transform in ESM, asynchronous, with options as they were typed', async () => {
  const transform = `export const parser = 'tsx';\nexport default async function (file, api, options) {
    if (options['dry-name'] !== options.dryName || options.count !== 2 || options.flag !== true) throw new Error(JSON.stringify(options));
    ${rename} }\n`;
  const { notes, diff } = await changes(
    { 'rename.mjs': transform, 'a.ts': source },
    './rename.mjs',
    '--to=third',
    '--count',
    '2',
    '--dry-name=x',
    '--flag',
  );
  expect(notes).toContain('Dry run');
  expect(diff).toContain('+const a: number = third(1);');
});

it('runs a transform in TypeScript with the parser of --parser', async () => {
  const transform = `import type { API, FileInfo } from 'jscodeshift';
    export default function transform(file: FileInfo, api: API, options: { to?: string }): string {${rename}}\n`;
  const { diff } = await changes(
    { 'rename.ts': transform, 'src/a.ts': source },
    './rename.ts',
    'src',
    '--parser',
    'ts',
  );
  expect(diff).toContain('+const a: number = newName(1);');
});

it('takes files by extension and pattern', async () => {
  const files = {
    't.cjs': "module.exports = (file) => file.source + '//\\n';",
    'a.js': 'a\n',
    'b.vue': 'b\n',
    'gen/c.js': 'c\n',
  };
  const paths = async (...words: string[]) => {
    const { document } = await changes(files, './t.cjs', ...words);
    return document.changes.map((change: { files: { path: string }[] }) => change.files[0]!.path);
  };
  expect(await paths()).toEqual(['a.js', 'gen/c.js', 't.cjs']);
  expect(await paths('--extensions', 'vue,.cjs')).toEqual(['b.vue', 't.cjs']);
  expect(await paths('--ignore-pattern', 'gen/', '--ignore-pattern=*.cjs')).toEqual(['a.js']);
});

it('keeps the byte order mark and the line ends that recast would lose', async () => {
  const transform =
    "module.exports = (file) => file.source.replace('\\uFEFF', '').replace(/\\r/g, '').replace('b', 'B');";
  const { diff } = await changes({ 't.cjs': transform, 'src/a.js': '\uFEFFa\r\nb\r\nc\r\n' }, './t.cjs', 'src');
  expect(diff).toContain('@@ -1,3 +1,3 @@\n \uFEFFa\r\n-b\r\n+B\r\n c\r\n');
});

it.each(['undefined', 'null', "''", 'file.source'])('takes %s for nothing to do', async (result) => {
  const { code, document } = await changes(
    { 't.cjs': `module.exports = (file) => ${result};`, 'a.js': 'a\n' },
    './t.cjs',
  );
  expect({ code, changes: document.changes }).toEqual({ code: 0, changes: [] });
});

it('reports what fails with its place, and does the rest', async () => {
  const transform = `module.exports = (file, { j }) => {
    if (file.path.endsWith('bad.js')) return j(file.source).toSource();
    if (file.path.endsWith('throws.js')) throw new Error('no idea');
    if (file.path.endsWith('number.js')) return 7;
    return 'done\\n';
  };`;
  const files = {
    't.cjs': transform,
    'src/bad.js': 'ok();\nnot ok(\n',
    'src/throws.js': '',
    'src/number.js': 'n',
    'src/z.js': 'z\n',
  };
  const { code, document } = await changes({ ...files, 'src/throws.js': 'x' }, './t.cjs', 'src');
  expect(code).toBe(3);
  expect(document.unparsable).toMatchObject([{ path: 'src/bad.js', line: 2 }]);
  expect(document.kept).toEqual([
    {
      place: { path: 'src/number.js', line: 1 },
      code: 'transform-failed',
      because: 'The transform returned no text but a number.',
    },
    {
      place: { path: 'src/throws.js', line: 1 },
      code: 'transform-failed',
      because: expect.stringMatching(/^The transform threw: no idea \(at t\.cjs:3\)$/),
    },
  ]);
  expect(document.changes).toHaveLength(1);
});

it('hands over what a transform reports', async () => {
  const transform = "module.exports = (file, api) => api.report('seen');";
  expect((await changes({ 't.cjs': transform, 'src/a.js': 'a' }, './t.cjs', 'src')).notes).toContain(
    'src/a.js: seen\n',
  );
});

it('runs a codemod that is no part of ffsd, with its own options', async () => {
  const codemod = `exports.shout = { name: 'shout-loud', summary: 'Shouts', options: { word: { type: 'string', describe: 'Word' } },
    plan(workspace, { word }) {
      return workspace.search([word]).filter((path) => path.endsWith('.txt')).map((path) => {
        const start = workspace.read(path).indexOf(word);
        const edits = [{ start, end: start + word.length, text: word.toUpperCase() }];
        return { id: 'x' + path, codemod: 'shout-loud', title: path, why: '', safety: 'safe', evidence: [], files: [{ kind: 'edit', path, edits }], dependsOn: [] };
      });
    } };`;
  const files = { 'shout.cjs': codemod, 'a.txt': 'say it\n' };
  const { document, diff } = await changes(files, './shout.cjs', '--word', 'it');
  expect(document.command).toBe('shout-loud');
  expect(diff).toContain('-say it\n+say IT\n');
  const wrong = await changes(files, './shout.cjs', '--wrod', 'it');
  expect(wrong.code).toBe(2);
  expect(wrong.notes).toContain('shout-loud has no option --wrod\n  Did you mean "--word"?');
});

it.each([
  ['module.exports = 7;', 'exports no transform and no codemod'],
  ["require('./nothing');", "cannot be loaded: Cannot find module './nothing'"],
  ['module.exports = (', 'cannot be loaded'],
])('explains a module that is no transform: %s', async (text, message) => {
  const { code, notes } = await changes({ 't.cjs': text }, './t.cjs');
  expect(code).toBe(2);
  expect(notes).toContain(message);
});
