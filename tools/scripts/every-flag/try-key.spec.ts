import type { Change, Outcome } from '@ffsd/changes';
import { type Codemod, defineCodemod } from '@ffsd/codemod';
import type { Edit } from '@ffsd/edits';
import { memoryWorkspace, type Workspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import { tryKey } from './try-key.ts';

const files = {
  'a.ts': "import { b } from './b.ts';\nb(1);\n",
  'b.ts': 'export function b(n: number) {\n  return n;\n}\n',
};

describe('tryKey', () => {
  it('has nothing to say of a codemod that does well', () => {
    const { wrong, changes, kept } = tried((workspace) => [
      ...replace(workspace, 'a.ts', 'b(1)', 'b(2)'),
      { place: { path: 'a.ts', line: 1 }, code: 'mention', because: 'it is named' },
    ]);
    expect(wrong).toEqual([]);
    expect([changes.length, kept.length]).toEqual([1, 1]);
  });

  it.each<[string, Plan]>([
    [
      'crash Error: oh',
      () => {
        throw new Error('oh');
      },
    ],
    ['unparsable a.ts 2:', (workspace) => replace(workspace, 'a.ts', 'b(1)', 'b(')],
    ['unresolved a.ts c (all)', (workspace) => replace(workspace, 'a.ts', 'b(1)', 'c(1)')],
    ['missing-export a.ts b from b.ts', (workspace) => replace(workspace, 'b.ts', 'export ', '')],
    ['second-run edit a.ts', (workspace) => replace(workspace, 'a.ts', 'b(', 'b(1 + ')],
    ['unresolved a.ts b (alone "edit a.ts', (workspace) => apart(workspace)],
  ])('finds: %s', (line, plan) => expect(tried(plan).wrong).toContainEqual(expect.stringContaining(line)));
});

type Plan = (workspace: Workspace) => readonly Outcome[];

function tried(plan: Plan) {
  const codemod: Codemod = defineCodemod({ name: 'try', summary: '', options: {}, plan });
  return tryKey(codemod, memoryWorkspace(files), {});
}

/** Two changes of which the one needs the other, and does not say so. */
function apart(workspace: Workspace): Change[] {
  return [
    ...replace(workspace, 'a.ts', "import { b } from './b.ts';\n", ''),
    ...replace(workspace, 'a.ts', 'b(1);', ''),
  ];
}

function replace(workspace: Workspace, path: string, before: string, after: string): Change[] {
  const start = workspace.read(path)!.indexOf(before);
  if (start < 0) return [];
  const edits: Edit[] = [{ start, end: start + before.length, text: after }];
  const title = `edit ${path}`;
  const files = [{ kind: 'edit', path, edits }] as const;
  return [
    { id: `${path} ${before}`, codemod: 'try', title, why: '', safety: 'safe', evidence: [], files, dependsOn: [] },
  ];
}
