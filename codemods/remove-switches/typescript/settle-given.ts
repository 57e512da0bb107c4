import type { FunctionUses } from './calls-of.ts';
import type { Input } from './given-at.ts';
import { givenAt } from './given-at.ts';
import type { Session } from './session.ts';

/**
 * Gives the values that go on to an input their outcome: nothing is left to be told when the input is folded, else why it is not.
 *
 * @param because why the input is not folded; undefined when it is
 */
export function settleGiven(session: Session, uses: FunctionUses, input: Input, because: string | undefined): void {
  for (const call of uses.calls) {
    const given = givenAt(call, input);
    if (given.kind !== 'given') continue;
    const { path, text } = call.file;
    const from = session.lineOf(path, given.node.start!);
    const to = Math.max(from, session.lineOf(path, given.node.end!));
    const isStored = given.node.type === 'ObjectProperty';
    const code = isStored ? 'stored-value' : 'passed-value';
    // Two values may go on from one line: what receives them tells them apart.
    const receiver =
      input.property === undefined
        ? /^[\w$.#]+/.exec(text.slice(call.node.start!))?.[0]
        : `the ${isStored ? 'property' : 'prop'} ${input.property}`;
    for (const kept of [...session.kept]) {
      const { place } = kept;
      if (kept.code !== code || place.path !== path || place.line < from || place.line > to) continue;
      if (!new RegExp(`${receiver?.replaceAll(/[.$]/g, '\\$&')}\\b`).test(kept.because)) continue;
      const others = session.kept.filter(
        (one) => one !== kept && one.code === code && one.place.path === path && one.place.line === place.line,
      );
      session.release({ place, code });
      for (const other of others) session.keep({ ...other, code });
      if (because !== undefined) {
        const what = kept.because.replace(/, which is not folded.*$/s, ', which is not folded');
        session.keep({ place, code, because: `${what}: ${because}` });
      }
    }
  }
}
