import { memoryWorkspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import { diagnose } from './diagnose.ts';

const files = {
  'src/a.ts': "import { b } from './b';\nexport const a = () => (missing, b);\n",
  'src/b.ts': 'export const b = 1;\nexport const c = 2;\n',
  'src/deep/d.ts': "import { c } from 'src/b';\nexport const d = c;\n",
};

function found(changed: Record<string, string | undefined>) {
  return diagnose(memoryWorkspace(files), new Map(Object.entries(changed)));
}

describe('diagnose', () => {
  it('says nothing of what was so before', () => {
    const nothing = { unparsable: [], unresolved: [], unused: [], others: [] };
    expect(found({ 'src/a.ts': `${files['src/a.ts']}// more\n` })).toEqual(nothing);
  });

  it('finds a text that does not parse', () => {
    expect(found({ 'src/a.ts': 'export const a = (;\n' }).unparsable).toEqual(['src/a.ts: Expression expected.']);
  });

  it('finds a name that is gone', () => {
    const after = files['src/a.ts'].replace('import', '// import');
    expect(found({ 'src/a.ts': after }).unresolved).toEqual(["src/a.ts: Cannot find name 'b'."]);
  });

  it('finds an import that lost its use', () => {
    const after = files['src/a.ts'].replace(', b', '');
    expect(found({ 'src/a.ts': after }).unused).toEqual(["src/a.ts: 'b' is declared but its value is never read."]);
  });

  it('finds an export or a file that others still import, by a path from the root too', () => {
    const { unresolved } = found({ 'src/b.ts': 'export const b = 1;\n' });
    expect(unresolved).toEqual(["src/deep/d.ts: Module '\"src/b\"' has no exported member 'c'."]);
    expect(found({ 'src/b.ts': undefined }).unresolved).toHaveLength(2);
  });
});
