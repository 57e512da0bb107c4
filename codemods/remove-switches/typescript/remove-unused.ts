import type { Safety } from '@ffsd/changes';
import type { Binding, SourceFile } from '@ffsd/typescript';
import { scopesOf } from '@ffsd/typescript';
import { actsWhenLoaded } from './acts-when-loaded.ts';
import { bindingAt } from './fold-binding.ts';
import { makeSite } from './make-site.ts';
import { mayDropCall } from './may-drop-call.ts';
import { removeCycle } from './remove-cycle.ts';
import { removeDeclared } from './remove-declared.ts';
import { removeLabel } from './remove-label.ts';
import type { Session } from './session.ts';
import { isImplicit, useOf } from './unused-in.ts';
import { usersOf } from './users-of.ts';

/**
 * Removes what nothing uses any more because of the changes so far: imports, locals, functions and types of one file.
 *
 * Only what was used before the first change and is not used now. What was unused before is none of this run's business: it may
 * be kept for a reason, and its removal would not belong to the flag.
 *
 * @param droppable names of calls that only exist to reach the flags
 * @returns whether anything was removed
 */
export function removeUnused(session: Session, path: string, droppable: ReadonlySet<string>): boolean {
  const original = session.historyOf(path).length > 0 ? session.original(path) : undefined;
  if (!original) return false;
  let removed = false;
  while (
    removeNext(session, path, original, droppable) ||
    removeCycle(session, path, original) ||
    removeLabel(session, path, original)
  ) {
    removed = true;
  }
  return removed;
}

function removeNext(session: Session, path: string, original: SourceFile, droppable: ReadonlySet<string>): boolean {
  const file = session.parse(path);
  if (!file) return false;
  const site = makeSite(session, file);
  for (const binding of scopesOf(file).bindings()) {
    const use = useOf(file, binding);
    if (binding.exported || use === 'used' || isImplicit(file, binding)) continue;
    const offset = binding.declarations[0]!.start!;
    const then = bindingAt(original, session.originOf(path, offset));
    if (!then || then.name !== binding.name || useOf(original, then) !== 'used') continue;
    if (use === 'written') {
      noteWritten(session, path, binding, offset);
      continue;
    }
    const edits = removeDeclared(site, { ...binding, references: [] }, (call) => mayDropCall(file, call, droppable));
    if (!edits) {
      noteLeft(session, path, binding, offset);
      continue;
    }
    const users = usersOf(session, path, then);
    const what = describe(session, file, binding);
    session.commit({
      key: `unused ${path} ${binding.name} ${session.originOf(path, offset)}`,
      title: `Remove ${what.noun} ${binding.name} from ${path.split('/').at(-1)}`,
      why: `Nothing uses ${binding.name} any more once the changes that this one depends on are made.${what.caution}`,
      safety: what.safety,
      evidence: [
        {
          kind: 'no-other-reference',
          text: `${binding.name} has no reference left in this file`,
          place: { path, line: session.lineOf(path, offset) },
        },
      ],
      files: [{ kind: 'edit', path, edits }],
      dependsOn: users,
    });
    return true;
  }
  return false;
}

/** What is unused now and must stay: a call that may have an effect, a parameter, a part of a pattern with a rest. */
function noteLeft(session: Session, path: string, { name, kind }: Binding, offset: number): void {
  const isParameter = kind === 'param' || kind === 'param-property' || kind === 'catch';
  session.keep({
    place: { path, line: session.lineOf(path, offset) },
    code: isParameter ? 'unused-parameter' : 'unused-effect',
    because: isParameter
      ? `nothing uses the parameter ${name} any more, but callers pass it`
      : `nothing uses ${name} any more, but what gives it its value may have an effect`,
  });
}

/** A value that is computed for nobody; to take out the assignments is to judge what they compute. */
function noteWritten(session: Session, path: string, { name }: Binding, offset: number): void {
  session.keep({
    place: { path, line: session.lineOf(path, offset) },
    code: 'unused-writes',
    because: `nothing reads ${name} any more, but the code still gives it values`,
  });
}

function describe(
  session: Session,
  file: SourceFile,
  binding: Binding,
): { noun: string; safety: Safety; caution: string } {
  switch (binding.kind) {
    case 'import':
    case 'import-type': {
      const acts = actsWhenLoaded(session, file, binding);
      // TypeScript drops an import that is used as a value nowhere; JavaScript still runs the module.
      const erased = /\.[cm]?tsx?$/.test(file.path);
      const caution = acts
        ? ` The module does something when it is loaded (${acts}): see that nothing counts on that.`
        : erased
          ? ''
          : ' In JavaScript an import also runs the module: see that nothing counts on it.';
      return { noun: 'the import', safety: caution ? 'review' : 'safe', caution };
    }
    case 'function':
      return { noun: 'the function', safety: 'safe', caution: '' };
    case 'class':
      return { noun: 'the class', safety: 'safe', caution: '' };
    case 'interface':
    case 'type':
      return { noun: 'the type', safety: 'safe', caution: '' };
    case 'enum':
      return { noun: 'the enum', safety: 'safe', caution: '' };
    default:
      return { noun: 'the local', safety: 'safe', caution: '' };
  }
}
