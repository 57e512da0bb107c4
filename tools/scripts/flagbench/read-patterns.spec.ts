import { describe, expect, it } from 'vitest';
import { readPatterns } from './read-patterns.ts';

describe('readPatterns', () => {
  it.each([
    ["useUiFlag('k')", 'useUiFlag($FLAG, $$$)'],
    ["this.flagResolver.isEnabled('k')", '$OBJ.isEnabled($FLAG, $$$)'],
    ["flagResolver.isEnabled('k', { a, b })", '$OBJ.isEnabled($FLAG, $$$)'],
    ['isFlagActive(props.runtimeData, "k")', 'isFlagActive($_, $FLAG, $$$)'],
    ['const { k } = useFlags({ k: false })', 'useFlags($$$).$FLAG'],
    ['const { k: alias } = useFlags({\n  k: false,\n})', 'useFlags($$$).$FLAG'],
    ['settings.k', 'settings.$FLAG'],
    ['enableK()', 'enableK()'],
  ])('makes of %s the pattern %s', (shape, pattern) => {
    expect(readPatterns([shape], 'k')).toEqual([pattern]);
  });

  it('gives each pattern once', () => {
    expect(readPatterns(["a.isOn('k')", "this.b.isOn('k')"], 'k')).toEqual(['$OBJ.isOn($FLAG, $$$)']);
  });
});
