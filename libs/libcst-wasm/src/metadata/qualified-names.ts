import type { AnyNode } from '../generated/nodes.ts';
import type { Node } from '../node.ts';
import { type Analysis, analysisFor } from './scopes/analysis.ts';
import { dottedName } from './scopes/dotted-name.ts';
import { type FullName, fullName, importedName } from './scopes/full-name.ts';

/**
 * A name such as `os.path.join` (import), `builtins.len` (builtin), `Cls.method.<locals>.count` (local), or `..pkg.name`
 * of a relative import.
 */
export type QualifiedName = FullName;

export interface QualifyOptions {
  /** The name of the module, such as `pkg.mod`: given it, all names are absolute, those of relative imports too. */
  readonly module?: string;
  /** Whether the module is a package, that is an `__init__.py`. */
  readonly isPackage?: boolean;
}

/**
 * What a name, an attribute of a name, a call, a subscript, a decorator or a definition refers to: several names where
 * different assignments may have made it, none where it is no variable or nothing is known to bind it.
 *
 * As LibCST's QualifiedNameProvider, and with `module` as its FullyQualifiedNameProvider, except where that would be
 * wrong: `make().run` is not `make.run`, and `"".join` is none of `None`; such have no names here. An attribute of a
 * builtin keeps its attribute: `dict.fromkeys` is `builtins.dict.fromkeys`. Given `module`, a relative import from above
 * the top package has no name, where LibCST raises.
 *
 * @throws DetachedNodeError for a node that was built, and ForeignNodeError for one that stands in no module.
 */
export function qualifiedNamesOf(node: Node, options: QualifyOptions = {}): readonly QualifiedName[] {
  const { module, isPackage = false } = options;
  if (node.type === 'Module') return module === undefined ? [] : [{ name: module, source: 'local' }];
  const names = inModule(analysisFor(node), node as AnyNode);
  if (module === undefined) return unique(names);
  return unique(names.flatMap((name) => qualify(name, module, isPackage) ?? []));
}

function inModule(scopes: Analysis, node: AnyNode): readonly FullName[] {
  switch (node.type) {
    case 'Call':
      return named(scopes, node.func);
    case 'Subscript':
      return named(scopes, node.value);
    case 'Decorator':
      return named(scopes, node.decorator.type === 'Call' ? node.decorator.func : node.decorator);
    case 'ImportAlias':
      return [importedName(node.tree!, node.row)];
    default:
      return named(scopes, node);
  }
}

function named(scopes: Analysis, node: AnyNode): readonly FullName[] {
  const { tree, row, parent } = node;
  // The whole of `a.b` in `import a.b`, although that binds only `a`.
  if (parent?.type === 'ImportAlias' && parent.name === node) return [importedName(tree!, parent.row)];
  if (node.type === 'Name' || node.type === 'Attribute') {
    const dotted = dottedName(tree!, row);
    const access = dotted === null ? null : scopes.accessAt(tree!, dotted.first);
    if (access !== null) return access.referents.map((binding) => fullName(binding, dotted!.rest));
  }
  const binding = scopes.assignmentOf(node);
  return binding === null ? [] : [fullName(binding, [])];
}

function qualify({ name, source }: FullName, module: string, isPackage: boolean): FullName | null {
  if (source === 'builtin' || (source === 'import' && !name.startsWith('.'))) return { name, source };
  if (source === 'local') return { name: `${module}.${name}`, source };
  const parts = module.split('.');
  const dots = name.length - name.replace(/^\.+/, '').length;
  // One dot is the package itself, each further one the package above.
  const above = parts.slice(0, parts.length - dots + (isPackage ? 1 : 0));
  return above.length === 0 ? null : { name: [...above, name.slice(dots)].join('.'), source };
}

/** Each once: two branches may import the same. */
function unique(names: readonly FullName[]): readonly FullName[] {
  return [...new Map(names.map((name) => [`${name.source} ${name.name}`, name])).values()];
}
