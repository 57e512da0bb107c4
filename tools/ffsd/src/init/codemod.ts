import { hash, type Outcome } from '@ffsd/changes';
import { defineCodemod } from '@ffsd/codemod';
import type { Edit } from '@ffsd/edits';
import type { Workspace } from '@ffsd/workspace';
import { parse, parseTree } from 'jsonc-parser';
import { type FoundSdk, findSdks } from './find-sdks.ts';
import { initInfo } from './info.ts';

const path = 'ffsd.json';
const schema = './node_modules/ffsd/ffsd.schema.json';

export const init = defineCodemod({ ...initInfo, plan });

/** One change that writes ffsd.json or adds what it lacks. What stands in it already is never touched. */
function plan(workspace: Workspace): readonly Outcome[] {
  const text = workspace.read(path);
  const sdks = findSdks(workspace);
  const wanted = { $schema: schema, ...(sdks.length && { presets: sdks.map(({ vocabulary }) => vocabulary.name) }) };
  if (text === undefined) {
    return [
      changeOf(workspace, sdks, 'Write ffsd.json', {
        kind: 'create',
        path,
        text: `${JSON.stringify(wanted, null, 2)}\n`,
      }),
    ];
  }
  const present: Readonly<Record<string, unknown>> = parse(text) ?? {};
  const missing = Object.entries(wanted).filter(([key]) => !Object.hasOwn(present, key));
  if (missing.length === 0) {
    const because = 'It is there and has all that init would write.';
    return [{ place: { path, line: 1 }, code: 'already-there', because }];
  }
  const edit = insertion(text, missing);
  return [changeOf(workspace, sdks, 'Complete ffsd.json', { kind: 'edit', path, edits: [edit] })];
}

/** Puts the keys first, each on a line of its own. An edit of jsonc-parser would reformat the neighbours. */
function insertion(text: string, entries: readonly (readonly [string, unknown])[]): Edit {
  const object = parseTree(text);
  const start = (object?.offset ?? 0) + 1;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = /^[\t ]+(?=")/m.exec(text)?.[0] ?? '  ';
  const lines = entries.map(([key, value]) => `${newline}${indent}${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return { start, end: start, text: `${lines.join(',')}${object?.children?.length ? ',' : newline}` };
}

type FileChange = Extract<Outcome, { id: string }>['files'][number];

function changeOf(workspace: Workspace, sdks: readonly FoundSdk[], title: string, file: FileChange): Outcome {
  const found = [...languages(workspace), ...sdks.map(({ vocabulary }) => vocabulary.title)];
  return {
    id: hash(JSON.stringify(['init', file])),
    codemod: 'init',
    title,
    why: found.length ? `Found here: ${found.join('; ')}.` : 'Found neither TypeScript, JavaScript nor Python here.',
    safety: 'safe',
    evidence: sdks.map(({ evidence }) => evidence),
    files: [file],
    dependsOn: [],
  };
}

function languages(workspace: Workspace): readonly string[] {
  const files = workspace.files();
  const kinds: [string, RegExp][] = [
    ['TypeScript', /\.[cm]?tsx?$/],
    ['JavaScript', /\.[cm]?jsx?$/],
    ['Python', /\.pyi?$/],
  ];
  return kinds.flatMap(([name, pattern]) => {
    const count = files.filter((file) => pattern.test(file)).length;
    return count ? [`${name} (${count} ${count === 1 ? 'file' : 'files'})`] : [];
  });
}
