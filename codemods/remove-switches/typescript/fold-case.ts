import type { Node, SwitchCase, SwitchStatement } from '@babel/types';
import { chooseCase } from '@ffsd/fold';
import { endWithComment, removeLines, removeStatements, startWithComments } from '@ffsd/typescript';
import { completesAbruptly } from './completes-abruptly.ts';
import { foldSwitch, testOf } from './fold-switch.ts';
import { removeStatement } from './remove-statement.ts';
import type { FoldResult, KnownExpression, Site } from './site.ts';
import { edited, refused } from './site.ts';

/**
 * Folds a case whose test became known, in a switch over a constant: `switch (true) { case isEnabled('x'): … }`.
 *
 * @returns undefined when what the switch compares with is not known either
 */
export function foldCase(
  site: Site,
  { node, value, effects }: KnownExpression,
  one: SwitchCase,
): FoldResult | undefined {
  const statement = site.parents.parent(one);
  if (statement?.type !== 'SwitchStatement' || one.test !== node || effects.length > 0) return undefined;
  const discriminant = site.constantOf(statement.discriminant);
  if (!discriminant) return undefined;
  const chosen = chooseCase(discriminant.value, [{ kind: 'constant', value }]);
  if (chosen.kind === 'undecided') return undefined;
  if (chosen.kind === 'none') return removeCase(site, statement, one);
  const tests = statement.cases.map((other) =>
    other === one ? ({ kind: 'constant', value } as const) : testOf(site, other.test),
  );
  if (chooseCase(discriminant.value, tests).kind !== 'undecided') {
    return foldSwitch(site, statement, discriminant.value, tests) ?? stays;
  }
  return asDefault(site, statement, one);
}

const stays = refused('constant-case', 'the case always holds when it is reached, and others stand before it');

/** A case that never holds. Its statements stay where the case before falls into them. */
function removeCase(site: Site, statement: SwitchStatement, one: SwitchCase): FoldResult {
  const { cases } = statement;
  if (cases.length === 1) return removeStatement(site, statement);
  const index = cases.indexOf(one);
  const first = one.consequent[0];
  if (index === 0 || !fallsThrough(cases[index - 1]!) || !first) return edited(removeStatements(site.file, one, one));
  return edited([removeLabel(site, one, first)]);
}

/** `case true:` goes, and what it runs stays under the labels before. */
function removeLabel({ file }: Site, one: SwitchCase, first: Node) {
  const colon = file.text.indexOf(':', one.test!.end!) + 1;
  const end = endWithComment(file, colon);
  return end >= first.start!
    ? { start: one.start!, end: first.start!, text: '' }
    : removeLines(file, startWithComments(file, one), end);
}

/** A case that always holds once it is reached is the `default`; those behind it are never asked. */
function asDefault(site: Site, { cases }: SwitchStatement, one: SwitchCase): FoldResult {
  const index = cases.indexOf(one);
  const before = cases.slice(0, index);
  const behind = cases.slice(index + 1);
  // An earlier `default` would be a second one, and a case that runs on needs those behind it.
  if (before.some(({ test }) => !test) || (behind.length > 0 && fallsThrough(one))) return stays;
  const removal = behind.length > 0 ? removeStatements(site.file, behind[0]!, behind.at(-1)!) : [];
  return edited([{ start: one.start!, end: one.test!.end!, text: 'default' }, ...removal]);
}

function fallsThrough({ consequent }: SwitchCase): boolean {
  return !consequent.some((statement) => completesAbruptly(statement));
}
