import fc from 'fast-check';
import type { Cascade, Item, Shown, Truth } from './cascade.ts';

/** Programs in which most values come from the flag in the end. The simplest come first. */
export function arbitraryCascade(): fc.Arbitrary<Cascade> {
  const { truth } = fc.letrec<{ truth: Truth }>((tie) => ({
    truth: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 2, arbitrary: fc.record({ is: fc.constant('literal' as const), value: fc.boolean() }) },
      { weight: 6, arbitrary: fc.constant<Truth>({ is: 'flag' }) },
      { weight: 4, arbitrary: fc.constant<Truth>({ is: 'own' }) },
      {
        weight: 8,
        arbitrary: fc.record({
          is: fc.constant('item' as const),
          index: fc.nat(7),
          argument: fc.option(tie('truth'), { nil: undefined }),
        }),
      },
      { weight: 2, arbitrary: fc.record({ is: fc.constant('not' as const), of: tie('truth') }) },
      {
        weight: 2,
        arbitrary: fc.record({
          is: fc.constantFrom('both' as const, 'either' as const),
          left: tie('truth'),
          right: tie('truth'),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ is: fc.constant('effect' as const), mark: fc.nat(99), value: tie('truth') }),
      },
    ),
  }));
  const file = fc.nat(2);
  const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
  const rarely = fc.integer({ min: 0, max: 5 }).map((number) => number === 5);
  const item: fc.Arbitrary<Item> = fc.oneof(
    fc.record({ is: fc.constant('constant' as const), file, value: truth }),
    fc.record({
      is: fc.constant('function' as const),
      file,
      value: truth,
      early: sometimes(truth),
      arrow: fc.boolean(),
      traced: rarely,
    }),
    fc.record({
      is: fc.constant('parameter' as const),
      file,
      value: truth,
      otherwise: fc.option(fc.boolean(), { nil: undefined }),
      second: fc.boolean(),
    }),
    fc.record({ is: fc.constant('object' as const), file, value: truth }),
    fc.record({
      is: fc.constant('class' as const),
      file,
      field: fc.option(truth, { nil: undefined }),
      method: truth,
      overridden: rarely,
      written: rarely,
    }),
  );
  const shown: fc.Arbitrary<Shown> = fc.record({
    is: fc.constantFrom('if' as const, 'value' as const, 'choice' as const),
    of: truth,
    held: fc.boolean(),
  });
  return fc
    .record({
      items: fc.array(item, { minLength: 1, maxLength: 7 }),
      shown: fc.array(shown, { minLength: 1, maxLength: 5 }),
      barrel: fc.boolean(),
    })
    .map((cascade) => ({ ...cascade, items: cascade.items.toSorted((a, b) => a.file - b.file) }));
}
