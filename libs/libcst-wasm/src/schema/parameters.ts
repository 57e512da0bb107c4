import {
  around,
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
  START,
  separator,
  textOf,
  token,
  ws,
} from './schema.ts';

const expression = one('BaseExpression');

/** The parameters of functions and lambdas. */
export const parameterNodes: readonly NodeSpec[] = [
  {
    name: 'Parameters',
    doc: 'The parameters of a function or a lambda, by their kinds.',
    fields: {
      params: list('Param'),
      star_arg: optional('BaseStarArg'),
      kwonly_params: list('Param'),
      star_kwarg: optional('Param'),
      posonly_params: list('Param'),
      posonly_ind: optional('ParamSlash'),
    },
    layout: [
      joined(
        [
          { field: 'posonly_params', pass: '' },
          { field: 'posonly_ind', stand: { text: '/', needs: ['posonly_params'] } },
          { field: 'params', pass: '' },
          { field: 'star_arg', pass: '*', stand: { text: '*', needs: ['kwonly_params'] } },
          { field: 'kwonly_params', pass: '' },
          { field: 'star_kwarg', pass: '**' },
        ],
        ', ',
      ),
    ],
  },
  {
    name: 'Param',
    doc: 'A parameter with its annotation and default. Its position is that of its star and name, as in LibCST.',
    fields: {
      name: one('Name'),
      annotation: optional('Annotation'),
      equal: optional('AssignEqual'),
      default: optional('BaseExpression'),
      comma: optional('Comma'),
      star: optionalText(),
      whitespace_after_star: ws(''),
      whitespace_after_param: ws(''),
    },
    layout: [
      START,
      textOf('star', true),
      ...fields('whitespace_after_star', 'name'),
      END,
      field('annotation', ':'),
      orElse('equal', ' = ', 'default'),
      field('default'),
      separator('comma'),
      field('whitespace_after_param'),
    ],
    given: '',
  },
  {
    name: 'ParamStar',
    doc: 'The bare star before keyword-only parameters.',
    fields: { comma: one('Comma', around('', ' ')) },
    layout: [token('*'), field('comma')],
  },
  {
    name: 'ParamSlash',
    doc: 'The slash after positional-only parameters.',
    fields: { comma: optional('Comma'), whitespace_after: ws('') },
    layout: [token('/'), field('whitespace_after'), separator('comma')],
  },
  {
    name: 'Annotation',
    doc: 'A type annotation with its `:` or `->`, which is not part of its position.',
    fields: {
      annotation: expression,
      whitespace_before_indicator: optional('BaseParenthesizableWhitespace'),
      whitespace_after_indicator: ws(' '),
    },
    layout: [
      orElse('whitespace_before_indicator', { given: { '->': ' ', ':': '' } }),
      { kind: 'keyword', rust: 'given' },
      field('whitespace_after_indicator'),
      START,
      field('annotation'),
      END,
    ],
    given: ':',
  },
];
