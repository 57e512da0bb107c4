import { assemble } from '@ffsd/changes';
import type { Workspace } from '@ffsd/workspace';
import { memoryWorkspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import { python } from './python/language.ts';
import { typescript } from './typescript/language.ts';
import { withdrawBroken } from './withdraw-broken.ts';

/** A step of a plan that somebody got wrong: the text that goes, and what comes in its place; '' for the whole file. */
type Step = readonly [key: string, path: string, old: string, text: string, ...needs: string[]];

function withdraw(
  workspace: Workspace,
  steps: readonly Step[],
  kept: Parameters<typeof withdrawBroken>[1]['kept'] = [],
) {
  const texts = new Map<string, string>();
  const drafts = steps.map(([key, path, old, text, ...dependsOn]) => {
    const before = texts.get(path) ?? workspace.read(path)!;
    const start = before.indexOf(old);
    if (start < 0) throw new Error(`${path} holds no ${old}`);
    texts.set(path, before.replace(old, text));
    const edit = { kind: 'edit' as const, path, edits: [{ start, end: start + old.length, text }] };
    const file = old === '' ? { kind: 'delete' as const, path } : edit;
    return { key, codemod: 'x', title: key, why: '', safety: 'safe' as const, evidence: [], files: [file], dependsOn };
  });
  const changes = assemble((path) => workspace.read(path), drafts);
  const plan = withdrawBroken(workspace, { changes, kept }, [typescript, python]);
  return {
    left: plan.changes.map(({ title }) => title),
    kept: plan.kept.map(({ place, code, because }) => `${place.path}:${place.line} ${code} ${because}`),
  };
}

const cart = `import { log } from './log';

export function total(): number {
  const rate = 2;
  if (on) {
    const sum = rate;
    log(sum);
  }
  return rate;
}
`;
const shop = memoryWorkspace({
  'cart.ts': cart,
  'page.ts': "import { total } from './cart';\n\nexport const page = total();\n",
});

describe('a change that breaks what was whole', () => {
  it('is withdrawn with what stands on it, and nothing else', () => {
    const plan = withdraw(shop, [
      ['fold', 'cart.ts', 'if (on) ', ''],
      ['remove rate', 'cart.ts', 'const rate = 2;\n  ', ''],
      ['shorten', 'cart.ts', '  return rate;\n', '  return rate\n', 'remove rate'],
      ['rename page', 'page.ts', 'page =', 'cost ='],
    ]);
    expect(plan.left).toEqual(['fold', 'rename page']);
    expect(plan.kept).toEqual([
      'cart.ts:4 would-break "remove rate" was withdrawn: it would use rate, which is declared nowhere',
      'cart.ts:9 would-break "shorten" was withdrawn: it stands on "remove rate", which would use rate, which is declared nowhere',
    ]);
  });

  it('is the one that leaves a name unused, not the one before it', () => {
    const steps: readonly Step[] = [
      ['title', 'page.ts', 'page =', 'cost ='],
      ['drop the log', 'cart.ts', '    log(sum);\n', ''],
    ];
    const plan = withdraw(shop, steps);
    expect(plan.left).toEqual(['title']);
    expect(plan.kept).toEqual(['cart.ts:7 would-break "drop the log" was withdrawn: it would leave log unused']);
    const swept = withdraw(shop, [
      ...steps,
      ['sweep', 'cart.ts', "import { log } from './log';\n\n", ''],
      ['sweep more', 'cart.ts', '    const sum = rate;\n', ''],
    ]);
    expect(swept).toEqual({ left: ['title', 'drop the log', 'sweep', 'sweep more'], kept: [] });
  });

  it('stays when the report names what it leaves unused', () => {
    const because = 'nothing uses log any more, nor sum';
    const plan = withdraw(
      shop,
      [['drop the log', 'cart.ts', '    log(sum);\n', '']],
      [{ place: { path: 'cart.ts', line: 1 }, code: 'unused-effect', because }],
    );
    expect(plan.left).toEqual(['drop the log']);
  });

  it.each([
    [
      'what another file imports',
      ['hide', 'cart.ts', 'export function', 'function'],
      'take away total, which page.ts imports',
    ],
    ['a file that another one imports', ['drop', 'cart.ts', '', ''], 'take away total, which page.ts imports'],
    ['the syntax', ['tear', 'cart.ts', 'return rate;', 'return rate +;'], 'not parse: Unexpected token'],
    [
      'a second declaration',
      ['double', 'cart.ts', 'const sum = rate;\n', 'const sum = rate;\n    var sum = 1;\n'],
      'not parse',
    ],
  ] as [string, Step, string][])('for %s', (_, step, problem) => {
    const plan = withdraw(shop, [step]);
    expect(plan.left).toEqual([]);
    expect(plan.kept[0]).toContain(`it would ${problem}`);
  });
});

describe('in Python', () => {
  const api = memoryWorkspace({
    'api/views.py':
      'from api.log import note\n\n\ndef view(kind):\n    for one in kind:\n        note(one)\n        break\n    return 1\n',
    'api/urls.py': 'from api.views import view\n\nurls = [view]\n',
  });
  it.each([
    ['a name', ['drop', 'api/views.py', 'from api.log import note\n\n\n', ''], 'use note, which nothing binds'],
    ['an import', ['drop', 'api/views.py', '        note(one)\n', ''], 'leave note unused'],
    ['a loop', ['drop', 'api/views.py', 'for one in kind', 'if (one := kind)'], 'not compile: break outside of a loop'],
    ['an export', ['rename', 'api/views.py', 'def view', 'def show'], 'take away view, which api/urls.py imports'],
  ] as [string, Step, string][])('what loses %s is withdrawn', (_, step, problem) => {
    const plan = withdraw(api, [step]);
    expect(plan.left).toEqual([]);
    expect(plan.kept[0]).toContain(`it would ${problem}`);
  });
});
