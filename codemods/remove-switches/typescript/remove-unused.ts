import type { Kept, Safety } from '@ffsd/changes';
import type { Binding, SourceFile } from '@ffsd/typescript';
import { asTemplateNode, parentsOf, scopesOf } from '@ffsd/typescript';
import { keptWithin, wholeLines } from '../kept-within.ts';
import { usersOf } from '../users-of.ts';
import { actsWhenLoaded } from './acts-when-loaded.ts';
import { droppableValue } from './droppable-value.ts';
import { bindingAt } from './fold-binding.ts';
import { keepInitializer } from './keep-initializer.ts';
import { makeSite } from './make-site.ts';
import { isRequire } from './may-drop-call.ts';
import { originOfName } from './origin-of-name.ts';
import { rejoin } from './rejoin.ts';
import { removeCycle } from './remove-cycle.ts';
import { removeDeclared, removePattern } from './remove-declared.ts';
import { removeInputs } from './remove-input.ts';
import { removeLabel } from './remove-label.ts';
import { removeMember } from './remove-member.ts';
import type { Session } from './session.ts';
import { isImplicit, useOf } from './unused-in.ts';

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
    // A parameter goes together with what its callers give for it, before its name goes by itself.
    removeInputs(session, path) ||
    removeNext(session, path, original, droppable) ||
    removeCycle(session, path, original) ||
    removeMember(session, path, original) ||
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
    // `item` of `v-for="item in items"` is how a loop is written, whether somebody asks for it or not.
    if (asTemplateNode(binding.scope.node)) continue;
    const offset = binding.declarations[0]!.start!;
    const then = usedBefore(session, file, original, binding);
    if (!then) continue;
    if (use === 'written') {
      noteWritten(session, path, binding, offset);
      continue;
    }
    const { drops, cautions, grounds } = droppableValue(session, site, droppable);
    const others = restOfTuple(session, file, original, binding);
    const whole = others && removePattern(site, parentsOf(file).parent(binding.declarations[0]!)!, drops);
    const edits = whole ?? removeDeclared(site, { ...binding, references: [] }, drops);
    const bare = edits ? undefined : keepInitializer(site, binding.declarations[0]!);
    if (!edits) noteLeft(session, path, binding, offset);
    if (!edits && !bare) continue;
    const gone = whole ? [then, ...others!] : [then];
    const names = gone.map(({ name }) => name).join(' and ');
    const what = describe(session, file, binding);
    if (binding.kind === 'param') noteLeft(session, path, binding, offset);
    // What calls give for a parameter is still to be told.
    const lines = edits && binding.kind !== 'param' ? wholeLines(file.text, edits) : [];
    const release = keptWithin(session, path, lines);
    const taken = session.commit({
      key: `unused ${path} ${binding.name} ${session.originOf(path, offset)}`,
      title: `Remove ${what.noun}${whole ? 's' : ''} ${names} from ${path.split('/').at(-1)}`,
      why: `Nothing uses ${names} any more once the changes that this one depends on are made.${what.caution}${bare ? ' What gave it its value stays, because it may have an effect.' : cautions.join('')}`,
      safety: edits && cautions.length > 0 ? 'review' : what.safety,
      evidence: [
        {
          kind: 'no-other-reference',
          text: `${names} ${whole ? 'have' : 'has'} no reference left in this file`,
          place: { path, line: session.lineOf(path, offset) },
        },
      ],
      files: [{ kind: 'edit', path, edits: rejoin(file, (edits ?? bare)!).edits }],
      dependsOn: [
        ...grounds,
        ...usersOf(
          session,
          path,
          gone.flatMap(({ references }) => references.map(({ node }) => node.start!)),
        ),
      ],
    });
    if (taken) release();
    return taken;
  }
  return false;
}

/** The name as it was before the first change, when it was used then. */
function usedBefore(
  session: Session,
  { path }: SourceFile,
  original: SourceFile,
  binding: Binding,
): Binding | undefined {
  const then = bindingAt(original, originOfName(session, path, binding.declarations[0]!.start!));
  return then?.name === binding.name && useOf(original, then) === 'used' ? then : undefined;
}

/** The other names of `const [name, setName] = …`, when nothing uses them any more either: they go together. */
function restOfTuple(
  session: Session,
  file: SourceFile,
  original: SourceFile,
  binding: Binding,
): readonly Binding[] | undefined {
  const [name] = binding.declarations;
  const pattern = name && parentsOf(file).parent(name);
  if (pattern?.type !== 'ArrayPattern') return undefined;
  const others: Binding[] = [];
  for (const element of pattern.elements) {
    if (element === name || element === null) continue;
    const other = scopesOf(file).bindingOf(element);
    const then = other && useOf(file, other) === 'none' ? usedBefore(session, file, original, other) : undefined;
    if (element.type !== 'Identifier' || !then || other?.exported) return undefined;
    others.push(then);
  }
  return others.length > 0 ? others : undefined;
}

/** What is unused now and must stay: a call that may have an effect, a parameter, a part of a pattern with a rest. */
function noteLeft(session: Session, path: string, { name, kind }: Binding, offset: number): void {
  const isParameter = kind === 'param' || kind === 'param-property';
  const line = session.lineOf(path, offset);
  // Whoever tried to take it from the callers, too, knows better why it stays.
  const isTold = ({ place, code }: Kept) => code === 'unused-parameter' && place.path === path && place.line === line;
  if (isParameter && session.kept.some(isTold)) return;
  session.keep({
    place: { path, line },
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
      const erased = /\.[cm]?tsx?$/.test(file.path) || /^tsx?$/.test(file.component?.language ?? '');
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
    case 'catch':
      return { noun: 'the caught', safety: 'safe', caution: '' };
    case 'param':
      return { noun: 'the parameter', safety: 'safe', caution: ' Callers may still pass it.' };
    default:
      return isRequired(file, binding)
        ? {
            noun: 'the import',
            safety: 'review',
            caution: ' To require is also to run the module: see that nothing counts on it.',
          }
        : { noun: 'the local', safety: 'safe', caution: '' };
  }
}

function isRequired(file: SourceFile, { declarations }: Binding): boolean {
  for (const ancestor of parentsOf(file).ancestors(declarations[0]!)) {
    if (ancestor.type === 'VariableDeclarator') return ancestor.init != null && isRequire(file, ancestor.init);
    if (!/Pattern$|^ObjectProperty$/.test(ancestor.type)) return false;
  }
  return false;
}
