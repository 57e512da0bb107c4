import {
  END,
  field,
  fields,
  flag,
  indentIf,
  list,
  type NodeSpec,
  one,
  optional,
  optionalText,
  START,
  simple,
  text,
  whole,
} from './schema.ts';

const trailing = one('TrailingWhitespace', 'default');

/** White space, comments and line ends, and the module that holds all. */
export const whitespaceNodes: readonly NodeSpec[] = [
  {
    name: 'Module',
    doc: 'A whole file. It owns the comments and empty lines at its top and at its end.',
    fields: {
      body: list('BaseStatement', 'required'),
      header: list('EmptyLine'),
      footer: list('EmptyLine'),
      encoding: text('utf-8'),
      default_indent: text('    '),
      default_newline: text('\n'),
      has_trailing_newline: flag(true),
    },
    layout: fields('header', 'body', 'footer'),
    rust: { shape: 'custom' },
  },
  {
    name: 'SimpleWhitespace',
    doc: 'Spaces, tabs, form feeds and backslash continuations within one logical line.',
    fields: { value: text() },
    layout: [START, whole('value'), END],
    rust: { shape: 'custom' },
  },
  {
    name: 'Newline',
    doc: 'The end of a line. Its value is null where it is the newline that the module uses by default.',
    fields: { value: optionalText() },
    layout: [START, whole('value'), END],
    rust: { shape: 'custom' },
  },
  {
    name: 'Comment',
    doc: 'A comment with its number sign, without the end of the line.',
    fields: { value: text() },
    layout: [START, whole('value'), END],
    rust: { shape: 'tuple' },
  },
  {
    name: 'TrailingWhitespace',
    doc: 'What stands between the end of a statement and the next line.',
    fields: { whitespace: simple(''), comment: optional('Comment'), newline: one('Newline', 'default') },
    layout: fields('whitespace', 'comment', 'newline'),
  },
  {
    name: 'EmptyLine',
    doc: 'A line with at most white space and a comment.',
    fields: {
      indent: flag(true),
      whitespace: simple(''),
      comment: optional('Comment'),
      newline: one('Newline', 'default'),
    },
    layout: [indentIf('indent'), ...fields('whitespace', 'comment', 'newline')],
  },
  {
    name: 'ParenthesizedWhitespace',
    doc: 'White space inside brackets that goes over the end of a line.',
    fields: { first_line: trailing, empty_lines: list('EmptyLine'), indent: flag(false), last_line: simple('') },
    layout: [...fields('first_line', 'empty_lines'), indentIf('indent'), field('last_line')],
  },
];
