import fc from 'fast-check';

/** What one template language has and the other has not. */
interface Dialect {
  readonly name: 'django' | 'jinja';
  /** Values with which a variant is compared. */
  readonly variants: readonly string[];
}

/** A template that reads the flag `checkout`: blocks on lines and within lines, in attributes, names, loops. */
export function arbitraryTemplate(dialect: Dialect): fc.Arbitrary<string> {
  const { test, shown } = expressions(dialect);
  const isJinja = dialect.name === 'jinja';
  // Which white space a tag takes with it. On lines of its own a tag may only take what stands before.
  const trim = isJinja ? fc.constantFrom('', '', '', '-') : fc.constant('');
  const tag = (inner: fc.Arbitrary<string>) =>
    fc.tuple(trim, inner, trim).map(([before, text, behind]) => `{%${before} ${text} ${behind}%}`);
  const lineTag = (inner: fc.Arbitrary<string>) =>
    fc.tuple(trim, inner).map(([before, text]) => `{%${before} ${text} %}`);
  const word = fc.constantFrom('one', 'two', 'three', '<b>4</b>', '<i>5</i>');
  const name = fc.constantFrom('on', 'other', 'user');
  const binding = fc.tuple(name, isJinja ? shown : fc.oneof(test, shown).map((text) => text.replace(/\s.*$/, '')));

  const { inline } = fc.letrec<{ inline: string; piece: string }>((tie) => ({
    piece: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      word,
      shown.map((text) => `{{ ${text} }}`),
      fc
        .tuple(tag(test.map((text) => `if ${text}`)), tie('inline'), tag(fc.constant('endif')))
        .map((parts) => parts.join('')),
      fc
        .tuple(
          tag(test.map((text) => `if ${text}`)),
          tie('inline'),
          tag(test.map((text) => `elif ${text}`)),
          tie('inline'),
          tag(fc.constant('else')),
          tie('inline'),
          tag(fc.constant('endif')),
        )
        .map((parts) => parts.join('')),
      fc
        .tuple(binding, tie('inline'))
        .map(([[bound, value], inside]) => `{% with ${bound}=${value} %}${inside}{% endwith %}`),
      fc.tuple(test, word).map(([text, shownWord]) => `<u class="a {% if ${text} %}b{% endif %} c">${shownWord}</u>`),
      fc.tuple(test, word).map(([text, shownWord]) => `<u {% if ${text} %}hidden{% endif %}>${shownWord}</u>`),
    ),
    inline: fc.array(tie('piece'), { minLength: 1, maxLength: 2 }).map((pieces) => pieces.join(' ')),
  }));

  const { lines } = fc.letrec<{ lines: readonly string[]; line: readonly string[] }>((tie) => {
    const inside = tie('lines').map((all) => all.map((line) => (line === '' ? '' : `  ${line}`)));
    const block = (open: string, dividers: readonly (readonly [string, readonly string[]])[], close: string) => [
      ...dividers.flatMap(([head, body], index) => [index === 0 ? open : head, ...body]),
      close,
    ];
    return {
      line: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        inline.map((text) => [text]),
        inline.map((text) => [`<p>${text}</p>`]),
        fc.constant(['']),
        fc
          .tuple(lineTag(test.map((text) => `if ${text}`)), inside, lineTag(fc.constant('endif')))
          .map(([open, body, close]) => block(open, [['', body]], close)),
        fc
          .tuple(
            lineTag(test.map((text) => `if ${text}`)),
            inside,
            lineTag(
              fc.oneof(
                test.map((text) => `elif ${text}`),
                fc.constant('else'),
              ),
            ),
            inside,
            lineTag(fc.constant('endif')),
          )
          .map(([open, body, divider, other, close]) =>
            block(
              open,
              [
                ['', body],
                [divider, other],
              ],
              close,
            ),
          ),
        inside.map((body) => ['{% for item in items %}', ...body, '{{ item }}', '{% endfor %}']),
        inside.map((body) => ['<div>', ...body, '</div>']),
        inside.map((body) => ['<pre>', ...body, '</pre>']),
        ...(isJinja ? [fc.tuple(name, shown).map(([bound, value]) => [`{% set ${bound} = ${value} %}`])] : []),
      ),
      lines: fc.array(tie('line'), { minLength: 1, maxLength: 2 }).map((all) => all.flat()),
    };
  });
  return fc
    .array(lines, { minLength: 1, maxLength: 3 })
    .map((all) => all.flat())
    .map((all) => `${all.join('\n')}\n`);
}

/** Expressions to be tested, and to be shown. */
function expressions({ name, variants }: Dialect): {
  readonly test: fc.Arbitrary<string>;
  readonly shown: fc.Arbitrary<string>;
} {
  const isJinja = name === 'jinja';
  const read = isJinja ? fc.constantFrom('flags.checkout', "isEnabled('checkout')") : fc.constant('flags.checkout');
  const variable = fc.constantFrom('on', 'other', 'user', 'user.name');
  const quoted = fc.constantFrom(...variants, 'x').map((text) => `'${text}'`);
  const { test } = fc.letrec<{ test: string; part: string }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      read,
      read,
      variable,
      tie('part').map((text) => `not ${text}`),
      fc.tuple(fc.oneof(read, variable), fc.constantFrom('==', '!='), quoted).map((parts) => parts.join(' ')),
      ...(isJinja ? [tie('test').map((text) => `(${text})`), read.map((text) => `${text} is defined`)] : []),
    ),
    test: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      tie('part'),
      fc.tuple(tie('part'), fc.constantFrom('and', 'or'), tie('test')).map((parts) => parts.join(' ')),
    ),
  }));
  const value = fc.oneof(quoted, variable, read);
  if (!isJinja)
    return {
      test,
      shown: fc.oneof(
        value,
        read.map((text) => `${text}|yesno:"a,b"`),
      ),
    };
  const conditional = fc
    .tuple(value, test, value)
    .map(([body, when, otherwise]) => `${body} if ${when} else ${otherwise}`);
  const half = fc.tuple(value, test).map(([body, when]) => `${body} if ${when}`);
  return { test, shown: fc.oneof(value, conditional, conditional, half, test) };
}
