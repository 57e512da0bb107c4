import {
  DEFAULT_NEWLINE,
  END,
  endOf,
  field,
  INDENT,
  ifEmpty,
  joined,
  list,
  type NodeSpec,
  one,
  optionalText,
  POP_INDENT,
  pushIndent,
  START,
  simple,
  startOf,
  token,
} from './schema.ts';

const lines = list('EmptyLine');
const trailing = one('TrailingWhitespace', 'default');

/** Lines of statements, and blocks of lines. */
export const blockNodes: readonly NodeSpec[] = [
  {
    name: 'SimpleStatementLine',
    doc: 'A line of small statements.',
    fields: { body: list('BaseSmallStatement', 'required'), leading_lines: lines, trailing_whitespace: trailing },
    layout: [
      field('leading_lines'),
      INDENT,
      START,
      joined(['body'], '; '),
      ifEmpty('body', token('pass')),
      END,
      endOf('body'),
      field('trailing_whitespace'),
    ],
  },
  {
    name: 'SimpleStatementSuite',
    doc: 'Small statements on the line of the colon that they belong to.',
    fields: {
      body: list('BaseSmallStatement', 'required'),
      leading_whitespace: simple(' '),
      trailing_whitespace: trailing,
    },
    layout: [
      field('leading_whitespace'),
      START,
      joined(['body'], '; '),
      ifEmpty('body', token('pass')),
      END,
      endOf('body'),
      field('trailing_whitespace'),
    ],
  },
  {
    name: 'IndentedBlock',
    doc: 'Statements that are indented further than the one that they belong to.',
    fields: { body: list('BaseStatement', 'required'), header: trailing, indent: optionalText(), footer: lines },
    layout: [
      field('header'),
      pushIndent('indent'),
      START,
      field('body'),
      ifEmpty('body', INDENT, token('pass')),
      END,
      ifEmpty('body', DEFAULT_NEWLINE),
      startOf('body'),
      endOf('body'),
      field('footer'),
      POP_INDENT,
    ],
  },
];
