import type { Node } from '@babel/types';
import type { ModuleImport, SourceFile } from '@ffsd/typescript';
import {
  importsOf,
  isCode,
  memberUses,
  mocksOf,
  offsetsOf,
  parentsOf,
  parsedFile,
  resolveModule,
  scopesOf,
  specifiersIn,
} from '@ffsd/typescript';
import type { Namer } from './namers-of.ts';
import { namersOf } from './namers-of.ts';
import type { Session } from './session.ts';

/**
 * A place in another file that uses an exported name; or one that only passes it on under a name of its own, which may or may not be
 * used in turn. `mock` names the module to a test runner, and uses nothing by itself.
 */
export type ExportUse = Use | Pass;

interface Use {
  readonly kind: 'use' | 'mock';
  readonly path: string;
  readonly offset: number;
}

export interface Pass {
  readonly kind: 'pass';
  readonly path: string;
  readonly offset: number;
  readonly exported: string;
  /** `export *`, which does not name what it passes on. */
  readonly star: boolean;
}

/** Where the present texts of other files use or pass on what a module exports under a name, one after the other. */
export function* usesOfExport(session: Session, path: string, name: string): Generator<ExportUse, undefined> {
  for (const namer of namersOf(session, path)) yield* usesIn(session, namer, path, name);
  return undefined;
}

function* usesIn(session: Session, { path: from, sure }: Namer, path: string, name: string): Generator<ExportUse> {
  const text = session.read(from) ?? '';
  const [word] = name === 'default' ? [0] : offsetsOf(text, name);
  const use = (offset: number): ExportUse => ({ kind: 'use', path: from, offset });
  // In a text that cannot be followed, the name next to that of the module may well be a use of it.
  if (!sure || !isCode(from)) {
    if (word !== undefined) yield use(word);
    return;
  }
  if (word === undefined && !namesWhole.test(text)) return;
  const file = parsedFile(session, from);
  if (!file) {
    yield use(word ?? 0);
    return;
  }
  const means = (specifier: string) => resolveModule(session, from, specifier) === path;
  const imports = importsOf(file).filter(({ specifier }) => means(specifier));
  const mocks = mocksOf(file).filter(({ source }) => means(source.value));
  for (const one of imports) yield* usesOfImport(file, one, name);
  for (const { source } of mocks) yield { kind: 'mock', path: from, offset: source.start! };
  // `@param {import('./form').Form} form` in a comment, and `require.resolve('./form')`.
  const named = specifiersIn(text).filter(means).length;
  if (named > imports.length + mocks.length && word !== undefined) yield use(word);
}

/** What may bring a name in without saying it. */
const namesWhole = /\*\s*as\b|\bexport\s*\*|\b(?:require|import|[a-z]+[mM]ock)\s*[<(]/;

function* usesOfImport(file: SourceFile, { kind, names }: ModuleImport, name: string): Generator<ExportUse> {
  const use = (node: Node): ExportUse => ({ kind: 'use', path: file.path, offset: node.start! });
  const pass = (node: Node, exported: string, star = false): ExportUse => ({
    kind: 'pass',
    path: file.path,
    offset: node.start!,
    exported,
    star,
  });
  for (const imported of names) {
    const { local, exported, node } = imported;
    const isWhole = imported.imported === '*';
    if (!isWhole && imported.imported !== name) continue;
    if (kind === 're-export') {
      // `export *` leaves the default out.
      if (exported !== undefined) yield pass(node, exported);
      else if (name !== 'default') yield pass(node, name, true);
    } else if (exported !== undefined || !local) {
      yield use(node);
    } else if (isWhole) {
      for (const member of memberUses(file, imported, name)) yield use(member.node);
    } else {
      const references = scopesOf(file).bindingOf(local)?.references ?? [];
      // An import that nobody uses would still break.
      if (references.length === 0) yield use(local);
      for (const reference of references) {
        const other = reference.export ? exportedAs(file, reference.node) : undefined;
        yield other === undefined ? use(reference.node) : pass(reference.node, other);
      }
    }
  }
}

/** `y` of `export { x as y }`, and `default` of `export default x`; undefined where the export is an expression. */
function exportedAs(file: SourceFile, node: Node): string | undefined {
  const parent = parentsOf(file).parent(node);
  if (parent?.type === 'ExportDefaultDeclaration') return 'default';
  if (parent?.type !== 'ExportSpecifier') return undefined;
  return parent.exported.type === 'Identifier' ? parent.exported.name : parent.exported.value;
}
