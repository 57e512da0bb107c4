import { BRACES, BRACKETS, IN_PARENTHESES } from './brackets.ts';
import {
  END,
  field,
  fields,
  list,
  type NodeSpec,
  one,
  optional,
  PARENTHESES,
  parenthesized,
  START,
  token,
  ws,
} from './schema.ts';

const expression = one('BaseExpression');

/** Comprehensions and their loops. */
export const comprehensionNodes: readonly NodeSpec[] = [
  {
    name: 'GeneratorExp',
    doc: 'A generator expression. Its parentheses are its `lpar` and `rpar`.',
    fields: { elt: expression, for_in: one('CompFor'), ...IN_PARENTHESES },
    layout: parenthesized(...fields('elt', 'for_in')),
  },
  {
    name: 'ListComp',
    doc: 'A list comprehension.',
    fields: { elt: expression, for_in: one('CompFor'), ...BRACKETS, ...PARENTHESES },
    layout: parenthesized(...fields('lbracket', 'elt', 'for_in', 'rbracket')),
  },
  {
    name: 'SetComp',
    doc: 'A set comprehension.',
    fields: { elt: expression, for_in: one('CompFor'), ...BRACES, ...PARENTHESES },
    layout: parenthesized(...fields('lbrace', 'elt', 'for_in', 'rbrace')),
  },
  {
    name: 'DictComp',
    doc: 'A dictionary comprehension.',
    fields: {
      key: expression,
      value: expression,
      for_in: one('CompFor'),
      ...BRACES,
      ...PARENTHESES,
      whitespace_before_colon: ws(''),
      whitespace_after_colon: ws(' '),
    },
    layout: parenthesized(
      ...fields('lbrace', 'key', 'whitespace_before_colon'),
      token(':'),
      ...fields('whitespace_after_colon', 'value', 'for_in', 'rbrace'),
    ),
  },
  {
    name: 'StarredDictComp',
    doc: 'A dictionary comprehension that unpacks mappings (PEP 798).',
    fields: { value: expression, for_in: one('CompFor'), ...BRACES, ...PARENTHESES, whitespace_before_value: ws('') },
    layout: parenthesized(
      field('lbrace'),
      token('**'),
      ...fields('whitespace_before_value', 'value', 'for_in', 'rbrace'),
    ),
  },
  {
    name: 'CompFor',
    doc: 'The `for target in iter` of a comprehension, with its conditions and the loops inside it.',
    fields: {
      target: one('BaseAssignTargetExpression'),
      iter: expression,
      ifs: list('CompIf'),
      inner_for_in: optional('CompFor'),
      asynchronous: optional('Asynchronous'),
      whitespace_before: ws(' '),
      whitespace_after_for: ws(' '),
      whitespace_before_in: ws(' '),
      whitespace_after_in: ws(' '),
    },
    layout: [
      ...fields('whitespace_before', 'asynchronous'),
      token('for'),
      ...fields('whitespace_after_for', 'target', 'whitespace_before_in'),
      token('in'),
      ...fields('whitespace_after_in', 'iter', 'ifs', 'inner_for_in'),
    ],
  },
  {
    name: 'CompIf',
    doc: 'A condition of a comprehension.',
    fields: { test: expression, whitespace_before: ws(' '), whitespace_before_test: ws(' ') },
    layout: [field('whitespace_before'), token('if'), ...fields('whitespace_before_test', 'test')],
  },
  {
    name: 'Asynchronous',
    doc: 'The word `async`.',
    fields: { whitespace_after: ws(' ') },
    layout: [START, token('async'), END, field('whitespace_after')],
  },
];
