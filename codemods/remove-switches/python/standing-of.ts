import type { AnyNode, ExportReference } from '@ffsd/python';
import { exportsOf, isCode, parsedFile, referencesTo, scopesOf } from '@ffsd/python';
import { isTestPath } from '../test-path.ts';
import type { Session } from './session.ts';
import type { NamedAt } from './where-named.ts';

/** Who still needs a name of a module. */
export type Standing =
  | { readonly kind: 'used' }
  /** Only tests use it. */
  | { readonly kind: 'tests'; readonly places: readonly NamedAt[] }
  /** Nobody imports it, but a text names it, and may lead to it. */
  | { readonly kind: 'named'; readonly place: NamedAt }
  /** Nobody uses it; these only hand it on: imports without a use, and entries of `__all__`. */
  | { readonly kind: 'unused'; readonly passes: readonly ExportReference[] };

/**
 * @param definition the statement that defines it: what stands in there is no use
 * @returns undefined where nobody can tell
 */
export function standingOf(session: Session, path: string, name: string, definition: AnyNode): Standing | undefined {
  const references = referencesTo(session, path, name)?.filter(
    (one) => one.path !== path || one.offset < definition.start || one.offset >= definition.end,
  );
  if (!references) return undefined;
  const uses = references.filter(({ kind }) => kind !== 'import' && kind !== 'export');
  const needed = uses.filter((one) => !isTestPath(one.path) || isTestPath(path));
  const text = needed.find(({ kind }) => kind === 'string');
  if (needed.some((one) => one.kind !== 'string')) return { kind: 'used' };
  const line = (one: { path: string; offset: number }) => ({
    path: one.path,
    line: session.lineOf(one.path, one.offset),
  });
  if (text) return { kind: 'named', place: line(text) };
  if (uses.length > 0) return { kind: 'tests', places: uses.map(line) };
  const named = namedInText(session, path, name, definition);
  return named ? { kind: 'named', place: line(named) } : { kind: 'unused', passes: references };
}

/**
 * Whether the name was used before the first change, by more than what hands it on or gives it a value. What only tests used before
 * is none of this run's business.
 */
export function wasUsed(session: Session, path: string, name: string): boolean {
  const original = session.original(path);
  const scopes = original && scopesOf(original);
  const own = scopes?.lookup(name, scopes.scope)?.declarations.map(({ parent }) => parent);
  const isOwn = (one: ExportReference) =>
    one.path === path &&
    own?.some(
      (at) => (at?.type === 'FunctionDef' || at?.type === 'ClassDef') && at.start <= one.offset && one.offset < at.end,
    );
  const references = (referencesTo(session.base, path, name) ?? []).filter((one) => !isOwn(one));
  return original !== undefined && references.some((one) => isUse(one) && (!isTestPath(one.path) || isTestPath(path)));
}

function isUse({ kind }: ExportReference): boolean {
  return !/^(?:import|export|write|delete|textual)$/.test(kind);
}

/** `{'view': 'old_view'}` in Python, `shop.views:old_view` in a configuration. */
function namedInText(
  session: Session,
  path: string,
  name: string,
  definition: AnyNode,
): { readonly path: string; readonly offset: number } | undefined {
  const quoted = new RegExp(`(?:['"]|[\\w)][.:])${name}['"]`);
  const dotted = new RegExp(`(?:[\\w)][.:]|\\bimport\\s+)${name}(?!\\w)`);
  for (const other of session.search([name])) {
    if (!isCode(other) && !isConfiguration(other)) continue;
    const isNoUse = other === path ? [definition] : [];
    const text = masked(session.read(other) ?? '', [...isNoUse, ...listedIn(session, other, name)]);
    const offset = text.search(isCode(other) ? quoted : dotted);
    if (offset >= 0) return { path: other, offset };
  }
  return undefined;
}

/** What `__all__` lists is a way to hand it on, and no use. */
function listedIn(session: Session, path: string, name: string): readonly AnyNode[] {
  const file = isCode(path) ? parsedFile(session, path) : undefined;
  return (file && exportsOf(file).all?.names.get(name)) ?? [];
}

function masked(text: string, nodes: readonly AnyNode[]): string {
  let result = text;
  for (const { start, end } of nodes) result = result.slice(0, start) + ' '.repeat(end - start) + result.slice(end);
  return result;
}

/** Files that a program is started or set up by; those of other languages name their own things. */
function isConfiguration(path: string): boolean {
  const base = path.slice(path.lastIndexOf('/') + 1);
  return (
    /\.(?:toml|cfg|ini|ya?ml|json|sh|bash|env|conf|service|txt|mk|in|tmpl)$/.test(base) ||
    /^(?:[A-Z]\w*file(?:\.\w+)?|\.\w+)$/.test(base)
  );
}
