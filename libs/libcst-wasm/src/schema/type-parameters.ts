import {
  END,
  field,
  fields,
  joined,
  list,
  type NodeSpec,
  one,
  optional,
  orElse,
  orElseUnless,
  START,
  separator,
  simple,
  text,
  textOf,
  token,
  when,
} from './schema.ts';
import { small } from './small-statement.ts';

const expression = one('BaseExpression');

/** Type parameters and type aliases. */
export const typeParameterNodes: readonly NodeSpec[] = [
  {
    name: 'TypeVar',
    doc: 'A type variable of a list of type parameters.',
    fields: { name: one('Name'), bound: optional('BaseExpression'), colon: optional('Colon') },
    layout: [START, field('name'), orElse('colon', ': ', 'bound'), field('bound'), END],
  },
  {
    name: 'TypeVarTuple',
    doc: 'A type variable tuple, `*Ts`.',
    fields: { name: one('Name'), whitespace_after_star: simple('') },
    layout: [START, token('*'), ...fields('whitespace_after_star', 'name'), END],
  },
  {
    name: 'ParamSpec',
    doc: 'A parameter specification, `**P`.',
    fields: { name: one('Name'), whitespace_after_star: simple('') },
    layout: [START, token('**'), ...fields('whitespace_after_star', 'name'), END],
    rust: { shape: 'inline' },
  },
  {
    name: 'TypeParam',
    doc: 'One of a list of type parameters, with its default (PEP 696).',
    fields: {
      param: one('BaseTypeParam'),
      comma: optional('Comma'),
      equal: optional('AssignEqual'),
      star: text(''),
      whitespace_after_star: simple(''),
      default: optional('BaseExpression'),
    },
    layout: [
      field('param'),
      orElse('equal', ' = ', 'default'),
      textOf('star'),
      ...fields('whitespace_after_star', 'default'),
      separator('comma'),
    ],
  },
  {
    name: 'TypeParameters',
    doc: 'A list of type parameters (PEP 695).',
    fields: {
      params: list('TypeParam'),
      lbracket: one('LeftSquareBracket', 'default'),
      rbracket: one('RightSquareBracket', 'default'),
    },
    layout: [field('lbracket'), joined(['params'], ', '), field('rbracket')],
  },
  small(
    'TypeAlias',
    '`type name = value` (PEP 695).',
    {
      name: one('Name'),
      value: expression,
      type_parameters: optional('TypeParameters'),
      whitespace_after_type: simple(' '),
      whitespace_after_name: optional('SimpleWhitespace'),
      whitespace_after_type_parameters: optional('SimpleWhitespace'),
      whitespace_after_equals: simple(' '),
    },
    token('type'),
    ...fields('whitespace_after_type', 'name'),
    orElseUnless('whitespace_after_name', ' ', 'type_parameters'),
    when(
      'type_parameters',
      field('type_parameters'),
      orElse('whitespace_after_type_parameters', ' ', 'type_parameters'),
    ),
    token('='),
    ...fields('whitespace_after_equals', 'value'),
  ),
];
