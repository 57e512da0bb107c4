import { BRACES, BRACKETS, IN_PARENTHESES } from './brackets.ts';
import {
  END,
  field,
  fields,
  joined,
  list,
  type NodeSpec,
  one,
  optional,
  optionalText,
  orElse,
  PARENTHESES,
  parenthesized,
  START,
  separator,
  textOf,
  token,
  ws,
} from './schema.ts';

const expression = one('BaseExpression');

/** Displays of collections, and subscripts. */
export const collectionNodes: readonly NodeSpec[] = [
  {
    name: 'Subscript',
    doc: 'A subscription or a slice, `value[slice]`.',
    fields: {
      value: expression,
      slice: list('SubscriptElement', 'required'),
      ...BRACKETS,
      ...PARENTHESES,
      whitespace_after_value: ws(''),
    },
    layout: parenthesized(
      ...fields('value', 'whitespace_after_value', 'lbracket'),
      joined(['slice'], ', '),
      field('rbracket'),
    ),
  },
  {
    name: 'SubscriptElement',
    doc: 'One of the things between the brackets of a subscript.',
    fields: { slice: one('BaseSlice'), comma: optional('Comma') },
    layout: [START, field('slice'), END, separator('comma')],
  },
  {
    name: 'Index',
    doc: 'A plain value between the brackets of a subscript, with a star where PEP 646 allows one.',
    fields: {
      value: expression,
      star: optionalText(),
      whitespace_after_star: optional('BaseParenthesizableWhitespace'),
    },
    layout: [textOf('star'), orElse('whitespace_after_star', '', 'star'), field('value')],
  },
  {
    name: 'Slice',
    doc: 'A slice, `lower:upper:step`.',
    fields: {
      lower: optional('BaseExpression', 'required'),
      upper: optional('BaseExpression', 'required'),
      step: optional('BaseExpression'),
      first_colon: one('Colon', 'default'),
      second_colon: optional('Colon'),
    },
    layout: [...fields('lower', 'first_colon', 'upper'), orElse('second_colon', ':', 'step'), field('step')],
  },
  {
    name: 'Tuple',
    doc: 'A tuple. Its parentheses are its `lpar` and `rpar`, because a tuple needs none.',
    fields: { elements: list('BaseElement', 'required'), ...IN_PARENTHESES },
    layout: parenthesized(joined(['elements'], ', ', ',')),
  },
  {
    name: 'List',
    doc: 'A list display.',
    fields: { elements: list('BaseElement', 'required'), ...BRACKETS, ...PARENTHESES },
    layout: parenthesized(field('lbracket'), joined(['elements'], ', '), field('rbracket')),
  },
  {
    name: 'Set',
    doc: 'A set display.',
    fields: { elements: list('BaseElement', 'required'), ...BRACES, ...PARENTHESES },
    layout: parenthesized(field('lbrace'), joined(['elements'], ', '), field('rbrace')),
  },
  {
    name: 'Dict',
    doc: 'A dictionary display.',
    fields: { elements: list('BaseDictElement', 'required'), ...BRACES, ...PARENTHESES },
    layout: parenthesized(field('lbrace'), joined(['elements'], ', '), field('rbrace')),
  },
  {
    name: 'Element',
    doc: 'A value in a tuple, list or set.',
    fields: { value: expression, comma: optional('Comma') },
    layout: [START, field('value'), END, separator('comma')],
    rust: { shape: 'variant' },
  },
  {
    name: 'StarredElement',
    doc: 'A value that is unpacked, `*value`.',
    fields: { value: expression, comma: optional('Comma'), ...PARENTHESES, whitespace_before_value: ws('') },
    layout: [...parenthesized(token('*'), ...fields('whitespace_before_value', 'value')), separator('comma')],
  },
  {
    name: 'DictElement',
    doc: 'A `key: value` in a dictionary.',
    fields: {
      key: expression,
      value: expression,
      comma: optional('Comma'),
      whitespace_before_colon: ws(''),
      whitespace_after_colon: ws(' '),
    },
    layout: [
      START,
      ...fields('key', 'whitespace_before_colon'),
      token(':'),
      ...fields('whitespace_after_colon', 'value'),
      END,
      separator('comma'),
    ],
    rust: { shape: 'variant' },
  },
  {
    name: 'StarredDictElement',
    doc: 'A mapping that is unpacked, `**value`.',
    fields: { value: expression, comma: optional('Comma'), whitespace_before_value: ws('') },
    layout: [START, token('**'), ...fields('whitespace_before_value', 'value'), END, separator('comma')],
  },
];
