import type { Node } from '@babel/types';
import { mapOffset } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { isCode, parentsOf, parsedFile, scopesOf, walk, withoutTypes } from '@ffsd/typescript';
import type { FunctionPlace } from './callee-of.ts';
import { calleeOf } from './callee-of.ts';
import { deletedFiles } from './deleted-files.ts';
import { functionAt } from './function-at.ts';
import { memberName } from './member-of-class.ts';
import { outward } from './member-read.ts';
import { removePart } from './remove-part.ts';
import { resultsOf } from './result-of.ts';
import type { Session } from './session.ts';

/**
 * Removes from the object that a function returns what calls took before the changes so far and none takes now:
 * `const { save, saveOld } = useApi()`.
 *
 * @returns whether something was removed
 */
export function removeLostParts(session: Session): boolean {
  for (const path of [...session.changed(), ...deletedFiles(session).keys()].filter(isCode)) {
    const original = session.original(path);
    if (!original) continue;
    const file = parsedFile(session, path);
    const now = new Set(file ? takesIn(file).map(idOf) : []);
    for (const take of takesIn(original)) {
      if (now.has(idOf(take))) continue;
      const target = calleeOf(session.base, original, take.callee);
      const present = target && presentOf(session, target);
      if (
        present &&
        givesBack(present, take.part) &&
        removePart(session, present.file, { ...present, part: take.part })
      )
        return true;
    }
  }
  return false;
}

interface Take {
  readonly callee: Node;
  readonly name: string;
  readonly part: string;
}

function idOf({ name, part }: Take): string {
  return `${name} ${part}`;
}

/** Functions whose result is taken apart by names, with the names. */
function takesIn(file: SourceFile): readonly Take[] {
  const found: Take[] = [];
  const parents = parentsOf(file);
  walk(file.tree.program, (call) => {
    if (call.type !== 'CallExpression') return;
    const { callee } = call;
    const name = file.text.slice(callee.start!, callee.end!);
    for (const part of partsTaken(
      file,
      parents.parent(call)?.type === 'AwaitExpression' ? parents.parent(call)! : call,
    ))
      found.push({ callee, name, part });
  });
  return found;
}

function partsTaken(file: SourceFile, result: Node): readonly string[] {
  const parents = parentsOf(file);
  const use = outward(parents, result);
  if (use?.type === 'VariableDeclarator' && use.id.type === 'ObjectPattern')
    return use.id.properties.flatMap((one) => (one.type === 'ObjectProperty' ? (memberName(one.key) ?? []) : []));
  const holders =
    use?.type === 'VariableDeclarator' && use.id.type === 'Identifier'
      ? (scopesOf(file).bindingOf(use.id)?.references ?? []).map(({ node }) => node)
      : [result];
  return holders.flatMap((node) => {
    const member = outward(parents, node);
    const isMember = member?.type === 'MemberExpression' || member?.type === 'OptionalMemberExpression';
    return isMember && !member.computed && withoutTypes(member.object) === withoutTypes(node)
      ? (memberName(member.property) ?? [])
      : [];
  });
}

/** The function as it is now; a draft may have moved it. */
function presentOf(
  session: Session,
  { file: { path }, anchor }: FunctionPlace,
): Pick<FunctionPlace, 'file' | 'fn'> | undefined {
  const file = parsedFile(session, path);
  if (!file) return undefined;
  const moved = session.historyOf(path).length === 0 ? anchor : movedTo(session, path, anchor);
  const fn = functionAt(file, moved);
  return fn && { file, fn };
}

function movedTo(session: Session, path: string, offset: number): number {
  const [first] = session.historyOf(path);
  return session.mapSince(path, first!.key, mapOffset(first!.edits, offset, 'after'));
}

function givesBack({ fn }: Pick<FunctionPlace, 'fn'>, part: string): boolean {
  return resultsOf(fn).returned.some((node) => {
    const object = withoutTypes(node);
    return (
      object.type === 'ObjectExpression' &&
      object.properties.some((one) => one.type === 'ObjectProperty' && !one.computed && memberName(one.key) === part)
    );
  });
}
