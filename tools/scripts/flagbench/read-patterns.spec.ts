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
    ['self.request.feature("k")', '$OBJ.feature($FLAG, $$$)'],
    ['settings.get("ns", "k", default=False)', '$OBJ.get("ns", $FLAG, $$$)'],
    ['is_active(K_FLAG, user)', 'is_active($FLAG, $$$)'],
    ['feature_flag="k"', '@$_($$$, feature_flag=$FLAG)'],
    ['@method_decorator(flagged_view(K_FLAG))', '@method_decorator(flagged_view($FLAG))'],
  ])('makes of %s the pattern %s', (shape, pattern) => {
    expect(readPatterns({ callShapes: [shape], flag: 'k', symbol: 'K_FLAG' })).toEqual([pattern]);
  });

  it.each(['allow={k}', 'Flag.objects.get(name=K_FLAG)'])('has no pattern for %s', (shape) => {
    expect(readPatterns({ callShapes: [shape], flag: 'k', symbol: 'K_FLAG' })).toEqual([]);
  });

  it('gives each pattern once', () => {
    expect(readPatterns({ callShapes: ["a.isOn('k')", "this.b.isOn('k')"], flag: 'k' })).toEqual([
      '$OBJ.isOn($FLAG, $$$)',
    ]);
  });
});
