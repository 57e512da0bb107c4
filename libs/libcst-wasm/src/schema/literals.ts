import {
  END,
  field,
  fields,
  list,
  type NodeSpec,
  one,
  optional,
  optionalList,
  optionalText,
  PARENTHESES,
  parenthesized,
  START,
  text,
  textOf,
  token,
  when,
  whole,
  ws,
} from './schema.ts';

const expression = one('BaseExpression');

/** Nodes whose text is their value. */
const leaf = (name: string, doc: string): NodeSpec => ({
  name,
  doc,
  fields: { value: text(), ...PARENTHESES },
  layout: parenthesized(whole('value')),
});

/** `f"…"` and `t"…"` are told alike. */
const interpolated = (prefix: string, name: string, letter: string): readonly NodeSpec[] => [
  {
    name: `${name}Text`,
    doc: `The literal part of ${prefix}.`,
    fields: { value: text() },
    layout: [START, whole('value'), END],
    ...(name === 'TemplatedString' ? { rust: { shape: 'inline' } as const } : {}),
  },
  {
    name: `${name}Expression`,
    doc: `A replacement field of ${prefix}, with its braces.`,
    fields: {
      expression,
      conversion: optionalText(),
      format_spec: optionalList(`Base${name}Content`),
      whitespace_before_expression: ws(''),
      whitespace_after_expression: ws(''),
      equal: optional('AssignEqual'),
    },
    layout: [
      token('{'),
      ...fields('whitespace_before_expression', 'expression', 'equal', 'whitespace_after_expression'),
      when('conversion', token('!'), textOf('conversion')),
      when('format_spec', token(':'), field('format_spec')),
      token('}'),
    ],
  },
  {
    name,
    doc: `A string literal \`${letter}"…"\` with replacement fields.`,
    fields: {
      parts: list(`Base${name}Content`, 'required'),
      start: text(`${letter}"`),
      end: text('"'),
      ...PARENTHESES,
    },
    layout: parenthesized(textOf('start'), field('parts'), textOf('end')),
  },
];

/** Names, numbers and strings. */
export const literalNodes: readonly NodeSpec[] = [
  leaf('Name', 'An identifier, `True`, `False` and `None` among them.'),
  {
    name: 'Attribute',
    doc: 'An attribute of a value, `value.attr`.',
    fields: { value: expression, attr: one('Name'), dot: one('Dot', 'default'), ...PARENTHESES },
    layout: parenthesized(...fields('value', 'dot', 'attr')),
  },
  {
    name: 'Ellipsis',
    doc: 'The literal `...`.',
    fields: { ...PARENTHESES },
    layout: parenthesized(token('...')),
  },
  leaf('Integer', 'An integer literal as it is written.'),
  leaf('Float', 'A floating point literal as it is written.'),
  leaf('Imaginary', 'An imaginary literal as it is written.'),
  leaf('SimpleString', 'A string or bytes literal as it is written, with its prefix and its quotes.'),
  {
    name: 'ConcatenatedString',
    doc: 'Two literals that Python joins because they stand side by side. More than two nest in `right`.',
    fields: { left: one('BaseString'), right: one('BaseString'), ...PARENTHESES, whitespace_between: ws('') },
    layout: parenthesized(...fields('left', 'whitespace_between', 'right')),
  },
  ...interpolated('an f-string', 'FormattedString', 'f'),
  ...interpolated('a t-string (PEP 750)', 'TemplatedString', 't'),
];
