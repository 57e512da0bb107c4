import type { Assignment, Scope, Scopes } from 'libcst-wasm';

/** A table of names as CPython's `symtable` has it. */
export interface SymbolTable {
  readonly kind: string;
  readonly name: string;
  /**
   * By name: `l`ocal, `f`ree or `g`lobal; then whether it is a `p`arameter, `i`mported, `a`ssigned, `r`ead, and `d`eclared
   * global or nonlocal.
   */
  readonly symbols: Readonly<Record<string, string>>;
  readonly children: readonly SymbolTable[];
}

/** A line for each scope: where it is, and its names. Two modules with the same lines have the same scopes. */
export function linesOfTable(table: SymbolTable, path = ''): string[] {
  const own = `${path}/${table.kind} ${table.name}`.trimEnd();
  const names = Object.entries(table.symbols)
    .map(([name, flags]) => [name, path === '' ? flags.replace('d', '') : flags] as const)
    .filter(
      ([name, flags]) =>
        !isImplicit(name) &&
        !(flags === (path === '' ? 'g' : 'f')) &&
        !(name === '__class__' && 'super' in table.symbols),
    )
    .map(([name, flags]) => `${name}:${flags}`)
    .sort();
  const children = table.children.filter(({ kind }) => kind !== 'annotation');
  return [`${own} { ${names.join(' ')} }`, ...children.flatMap((child) => linesOfTable(child, own))].sort();
}

/**
 * Names that the compiler adds by itself. So it does with a name that is only free, which a function further in reads;
 * with one that is only global in the module, which a function declares `global`; and with `__class__` where `super` is
 * named.
 */
const isImplicit = (name: string): boolean =>
  /^(?:__classdict__|__type_params__|__conditional_annotations__)$/.test(name);

/** The scopes of a module in the same form. */
export function tableOf(scopes: Scopes, { lazyAnnotations }: { readonly lazyAnnotations: boolean }): SymbolTable {
  const bindings = new Map<Scope, Assignment[]>();
  for (const scope of scopes.all) {
    for (const assignment of [...scope.assignments.values()].flat()) {
      // `[y := 1 for …]` in a function is in the comprehension's table and in the function's.
      const isWalrus = isComprehension(assignment.from) && scope !== assignment.from;
      for (const where of isWalrus ? [assignment.from, around(assignment.from)] : [assignment.from]) {
        bindings.set(where, [...(bindings.get(where) ?? []), assignment]);
      }
    }
  }
  return show(scopes.global);

  function show(scope: Scope): SymbolTable {
    const symbols: Record<string, string> = {};
    const own = bindings.get(scope) ?? [];
    // An augmented target is read too, which CPython's tables do not say.
    const augmented = new Set(own.filter(({ kind }) => kind === 'augmented').map(({ node }) => node));
    const read = new Set<string>();
    const deleted = new Set<string>();
    for (const access of scope.accesses) {
      // CPython's compiler does not look into strings, and treats annotations that it does not evaluate as such.
      if (access.isStringAnnotation || (lazyAnnotations && access.isAnnotation)) continue;
      if (access.isDeletion) deleted.add(access.name);
      else if (!augmented.has(access.node)) read.add(access.name);
    }
    const names = new Set([...own.map(({ name }) => name), ...read, ...deleted, ...scope.declarations.keys()]);
    for (const name of names) {
      if (keywords.has(name)) continue;
      const mine = own.filter((assignment) => assignment.name === name);
      const has = (test: (assignment: Assignment) => boolean): boolean => mine.some(test);
      symbols[name] = [
        where(scope, name),
        has(({ kind }) => kind === 'parameter') ? 'p' : '',
        has(({ kind }) => kind === 'import') ? 'i' : '',
        has(({ kind }) => kind !== 'parameter' && kind !== 'import') || deleted.has(name) ? 'a' : '',
        read.has(name) ? 'r' : '',
        scope.declarations.has(name) || has((one) => isComprehension(one.from) && one.scope !== scope) ? 'd' : '',
      ].join('');
    }
    return { kind: kindOf(scope), name: nameOf(scope), symbols, children: scope.children.map(show) };
  }
}

const keywords = new Set(['None', 'True', 'False']);

const isComprehension = (scope: Scope): boolean => scope.kind === 'comprehension';

const around = (scope: Scope): Scope => (isComprehension(scope) ? around(scope.parent!) : scope);

function where(scope: Scope, name: string): string {
  const found = scope.scopeOfName(name);
  if (found === scope) return 'l';
  // What an annotation reads from the class around it, CPython looks up as a global with the class's names before it.
  const isFree = found !== null && (found.kind !== 'class' || name === '__class__') && !outer.has(found.kind);
  return isFree ? 'f' : 'g';
}

const outer: ReadonlySet<string> = new Set(['global', 'builtin']);

function kindOf({ kind, node }: Scope): string {
  if (kind === 'global') return 'module';
  if (kind !== 'annotation') return kind;
  return node?.type === 'TypeAlias' ? 'type alias' : 'type variable';
}

function nameOf({ kind, node }: Scope): string {
  if (kind === 'global') return 'top';
  if (node?.type === 'TypeAlias') return node.name.value;
  if (node?.type === 'TypeVar') return node.name.value;
  if (node?.type === 'TypeParam') return node.param.name.value;
  if (node?.type === 'FunctionDef' || node?.type === 'ClassDef') return node.name.value;
  return node?.type === 'Lambda' ? 'lambda' : '';
}
