import { kindOf } from '../../kinds.ts';
import type { Tree } from '../../tree.ts';
import { moduleNames } from './builtins.ts';
import { dottedName } from './dotted-name.ts';
import { childIn, fieldOf, nameOf, nextOf, parentOf } from './rows.ts';
import type { Binding } from './variable-scope.ts';

export interface FullName {
  readonly name: string;
  readonly source: 'import' | 'builtin' | 'local';
}

/**
 * The qualified name of what is written as the binding's name with attributes after it.
 *
 * @param rest The attributes: `['join']` for `path.join`, where `path` is what the binding binds.
 */
export function fullName(binding: Binding, rest: readonly string[]): FullName {
  const dotted = (...parts: readonly string[]): string => [...parts, ...rest].filter((part) => part !== '').join('.');
  switch (binding.kind) {
    case 'builtin':
      return moduleNames.has(binding.name)
        ? { name: dotted(binding.name), source: 'local' }
        : { name: dotted('builtins', binding.name), source: 'builtin' };
    case 'import':
      return { name: dotted(imported(binding.tree!, binding.row)), source: 'import' };
    default:
      return { name: dotted(binding.scope.prefix, written(binding)), source: 'local' };
  }
}

/** `__qualname__` has private names as they are written, too. */
const written = ({ tree, name, nameRow }: Binding): string => (nameRow < 0 ? name : nameOf(tree!, nameRow));

/** `import a.b` binds `a`, all others what they name. */
function imported(tree: Tree, alias: number): string {
  const { name } = importedName(tree, alias);
  const isFrom = fromImports.has(tree.kind(parentOf(tree, alias)));
  return isFrom || childIn(tree, alias, ASNAME) >= 0 ? name : name.split('.')[0]!;
}

/** What an alias of an import names, such as `..a.b` for the alias of `from ..a import b as c`. */
export function importedName(tree: Tree, alias: number): FullName {
  const statement = parentOf(tree, alias);
  const name = spelled(tree, childIn(tree, alias, NAME));
  const from = fromImports.get(tree.kind(statement));
  if (from === undefined) return { name, source: 'import' };
  const dots = '.'.repeat(dotsOf(tree, statement, from.relative));
  const module = childIn(tree, statement, from.module);
  return { name: module < 0 ? dots + name : `${dots}${spelled(tree, module)}.${name}`, source: 'import' };
}

function spelled(tree: Tree, row: number): string {
  const dotted = dottedName(tree, row);
  return dotted === null ? '' : [nameOf(tree, dotted.first), ...dotted.rest].join('.');
}

function dotsOf(tree: Tree, statement: number, field: number): number {
  let dots = 0;
  const end = nextOf(tree, statement);
  for (let row = statement + 1; row < end; row = nextOf(tree, row)) if (tree.field(row) === field) dots += 1;
  return dots;
}

const NAME = fieldOf('ImportAlias', 'name');
const ASNAME = fieldOf('ImportAlias', 'asname');
const fromImports = new Map(
  (['ImportFrom', 'LazyImportFrom'] as const).map((type) => [
    kindOf(type),
    { module: fieldOf(type, 'module'), relative: fieldOf(type, 'relative') },
  ]),
);
