import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import {
  exportsOf,
  importsOf,
  isCode,
  isMixed,
  memberUses,
  parentsOf,
  resolveModule,
  scopesOf,
} from '@ffsd/typescript';
import { nameOf } from '../occurrences-of-key.ts';
import { roleOfPath } from '../role-of-path.ts';
import type { Session } from '../session.ts';
import type { Loaded } from './loaded-by.ts';
import { namedIn } from './named-in.ts';

/**
 * Whether a test can come to where a name is asked for: by what it uses of the modules that it loads, and by what these do when they are
 * loaded.
 *
 * Module by module would not do: who takes `isPaid` from `billing.ts` loads its hook `usePlan`, too, and does not call it.
 *
 * @param packages the packages from which the name would be the one that is mocked
 */
export function waysTo(
  session: Session,
  test: SourceFile,
  name: string,
  packages: ReadonlySet<string>,
  loaded: Loaded,
): Ways {
  const chase = new Chase(session, test, loaded);
  chase.names.add(name);
  const open = session.search([name]).some((path) => {
    if (path === test.path || !(isCode(path) || isMixed(path))) return false;
    if (!loaded.files.has(path) && (loaded.unknown === undefined || roleOfPath(path) === 'test')) return false;
    const file = isCode(path) ? session.parse(path) : undefined;
    if (!file) return new RegExp(`\\b${name}\\b`).test(session.read(path) ?? '');
    const uses = namedIn(session, file).get(name) ?? [];
    const own = uses.filter(({ from }) => from === undefined || packages.has(from));
    if (own.length > 0 && loaded.unknown !== undefined) return true;
    return own.some(({ node }) => chase.fromUse(file, node));
  });
  return { open, names: chase.names };
}

export interface Ways {
  /** Whether the test may come there. */
  readonly open: boolean;
  /** The names of what leads there. Whatever took one of them away may have closed a way. */
  readonly names: ReadonlySet<string>;
}

class Chase {
  readonly names = new Set<string>();
  private readonly seen = new Set<string>();
  private readonly session: Session;
  private readonly test: SourceFile;
  private readonly loaded: Loaded;

  constructor(session: Session, test: SourceFile, loaded: Loaded) {
    this.session = session;
    this.test = test;
    this.loaded = loaded;
  }

  /** Whether the test comes to a place of a file: an import of the name, or an expression. */
  fromUse(file: SourceFile, node: Node): boolean {
    const specifier = /^Import.*Specifier$/.test(node.type) && 'local' in node ? (node.local as Node) : undefined;
    if (specifier) return this.fromBinding(file, specifier);
    const local = node.type === 'ObjectProperty' && node.value.type === 'Identifier' ? node.value : undefined;
    return (local !== undefined && this.fromBinding(file, local)) || this.fromPlace(file, node);
  }

  private fromBinding(file: SourceFile, identifier: Node): boolean {
    const binding = scopesOf(file).bindingOf(identifier);
    if (!binding) return true;
    this.names.add(binding.name);
    return (
      binding.references.some(({ node, type, export: exported }) => !type && !exported && this.fromPlace(file, node)) ||
      [...exportsOf(file).named].some(
        ([name, entry]) => entry.kind === 'local' && entry.binding === binding && this.fromExport(file, name),
      )
    );
  }

  /** Through what declares the place at the top of its file. */
  private fromPlace(file: SourceFile, node: Node): boolean {
    if (file.path === this.test.path || this.seen.size > 600) return true;
    const path = [node, ...parentsOf(file).ancestors(node)];
    const top = path.findIndex(({ type }) => type === 'Program') - 1;
    const statement = path[top];
    if (!statement || runsAtOnce(path.slice(0, top))) return true;
    const declaration =
      /^Export(?:Named|Default)Declaration$/.test(statement.type) && 'declaration' in statement
        ? ((statement.declaration as Node | null) ?? statement)
        : statement;
    const id =
      declaration.type === 'VariableDeclaration'
        ? declaration.declarations.find(({ start, end }) => start! <= node.start! && node.end! <= end!)?.id
        : /^(?:Function|Class)Declaration$/.test(declaration.type)
          ? (declaration as Node & { id?: Node | null }).id
          : undefined;
    const isDefault = statement.type === 'ExportDefaultDeclaration';
    if (!id && !isDefault) return true;
    const key = `${file.path}\n${id ? id.start : 'default'}`;
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return (
      (isDefault && this.fromExport(file, 'default')) ||
      (id != null && namesOf(id).some((one) => this.fromBinding(file, one)))
    );
  }

  /** Through the files that take the export. */
  private fromExport({ path }: SourceFile, name: string): boolean {
    const key = `${path}\nexport ${name}`;
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return [...(this.loaded.importers.get(path) ?? [])].some((importer) => {
      // A page loads the program and no test; a component of another kind may lead anywhere.
      if (!isCode(importer)) return !importer.endsWith('.html');
      const file = importer === this.test.path ? this.test : this.session.parse(importer);
      if (!file) return true;
      return importsOf(file)
        .filter((one) => !one.typeOnly && resolveModule(this.session, importer, one.specifier) === path)
        .some(({ kind, names }) =>
          names.some((one) => {
            if (one.typeOnly || !(one.imported === name || one.imported === '*')) return false;
            if (kind === 're-export') {
              if (one.imported !== '*') return this.fromExport(file, one.exported!);
              return this.fromExport(file, one.exported ?? name);
            }
            if (!one.local) return this.fromPlace(file, one.node);
            if (one.imported === name) return this.fromBinding(file, one.local);
            return memberUses(file, one, name).some(
              ({ kind: use, node }) => use !== 'type' && this.fromPlace(file, node),
            );
          }),
        );
    });
  }
}

/**
 * Whether a place runs when its file is loaded: it is in no function, or in one that is handed to what may call it at once. What makes
 * components calls them later.
 *
 * @param path the place and what is around it, up to the statement
 */
function runsAtOnce(path: readonly Node[]): boolean {
  const outermost = path.findLastIndex(({ type }) => /Function|Method$|Class/.test(type));
  return path.slice(Math.max(outermost, 0)).some((node, index, rest) => {
    const below = rest[index - 1];
    if (!below || !/^(?:Optional)?CallExpression$|^NewExpression$|^TaggedTemplate/.test(node.type)) return false;
    const callee = 'callee' in node ? (node.callee as Node) : 'tag' in node ? (node.tag as Node) : undefined;
    return (
      callee === below ||
      !callee ||
      !/^(?:memo|forwardRef|lazy|observer|connect|styled|createContext|dynamic|with[A-Z]\w*)$/.test(calleeName(callee))
    );
  });
}

function calleeName(callee: Node): string {
  if (callee.type === 'CallExpression') return calleeName(callee.callee);
  return callee.type === 'MemberExpression' ? nameOf(callee.property) : nameOf(callee);
}

function namesOf(pattern: Node): readonly Node[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) => namesOf(one.type === 'RestElement' ? one.argument : one.value));
    case 'ArrayPattern':
      return pattern.elements.flatMap((one) => (one ? namesOf(one) : []));
    case 'AssignmentPattern':
      return namesOf(pattern.left);
    case 'RestElement':
      return namesOf(pattern.argument);
    default:
      return [];
  }
}
