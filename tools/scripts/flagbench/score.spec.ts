import { memoryWorkspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import type { FlagCase } from './case.ts';
import { precision, recall, score } from './score.ts';

const flagCase: FlagCase = {
  id: 'shop-k',
  repo: 'shop/shop',
  commit: '',
  parent: '',
  language: 'ts',
  flag: 'k',
  value: true,
  callShapes: ["isOn('k')"],
  difficulty: 1,
};
const files = {
  'src/a.ts': "if (isOn('k')) {\n  a();\n} else {\n  b();\n}\nc();\n",
  'src/other.ts': "isOn('k');\nisOn('k-2');\n",
  'src/a.test.ts': 'off();\non();\n',
};
const person = new Map([
  ['src/a.ts', 'a();\nc();\n'],
  ['src/a.test.ts', 'on();\n'],
]);

function scored(changed: Record<string, string>) {
  const removal = { overlay: new Map(Object.entries(changed)), changes: [], kept: [], seconds: 0 };
  return score(flagCase, memoryWorkspace(files), person, removal);
}

describe('score', () => {
  it('counts the lines that both deleted, whatever became of their indentation', () => {
    const { source, test, differences } = scored({ 'src/a.ts': '  a();\n  b();\n' });
    expect(source).toEqual({ person: 4, codemod: 4, common: 3 });
    expect(recall(source)).toBe(0.75);
    expect(precision(source)).toBe(0.75);
    expect(test).toEqual({ person: 1, codemod: 0, common: 0 });
    expect([...differences.find(({ path }) => path === 'src/a.ts')!.extra.keys()]).toEqual(['c();']);
  });

  it('sets lines apart in files that the person forgot', () => {
    const { source, beyond, keysLeft } = scored({ 'src/other.ts': "isOn('k-2');\n" });
    expect({ beyond, codemod: source.codemod }).toEqual({ beyond: 1, codemod: 0 });
    expect(keysLeft).toEqual({ person: 1, codemod: 1 });
  });
});
