import type { Arg, Call, FunctionDef, Param } from '@ffsd/python';

/** What a call gives a parameter: an argument, its default, or something that `*args` and `**options` do not tell. */
export type GivenArgument =
  | { readonly kind: 'given'; readonly argument: Arg }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'unknown' };

/**
 * @param bound whether the call itself gives the first parameter, such as `self`
 */
export function argumentFor({ args }: Call, { params }: FunctionDef, param: Param, bound: boolean): GivenArgument {
  const positional = [...params.posonlyParams, ...params.params];
  const isByName = !params.posonlyParams.includes(param);
  const named = isByName ? args.find(({ keyword }) => keyword?.value === param.name.value) : undefined;
  if (named) return { kind: 'given', argument: named };
  const index = positional.indexOf(param) - (bound ? 1 : 0);
  let at = 0;
  for (const argument of args) {
    if (argument.keyword) continue;
    // `f(x, *rest)`: the rest may reach it; `f(x, **options)` may name it.
    if (argument.star !== '') {
      if (argument.star === '**' ? isByName : positional.includes(param)) return { kind: 'unknown' };
      continue;
    }
    if (at === index) return { kind: 'given', argument };
    at++;
  }
  return { kind: 'left-out' };
}

/** The parameters that a caller gives, without those with stars and without the one that the call itself gives. */
export function givenParameters({ params }: FunctionDef, bound: boolean): readonly Param[] {
  const positional = [...params.posonlyParams, ...params.params];
  return [...positional.slice(bound ? 1 : 0), ...params.kwonlyParams];
}
