import type { KeptCode } from './kept-code.ts';

/** What is known of a place in a test that gives the flag a value, told without any word of the language it is written in. */
export interface SetUpFacts {
  /** `ordered`: one value after the other, such as `side_effect=[True, False]`. `unknown`: not known before the test runs. */
  readonly gives: 'settled' | 'other' | 'ordered' | 'unknown';
  /** Whether it does nothing else that anybody notices: its result is not used, and what it is given has no effect. */
  readonly pure: boolean;
  /** How often the flag was asked is counted by what stands there, too. */
  readonly counted: boolean;
  /**
   * What runs under it: one test as a whole, all tests of a group and nothing else, a part of a test, or whatever calls a function that
   * others share. `background`: the same, where nothing says that it is about the value of the flag.
   */
  readonly covers: 'test' | 'group' | 'part' | 'shared' | 'background';
  /** What it covers says by its name that it holds for both values: `test_always_signs_regardless_of_the_flag`. */
  readonly both: boolean;
}

export type SetUpVerdict =
  | { readonly kind: 'remove-set-up' }
  /** The test, or the group of tests, has lost its subject. */
  | { readonly kind: 'remove-covered' }
  | { readonly kind: 'kept'; readonly code: KeptCode; readonly because: string };

/**
 * The one table that says what becomes of a set-up once nothing outside of tests reads the flag any more.
 *
 * Then it has no effect, so a test without it tests what it did before. But a test that was written for the removed branch would
 * stay as one that fails, or worse as one that passes and says something else than it did.
 */
export function decideSetUp({ gives, pure, counted, covers, both }: SetUpFacts): SetUpVerdict {
  if (gives === 'ordered') return kept('ordered-mock', 'the flag gets one value after the other here');
  if (counted) return kept('call-count', 'it is counted here how often the flag is asked, or with what');
  if (gives === 'unknown') return kept('mention', 'the value that the flag gets here is not known');
  // A test that holds for both values by its name holds without being told one of them. And what ran before all kinds of tests has no
  // effect either: whoever needed the other value fails with it and without it.
  if (gives === 'settled' || both || covers === 'background') {
    if (pure) return { kind: 'remove-set-up' };
    return kept('mention', 'what sets the flag here has a result or an effect besides');
  }
  switch (covers) {
    case 'test':
    case 'group':
      return { kind: 'remove-covered' };
    case 'part':
      return kept('test-of-other-value', 'a part of the test is about another value of the flag');
    case 'shared':
      return kept('test-of-other-value', 'tests share this set-up, which gives the flag another value');
    default:
      return covers satisfies never;
  }
}

function kept(code: KeptCode, because: string): SetUpVerdict {
  return { kind: 'kept', code, because };
}

/** Whether a value that a set-up gives is that of the flag. A text, as of an environment variable, may stand for a truth. */
export function isSettledValue(given: unknown, settled: unknown): boolean {
  if (JSON.stringify(given) === JSON.stringify(settled)) return true;
  if (typeof given === 'string' && typeof settled === 'boolean') {
    return settled ? /^(?:1|true|yes|on)$/i.test(given) : /^(?:0|false|no|off|)$/i.test(given);
  }
  return typeof settled !== 'string' ? false : given !== null && String(given) === settled;
}

/** Words by which a test says that the flag makes no difference to it. */
export function holdsForBoth(name: string): boolean {
  return /regardless|irrespective|independent(?:ly)?[ _]of|whether[ _]or[ _]not|either[ _]way|with[ _]?(?:and|or)[ _]without|on[ _](?:and|or)[ _]off|no[ _]matter/i.test(
    name,
  );
}
