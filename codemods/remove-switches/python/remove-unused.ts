import type { Safety } from '@ffsd/changes';
import type { AnyNode, Binding, Name, Reference, SourceFile } from '@ffsd/python';
import { scopesOf } from '@ffsd/python';
import { usersOf } from '../users-of.ts';
import { actsWhenLoaded } from './acts-when-loaded.ts';
import { bindingAt } from './fold-binding.ts';
import { isPassedOn, isSeenByOthers } from './is-seen-by-others.ts';
import { mayDropCall } from './may-drop-call.ts';
import { readOnlyQuery } from './read-only-query.ts';
import { removeCycle } from './remove-cycle.ts';
import { aliasOf, removeDeclared } from './remove-declared.ts';
import { removersOf } from './remove-key.ts';
import type { Session } from './session.ts';
import { makeSite } from './site.ts';
import { usersElsewhere } from './users-elsewhere.ts';
import { whatBreaks } from './what-breaks.ts';

/**
 * Removes what nothing uses any more because of the changes so far: imports, locals, functions and classes of one file.
 *
 * Only what was used before the first change and is not used now. What was unused before is none of this run's business: an import
 * may be there for its effect, and its removal would not belong to the flag.
 *
 * @param droppable names of calls that only exist to reach the flags
 * @returns whether anything was removed
 */
export function removeUnused(session: Session, path: string, droppable: ReadonlySet<string>): boolean {
  const original = session.historyOf(path).length > 0 ? session.original(path) : undefined;
  if (!original) return false;
  let removed = false;
  while (removeNext(session, path, original, droppable) || removeCycle(session, path, original)) removed = true;
  return removed;
}

function removeNext(session: Session, path: string, original: SourceFile, droppable: ReadonlySet<string>): boolean {
  const file = session.parse(path);
  // Where names are made up while the program runs, none is known to be unused.
  if (!file || scopesOf(file).hasDynamicScope) return false;
  const site = makeSite(session, file);
  for (const binding of scopesOf(file).bindings()) {
    if (!isCandidate(binding) || useOf(binding) === 'used') continue;
    const [name] = binding.declarations;
    const offset = name!.start;
    const then = usedBefore(session, path, original, binding);
    if (!then || isReached(session, file, binding)) continue;
    if (binding.declarations.length > 1 || useOf(binding) === 'written') {
      note(session, path, binding, 'unused-writes', 'but the code still gives it values');
      continue;
    }
    if (binding.kind === 'parameter') {
      note(session, path, binding, 'unused-parameter', 'but callers pass it');
      continue;
    }
    const query = readOnlyQuery(site, name!);
    const edits = removeDeclared(site, name!, (value) => value === query || mayDropCall(site, value, droppable));
    if (!edits || whatBreaks(file, edits)) {
      note(session, path, binding, 'unused-effect', 'but what gives it its value may have an effect');
      continue;
    }
    const what = query ? queried(query) : describe(session, file, binding);
    return session.commit({
      key: `unused ${path} ${binding.name} ${session.originOf(path, offset)}`,
      title: `Remove ${what.noun} ${binding.name} from ${path.split('/').at(-1)}`,
      why: `Nothing uses ${binding.name} any more once the changes that this one depends on are made.${what.caution}`,
      safety: what.caution ? 'review' : ('safe' satisfies Safety),
      evidence: [
        {
          kind: 'no-other-reference',
          text: `${binding.name} has no reference left in this file`,
          place: { path, line: session.lineOf(path, offset) },
        },
      ],
      files: [{ kind: 'edit', path, edits }],
      dependsOn: [
        ...usersOf(
          session,
          path,
          then.references.flatMap((reference) => reference.offset ?? []),
        ),
        ...(binding.scope.kind === 'global' && binding.kind !== 'import'
          ? usersElsewhere(session, path, then.declarations[0]!.start)
          : []),
        // `patch('shop.checkout.is_enabled')` fails where there is no such name.
        ...(binding.kind === 'import'
          ? removersOf(session, binding.name).filter((key) => key.startsWith('test '))
          : []),
      ],
    });
  }
  return false;
}

/** What a handler binds goes with that, and a class's names are reached through its objects. */
function isCandidate({ scope, kind, declarations }: Binding): boolean {
  if (scope.kind !== 'global' && scope.kind !== 'function') return false;
  if (declarations.length === 0) return false;
  switch (kind) {
    case 'import':
    case 'function':
    case 'class':
      return true;
    case 'parameter':
      return declarations[0]!.value !== 'self' && declarations[0]!.value !== 'cls';
    case 'variable':
      return true;
    default:
      return false;
  }
}

/** References within its own definition, such as the call of a recursive function, are no use; nor is `x += 1`. */
function useOf(binding: Binding): 'none' | 'written' | 'used' {
  const own = binding.declarations.length === 1 ? definitionOf(binding.declarations[0]!) : undefined;
  const outside = binding.references.filter(({ node }) => !own || node.start < own.start || node.end > own.end);
  if (outside.length === 0) return 'none';
  return outside.every(isMereWrite) ? 'written' : 'used';
}

function isMereWrite({ write, deletion }: Reference): boolean {
  return write || deletion;
}

function definitionOf(name: Name): AnyNode | undefined {
  const { parent } = name;
  return (parent?.type === 'FunctionDef' || parent?.type === 'ClassDef') && parent.name === name ? parent : undefined;
}

/** The name as it was before the first change, when it was used then. */
function usedBefore(session: Session, path: string, original: SourceFile, binding: Binding): Binding | undefined {
  const then = bindingAt(original, session.originOf(path, binding.declarations[0]!.start));
  return then?.name === binding.name && useOf(then) === 'used' ? then : undefined;
}

/** From other files; an import only where they take it from here and not from where it is defined. */
function isReached(session: Session, file: SourceFile, { scope, kind, name }: Binding): boolean {
  if (scope.kind !== 'global') return false;
  return kind === 'import' ? isPassedOn(session, file, name) : isSeenByOthers(session, file, name);
}

function note(
  session: Session,
  path: string,
  { name, declarations }: Binding,
  code: 'unused-writes' | 'unused-parameter' | 'unused-effect',
  because: string,
): void {
  session.keep({
    place: { path, line: session.lineOf(path, declarations[0]!.start) },
    code,
    because: `nothing uses ${name} any more, ${because}`,
  });
}

function queried({ code }: AnyNode): { noun: string; caution: string } {
  const asked = code.replace(/\s+/g, ' ').slice(0, 80);
  return {
    noun: 'the query of',
    caution: ` It only asks the database (${asked}): see that the model does nothing else then.`,
  };
}

function describe(session: Session, file: SourceFile, binding: Binding): { noun: string; caution: string } {
  const isTop = binding.scope.kind === 'global';
  // Python hides no name of a module; an underscore is the custom.
  const caution =
    isTop && !binding.name.startsWith('_')
      ? ' No other file of the workspace names it; see that nothing outside does.'
      : '';
  switch (binding.kind) {
    case 'import': {
      const act = aliasOf(binding.declarations[0]!) && actsWhenLoaded(session, file, binding);
      const acts = act ? ` The module does something when it is loaded (${act}): see that nothing counts on that.` : '';
      return { noun: 'the import', caution: acts };
    }
    case 'function':
      return { noun: 'the function', caution };
    case 'class':
      return { noun: 'the class', caution };
    default:
      return { noun: isTop ? 'the variable' : 'the local', caution };
  }
}
