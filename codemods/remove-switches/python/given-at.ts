import type { Constant } from '@ffsd/fold';
import type { AnyNode, FunctionDef, Param, SourceFile } from '@ffsd/python';
import { scopesOf } from '@ffsd/python';
import { argumentFor } from './argument-for.ts';
import type { CallPlace } from './calls-of.ts';
import { isSameConstant, literalOf } from './literal-of.ts';

/** What a call gives a parameter. */
export type Given =
  | { readonly kind: 'constant'; readonly value: Constant; readonly place: CallPlace; readonly leftOut: boolean }
  /** The function hands on its own parameter to itself. */
  | { readonly kind: 'same'; readonly place: CallPlace }
  | { readonly kind: 'other'; readonly place: CallPlace };

/** What each of the calls gives the parameter of a function of the file; a default counts where it is left out. */
export function givenAt(
  calls: readonly CallPlace[],
  node: FunctionDef,
  param: Param,
  file: SourceFile,
): readonly Given[] {
  return calls.map((place): Given => {
    const given = argumentFor(place.call, node, param, place.bound);
    const expression =
      given.kind === 'unknown' ? undefined : given.kind === 'given' ? given.argument.value : param.default;
    if (!expression) return { kind: 'other', place };
    const literal = literalOf(expression);
    if (literal) return { kind: 'constant', value: literal.value, place, leftOut: given.kind === 'left-out' };
    const scopes = scopesOf(file);
    const own = scopes.bindingOf(param.name);
    const isOwn = place.path === file.path && own !== undefined && scopes.bindingOf(expression) === own;
    return { kind: isOwn && own.assignments.length === 1 ? 'same' : 'other', place };
  });
}

/** Whether what a call gives is not known to be the value. */
export function differs(given: Given, wanted: Constant): boolean {
  return given.kind === 'other' || (given.kind === 'constant' && !isSameConstant(given.value, wanted));
}

/** Where the argument begins, or the call that leaves it out. */
export function argumentStart(place: CallPlace, node: FunctionDef, param: Param): number {
  return (argumentOf(place, node, param) ?? place.call).start;
}

/** The expression of the call that gives it. */
export function argumentOf({ call, bound }: CallPlace, node: FunctionDef, param: Param): AnyNode | undefined {
  const given = argumentFor(call, node, param, bound);
  return given.kind === 'given' ? given.argument.value : undefined;
}
