import {
  END,
  type FieldSpec,
  field,
  fields,
  type Item,
  joined,
  list,
  listOrOne,
  type NodeSpec,
  one,
  optional,
  START,
  separator,
  simple,
  token,
  ws,
} from './schema.ts';
import { small } from './small-statement.ts';

const importFrom = (name: string, doc: string, lazy: Record<string, FieldSpec>, ...first: Item[]): NodeSpec =>
  small(
    name,
    doc,
    {
      module: optional('NameOrAttribute', 'required'),
      names: listOrOne('ImportAlias'),
      relative: list('Dot'),
      lpar: optional('LeftParen'),
      rpar: optional('RightParen'),
      ...lazy,
      whitespace_after_from: simple(' '),
      whitespace_before_import: simple(' '),
      whitespace_after_import: simple(' '),
    },
    ...first,
    token('from'),
    ...fields('whitespace_after_from', 'relative', 'module', 'whitespace_before_import'),
    token('import'),
    ...fields('whitespace_after_import', 'lpar'),
    joined(['names'], ', '),
    field('rpar'),
  );

/** Imports and their names. */
export const importNodes: readonly NodeSpec[] = [
  small(
    'Import',
    '`import names`.',
    { names: list('ImportAlias', 'required'), whitespace_after_import: simple(' ') },
    token('import'),
    field('whitespace_after_import'),
    joined(['names'], ', '),
  ),
  small(
    'LazyImport',
    '`lazy import names` (PEP 810).',
    {
      names: list('ImportAlias', 'required'),
      whitespace_after_lazy: simple(' '),
      whitespace_after_import: simple(' '),
    },
    token('lazy'),
    field('whitespace_after_lazy'),
    token('import'),
    field('whitespace_after_import'),
    joined(['names'], ', '),
  ),
  importFrom('ImportFrom', '`from module import names`.', {}),
  importFrom(
    'LazyImportFrom',
    '`lazy from module import names` (PEP 810).',
    { whitespace_after_lazy: simple(' ') },
    token('lazy'),
    field('whitespace_after_lazy'),
  ),
  {
    name: 'ImportAlias',
    doc: 'A name that is imported, and the name that it is given.',
    fields: { name: one('NameOrAttribute'), asname: optional('AsName'), comma: optional('Comma') },
    layout: [START, ...fields('name', 'asname'), END, separator('comma')],
  },
  {
    name: 'AsName',
    doc: 'The `as name` of an import, a `with` or an `except`.',
    fields: {
      name: one('BaseAssignTargetExpression'),
      whitespace_before_as: ws(' '),
      whitespace_after_as: ws(' '),
    },
    layout: [field('whitespace_before_as'), token('as'), ...fields('whitespace_after_as', 'name')],
  },
];
