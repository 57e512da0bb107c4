import { isChange, sequence } from '@ffsd/changes';
import type { Vocabulary } from '@ffsd/flags';
import { memoryWorkspace } from '@ffsd/workspace';
import { expect, it } from 'vitest';
import { readConfig } from '../config/read-config.ts';
import { init } from './codemod.ts';
import { findSdks } from './find-sdks.ts';

const packageJson = JSON.stringify(
  { dependencies: { '@unleash/proxy-client-react': '^1.0.0', 'unleash-client-extra': '1' } },
  null,
  2,
);

function after(files: Record<string, string>): string | undefined {
  const workspace = memoryWorkspace(files);
  const { steps } = sequence((path) => workspace.read(path), init.plan(workspace, {}));
  return steps[0]?.files[0]?.after;
}

it('writes ffsd.json with its schema and the SDKs that the manifests name', () => {
  const text = after({ 'package.json': '{}', 'apps/web/package.json': packageJson, 'a.ts': '' });
  expect(text).toBe(`{
  "$schema": "./node_modules/ffsd/ffsd.schema.json",
  "presets": [
    "unleash-react"
  ]
}
`);
  expect(readConfig('ffsd.json', text!)).toBeTruthy();
});

it('says what it found', () => {
  const [change] = init.plan(memoryWorkspace({ 'package.json': packageJson, 'a.ts': '', 'b.tsx': '', 'c.py': '' }), {});
  expect(change).toMatchObject({
    title: 'Write ffsd.json',
    why: expect.stringMatching(/^Found here: TypeScript \(2 files\); Python \(1 file\); Unleash/),
    evidence: [{ kind: 'dependency', text: '@unleash/proxy-client-react', place: { path: 'package.json', line: 3 } }],
  });
});

it('adds what a file lacks and touches nothing else', () => {
  const text = '{\n  // ours\n  "keep": ["legacy/**"]\n}\n';
  expect(after({ 'package.json': packageJson, 'ffsd.json': text })).toBe(`{
  "$schema": "./node_modules/ffsd/ffsd.schema.json",
  "presets": ["unleash-react"],
  // ours
  "keep": ["legacy/**"]
}
`);
  expect(after({ 'ffsd.json': '\uFEFF{}' })).toBe('\uFEFF{\n  "$schema": "./node_modules/ffsd/ffsd.schema.json"\n}');
});

it('keeps the line ends of a file, and a list of presets that somebody wrote', () => {
  const text = '{\r\n  "presets": []\r\n}\r\n';
  expect(after({ 'package.json': packageJson, 'ffsd.json': text })).toBe(
    '{\r\n  "$schema": "./node_modules/ffsd/ffsd.schema.json",\r\n  "presets": []\r\n}\r\n',
  );
});

it('leaves a file alone that has everything', () => {
  const outcomes = init.plan(memoryWorkspace({ 'ffsd.json': '{ "$schema": "x" }' }), {});
  expect(outcomes).toEqual([expect.objectContaining({ code: 'already-there' })]);
  expect(outcomes.some(isChange)).toBe(false);
});

it('finds Python distributions in requirements and pyproject, however they are spelled', () => {
  const python: Vocabulary = {
    name: 'python-sdk',
    title: 'A Python SDK',
    packages: ['acme-flags.server'],
    languages: ['python'],
    reads: [],
    documentation: '',
  };
  const found = (path: string, text: string) => findSdks(memoryWorkspace({ [path]: text }), [python]).length;
  expect(found('requirements.txt', 'acme-flags.server==1.2\n')).toBe(1);
  expect(found('api/requirements-dev.txt', 'Acme_Flags_Server')).toBe(1);
  expect(found('pyproject.toml', 'dependencies = [\n  "acme-flags-server[redis]>=6",\n]\n')).toBe(1);
  expect(found('pyproject.toml', 'acme-flags-server = "^6"\n')).toBe(1);
  expect(found('pyproject.toml', '# acme-flags-server\n')).toBe(0);
  expect(found('requirements.txt', 'acme-flags-server-extra==1.2\n')).toBe(0);
  expect(found('package.json', '{ "acme-flags.server": "1" }')).toBe(0);
});
