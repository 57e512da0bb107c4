import type { AnyNode, Call, ClassDef } from '@ffsd/python';
import { dottedName } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { isTestPath } from '../test-path.ts';
import { memberOf } from './callee.ts';
import type { CallPlace, Hindrance } from './calls-of.ts';
import type { ClassFamily } from './class-family.ts';
import { addConstructions } from './constructor-uses.ts';

/** What the constructors that Python makes for a dataclass are called with. */
export interface FieldValues {
  /** The expression that a call gives the field; undefined where nobody knows. Calls that leave it out are not among them. */
  readonly given: readonly { readonly place: CallPlace; readonly value: AnyNode | undefined }[];
  readonly hindrances: readonly Hindrance[];
  /** Something else than a test makes objects of the class. */
  readonly isMade: boolean;
}

/** Undefined for a class that is no dataclass, or whose `__init__` is written out. */
export function fieldValues(workspace: Workspace, family: ClassFamily, name: string): FieldValues | undefined {
  const { owner, above, below } = family;
  if (!isDataclass(owner.node)) return undefined;
  const makers = [owner, ...below].filter((one) => !memberOf(workspace, one, '__init__'));
  if (makers.length === 0) return undefined;
  const calls: CallPlace[] = [];
  const hindrances: Hindrance[] = [];
  addConstructions(workspace, makers, family, {
    addCall: (place) => calls.push(place),
    addHindrance: (hindrance) => hindrances.push(hindrance),
    addDoubt: () => {},
  });
  // Fields that are inherited come before those of the class, in an order of their own.
  const index = above.length + below.length > 0 ? undefined : fieldsOf(owner.node).indexOf(name);
  const given = calls.flatMap((place) => {
    const value = givenIn(place.call, name, index);
    return value === 'left-out' ? [] : [{ place, value: value === 'unknown' ? undefined : value }];
  });
  return { given, hindrances, isMade: calls.some(({ path }) => !isTestPath(path)) };
}

export function isDataclass({ decorators }: ClassDef): boolean {
  return decorators.some(({ decorator }) =>
    /(?:^|\.)dataclass$/.test(dottedName(decorator.type === 'Call' ? decorator.func : decorator) ?? ''),
  );
}

function fieldsOf({ body }: ClassDef): readonly string[] {
  return (body.body as readonly AnyNode[]).flatMap((line) => {
    const small = line.type === 'SimpleStatementLine' ? line.body[0] : undefined;
    return small?.type === 'AnnAssign' && small.target.type === 'Name' ? [small.target.value] : [];
  });
}

function givenIn({ args }: Call, name: string, index: number | undefined): AnyNode | 'left-out' | 'unknown' {
  const named = args.find(({ keyword }) => keyword?.value === name);
  if (named) return named.value;
  if (args.some(({ star }) => star !== '')) return 'unknown';
  const positional = args.filter(({ keyword }) => keyword === null);
  if (positional.length === 0) return 'left-out';
  if (index === undefined) return 'unknown';
  return positional[index]?.value ?? 'left-out';
}
