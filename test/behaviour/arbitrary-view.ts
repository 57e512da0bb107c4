import fc from 'fast-check';

type Holder = 'element' | 'fragment' | 'keyed';

/**
 * A component whose JSX asks for the flag at many places. Simple ones come first, so that a failing view shrinks towards them.
 *
 * Made as text, because the spaces and line ends between its parts are what may go wrong.
 */
export function arbitraryView(): fc.Arbitrary<string> {
  const space = fc.constantFrom('', ' ', '\n    ', ' \n', '  ', '\n\n      ');
  const word = fc.constantFrom('Hello', 'you', '!', 'a &amp; b', '&nbsp;', '"quoted"');
  const condition = fc.constantFrom(
    "isEnabled('checkout')",
    "!isEnabled('checkout')",
    "count && isEnabled('checkout')",
    "name || isEnabled('checkout')",
    "count > 0 && isEnabled('checkout')",
    'on',
    'hide',
    'count',
  );
  const { element } = fc.letrec<{ element: string; child: string; value: string; children: string }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        "'text'",
        "' '",
        "'a > b'",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the code of a view.
        '`<${count}>`',
        'name',
        '0',
        'null',
        'undefined',
        "''",
        "'{'",
        "'\\u00e9'",
      ),
      { weight: 4, arbitrary: tie('element') },
      { weight: 2, arbitrary: tie('element').map((text) => `(\n      ${text}\n    )`) },
      { weight: 1, arbitrary: tie('value').map((value) => `[1, 2].map((n) => ${value})`) },
      { weight: 2, arbitrary: decision(condition, tie('value')) },
    ),
    child: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      word,
      { weight: 3, arbitrary: tie('value').map((value) => `{${value}}`) },
      { weight: 6, arbitrary: decision(condition, tie('value')).map((value) => `{${value}}`) },
      { weight: 1, arbitrary: tie('element') },
      { weight: 1, arbitrary: fc.constant('{/* a comment */}') },
    ),
    children: fc
      .array(fc.tuple(space, tie('child')), { maxLength: 4 })
      .chain((pairs) => space.map((last) => pairs.map(([before, text]) => before + text).join('') + last)),
    element: fc
      .tuple(
        fc.constantFrom<Holder>('element', 'fragment', 'keyed'),
        tie('children'),
        fc.array(attribute(condition, tie('value')), { maxLength: 1 }),
      )
      .map(([holder, children, attributes]) => {
        if (holder === 'fragment') return `<>${children}</>`;
        return `<b${holder === 'keyed' ? ' key="k"' : ''}${attributes.join('')}>${children}</b>`;
      }),
  }));
  return element.map(
    (view) => `export function View({ count, name }) {
  const on = isEnabled('checkout');
  const hide = !on;
  return (
    ${view}
  );
}
`,
  );
}

function decision(condition: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    fc.tuple(condition, value).map(([test, yes]) => `(${test}) && ${yes}`),
    fc.tuple(condition, value, value).map(([test, yes, no]) => `${test} ? ${yes} : ${no}`),
  );
}

function attribute(condition: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.oneof(
    condition.map((test) => ` title={${test}}`),
    decision(condition, value).map((text) => ` title={${text}}`),
    condition.map((test) => ` {...(${test} ? { id: 'x' } : {})}`),
    condition.map((test) => ` {...(${test} && { id: 'x', 'data-y': "it's" })}`),
  );
}
