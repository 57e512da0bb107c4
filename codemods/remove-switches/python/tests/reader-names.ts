import type { AnyNode } from '@ffsd/python';
import { dottedName, findAll, importsOf, isCode, parsedFile, resolveModule } from '@ffsd/python';
import { isTestPath } from '../../test-path.ts';
import type { CompiledShape } from '../compiled-shape.ts';
import { compile } from '../compiled-shape.ts';
import type { Session } from '../session.ts';

/** The names of the functions and methods that are asked for flags: `feature` of `$OBJ.feature($FLAG)`. */
export function readerNames(shapes: readonly CompiledShape[]): ReadonlySet<string> {
  const names = shapes.flatMap(({ pattern }) => {
    const call: AnyNode = pattern.expression.type === 'Await' ? pattern.expression.expression : pattern.expression;
    const name = call.type === 'Call' ? lastNameOf(call.func) : undefined;
    return name === undefined ? [] : [name];
  });
  return new Set(names);
}

/**
 * What sets in tests what a pattern reads: `$OBJ.set("shop", $FLAG, $VALUE)` for `$OBJ.get("shop", $FLAG, $$$)`.
 */
export function settersOf(shapes: readonly CompiledShape[]): readonly CompiledShape[] {
  return shapes.flatMap(({ shape: { match } }) => {
    const found = /^(?:await\s+)?(.*)\.get\(([^$]*)\$FLAG\b/.exec(match);
    return found ? [compile(twin(`${found[1]}.set(${found[2]}$FLAG, $$$)`))] : [];
  });
}

const twins = new Map<string, { readonly match: string; readonly sets: true }>();

/** Compiled patterns are kept by their shape. */
function twin(match: string): { readonly match: string; readonly sets: true } {
  const known = twins.get(match) ?? ({ match, sets: true } as const);
  twins.set(match, known);
  return known;
}

export function lastNameOf(func: AnyNode): string | undefined {
  if (func.type === 'Attribute') return func.attr.value;
  return func.type === 'Name' ? func.value : undefined;
}

/** Whether a file asks for a flag by one of the names. */
export function asksBy(session: Session, path: string, names: ReadonlySet<string>): boolean {
  const file = parsedFile(session, path);
  if (!file) return true;
  return findAll(file.tree, 'Call').some(({ func }) => names.has(lastNameOf(func) ?? ''));
}

/** The files outside of tests that a test file imports from. */
export function subjectsOf(session: Session, path: string): readonly string[] {
  const file = parsedFile(session, path);
  const found = new Set<string>();
  const add = (specifier: string) => {
    const module = resolveModule(session, path, specifier);
    if (module.kind !== 'unresolved' && module.path) found.add(module.path);
  };
  for (const { specifier, names } of file ? importsOf(file) : []) {
    add(specifier);
    for (const { imported } of names) add(`${specifier}${specifier.endsWith('.') ? '' : '.'}${imported}`);
  }
  return [...found].filter((one) => isCode(one) && !isTestPath(one));
}

/** The name behind `x.feature` and `x.feature.side_effect`, with what stands before it. */
export function mockedName(target: AnyNode, members: RegExp): string | undefined {
  if (target.type !== 'Attribute') return undefined;
  const inner = members.test(target.attr.value) ? target.value : target;
  return dottedName(inner) === undefined ? undefined : lastNameOf(inner);
}
