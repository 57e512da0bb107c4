import type { Node } from '@babel/types';
import type { Binding, SourceFile } from '@ffsd/typescript';
import { isReassigned, parentsOf, scopesOf, walk } from '@ffsd/typescript';
import { isOnlyRead, readsOf } from './fold-property.ts';
import type { FunctionNode } from './function-at.ts';
import { anchorOf, functionAt, isFunctionNode, parametersOf } from './function-at.ts';
import type { Input } from './given-at.ts';
import { keyOf } from './given-at.ts';
import { originOfName } from './origin-of-name.ts';
import type { Session } from './session.ts';
import { slotOf } from './slot-of.ts';
import { useOf } from './unused-in.ts';

/** A parameter, or a property of one, that the function used before the first change and does not use now. */
export interface UnusedInput {
  readonly fn: FunctionNode;
  readonly anchor: number;
  readonly input: Input;
  /** The name by which the function took it; undefined where it read `props.open`. */
  readonly local: Binding | undefined;
  readonly name: string;
  /** Where it is declared in the present text. */
  readonly offset: number;
  /** Where the function used it, in the text before the first change. */
  readonly usedAt: readonly number[];
}

export function* unusedInputs(session: Session, file: SourceFile, original: SourceFile): Generator<UnusedInput> {
  const functions: FunctionNode[] = [];
  walk(file.tree.program, (node) => {
    if (isFunctionNode(node)) functions.push(node);
  });
  for (const fn of functions) {
    if (session.touching(file.path, fn.start!, fn.end!).length === 0) continue;
    const anchor = anchorOf(file, fn);
    const then = functionAt(original, originOfName(session, file.path, anchor));
    if (!then) continue;
    for (const input of inputsOf(fn)) {
      const unused = unusedNow(session, file, fn, anchor, input, original, then);
      if (unused) yield unused;
    }
    yield* unreadMembers(file, fn, anchor, original, then);
  }
}

function* inputsOf(fn: FunctionNode): Generator<Input> {
  for (const [index, parameter] of parametersOf(fn).entries()) {
    const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
    if (target.type === 'Identifier') yield { index };
    if (target.type !== 'ObjectPattern') continue;
    for (const element of target.properties) {
      if (element.type !== 'ObjectProperty' || element.computed) continue;
      const property = keyOf(element.key);
      if (property !== undefined) yield { index, property };
    }
  }
}

function unusedNow(
  session: Session,
  file: SourceFile,
  fn: FunctionNode,
  anchor: number,
  input: Input,
  original: SourceFile,
  then: FunctionNode,
): UnusedInput | undefined {
  const slot = slotOf(fn, input);
  const local = slot?.kind === 'local' || input.property === undefined ? slot?.local : undefined;
  const binding = local && scopesOf(file).bindingOf(local);
  if (!local || !binding || useOf(file, binding) !== 'none') return undefined;
  const origin = originOfName(session, file.path, local.start!);
  const before = scopesOf(original)
    .bindings()
    .find(({ declarations }) => declarations[0]?.start === origin);
  if (before?.name !== binding.name || useOf(original, before) !== 'used') return undefined;
  if (origin < then.start! || origin > then.end!) return undefined;
  const usedAt = before.references.map(({ node }) => node.start!);
  return { fn, anchor, input, local: binding, name: input.property ?? local.name, offset: local.start!, usedAt };
}

/** Props that `props.open` or `const { open } = props` read before. Where the object is handed on, somebody else may read them. */
function* unreadMembers(
  file: SourceFile,
  fn: FunctionNode,
  anchor: number,
  original: SourceFile,
  then: FunctionNode,
): Generator<UnusedInput> {
  for (const [index] of parametersOf(fn).entries()) {
    const slot = slotOf(fn, { index, property: '' });
    const old = slotOf(then, { index, property: '' });
    if (slot?.kind !== 'object' || old?.kind !== 'object') continue;
    const binding = scopesOf(file).bindingOf(slot.local);
    const before = scopesOf(original).bindingOf(old.local);
    if (!binding || !before || isReassigned(binding) || !isOnlyRead(file, binding)) continue;
    if (hasRest(file, binding)) continue;
    for (const property of propertiesRead(original, before)) {
      if (readsOf(file, binding, property)?.length !== 0 || isTakenOut(file, binding, property)) continue;
      const reads = readsOf(original, before, property) ?? [];
      if (reads.length === 0) continue;
      const usedAt = reads.flatMap(({ kind, node }) =>
        kind === 'member'
          ? [node.end! - 1]
          : (scopesOf(original)
              .bindingOf(node)
              ?.references.map((one) => one.node.start!) ?? []),
      );
      yield {
        fn,
        anchor,
        input: { index, property },
        local: undefined,
        name: property,
        offset: slot.local.start!,
        usedAt,
      };
    }
  }
}

function propertiesRead(file: SourceFile, binding: Binding): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node } of binding.references) {
    const parent = parentsOf(file).parent(node);
    if (parent?.type === 'MemberExpression' || parent?.type === 'OptionalMemberExpression') {
      const name = parent.computed ? undefined : keyOf(parent.property);
      if (name !== undefined) names.add(name);
    }
    for (const name of namesTakenOut(parent)) names.add(name);
  }
  return names;
}

function namesTakenOut(declarator: Node | undefined): readonly string[] {
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'ObjectPattern') return [];
  return declarator.id.properties.flatMap((one) =>
    one.type === 'ObjectProperty' && !one.computed ? (keyOf(one.key) ?? []) : [],
  );
}

/** `const { open } = props` that is still there, though nothing uses `open`. */
function isTakenOut(file: SourceFile, { references }: Binding, property: string): boolean {
  return references.some(({ node }) => namesTakenOut(parentsOf(file).parent(node)).includes(property));
}

function hasRest(file: SourceFile, { references }: Binding): boolean {
  return references.some(({ node }) => {
    const parent = parentsOf(file).parent(node);
    return (
      parent?.type === 'VariableDeclarator' &&
      parent.id.type === 'ObjectPattern' &&
      parent.id.properties.some(({ type }) => type === 'RestElement')
    );
  });
}
