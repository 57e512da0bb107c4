import { kindOf } from '../../kinds.ts';
import { globalOf } from './lookup.ts';
import type { NameAccess } from './name-access.ts';
import { childIn, fieldOf, parentOf } from './rows.ts';
import type { VariableScope } from './variable-scope.ts';

/** Marks the scopes whose names may be bound or read in ways that the text does not show. */
export function markDynamic(builtin: VariableScope, scopes: readonly VariableScope[]): void {
  for (const scope of scopes) if (scope.starImports.length > 0) scope.isDynamic = true;
  for (const [name, marks] of Object.entries(reach)) {
    for (const access of builtin.users.get(name) ?? []) marks(access);
  }
}

const reach: Readonly<Record<string, (access: NameAccess) => void>> = {
  exec: (access) => {
    markLocal(access.scope);
    globalOf(access.scope).isDynamic = true;
  },
  eval: (access) => {
    markLocal(access.scope);
    globalOf(access.scope).isDynamic = true;
  },
  locals: ({ scope }) => markLocal(scope),
  globals: ({ scope }) => {
    globalOf(scope).isDynamic = true;
  },
  // vars(thing) is about the thing.
  vars: (access) => {
    if (!hasArguments(access)) markLocal(access.scope);
  },
};

/** Since PEP 709 a comprehension shows its own names with those of the function around it. */
function markLocal(from: VariableScope): void {
  let scope = from;
  scope.isDynamic = true;
  while (scope.kind === 'comprehension') {
    scope = scope.parent!;
    scope.isDynamic = true;
  }
}

const CALL = kindOf('Call');
const ARGS = fieldOf('Call', 'args');

function hasArguments({ tree, row }: NameAccess): boolean {
  const parent = parentOf(tree, row);
  return parent >= 0 && tree.kind(parent) === CALL && childIn(tree, parent, ARGS) >= 0;
}
