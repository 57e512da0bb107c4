import { foldComparison } from './comparison.ts';
import type { Constant } from './constant.ts';

/** The test of one `case`: a constant, `default`, or an expression whose value is not known. */
export type CaseTest =
  | { readonly kind: 'constant'; readonly value: Constant }
  | { readonly kind: 'default' }
  | { readonly kind: 'unknown' };

export type ChosenCase =
  | { readonly kind: 'case'; readonly index: number }
  /** No case matches and there is no default: nothing runs. */
  | { readonly kind: 'none' }
  /** An earlier test is not known, so it might match first. */
  | { readonly kind: 'undecided' };

/**
 * The case that a switch on a constant enters. `default` is entered only when no case matches, wherever it stands:
 *
 * ```text
 * switch ('b') { default: d(); case 'b': b(); }   =>   b()      // not d()
 * ```
 */
export function chooseCase(value: Constant, cases: readonly CaseTest[]): ChosenCase {
  for (const [index, test] of cases.entries()) {
    if (test.kind === 'default') continue;
    const matches = test.kind === 'constant' ? foldComparison('===', value, test.value) : undefined;
    if (matches === undefined) return { kind: 'undecided' };
    if (matches) return { kind: 'case', index };
  }
  const index = cases.findIndex((test) => test.kind === 'default');
  return index < 0 ? { kind: 'none' } : { kind: 'case', index };
}
