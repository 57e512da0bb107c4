import { memoryWorkspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import { diagnosePython } from './diagnose-python.ts';

const files = {
  'shop/a.py': 'from shop.b import b\n\n\ndef a():\n    return missing, b\n',
  'shop/b.py': 'b = 1\nc = 2\n',
  'shop/deep/d.py': 'from ..b import c\n\nprint(c)\n',
};

function found(changed: Record<string, string | undefined>) {
  return diagnosePython(memoryWorkspace(files), new Map(Object.entries(changed)));
}

describe('diagnosePython', () => {
  it('says nothing of what was so before', () => {
    const nothing = { unparsable: [], unresolved: [], unused: [], others: [] };
    expect(found({ 'shop/a.py': `${files['shop/a.py']}# more\n` })).toEqual(nothing);
  });

  it('finds a text that does not compile, even where it parses', () => {
    expect(found({ 'shop/a.py': 'return 1\n' }).unparsable).toEqual([
      expect.stringContaining("'return' outside function"),
    ]);
  });

  it('finds a name that is gone', () => {
    const after = files['shop/a.py'].replace('from', '# from');
    expect(found({ 'shop/a.py': after }).unresolved).toEqual(['shop/a.py: b']);
  });

  it('finds an import that lost its use', () => {
    const after = files['shop/a.py'].replace(', b', '');
    expect(found({ 'shop/a.py': after }).unused).toEqual(['shop/a.py: b is imported and not used']);
  });

  it('finds a name that others still import', () => {
    expect(found({ 'shop/b.py': 'b = 1\n' }).unresolved).toEqual(['shop/deep/d.py: c is not in shop/b.py']);
  });
});
