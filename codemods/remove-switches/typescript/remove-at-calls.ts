import type { JSXAttribute, Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { isPure, parentsOf, removeListItem, withoutTypes } from '@ffsd/typescript';
import type { Call, FunctionUses } from './calls-of.ts';
import type { Given } from './given-at.ts';
import { givenAt } from './given-at.ts';
import { removeAttribute } from './remove-attribute.ts';
import type { FileEdits } from './remove-input.ts';
import type { Session } from './session.ts';
import { slotOf } from './slot-of.ts';
import type { UnusedInput } from './unused-inputs.ts';

/** `whole`: the object held nothing else anywhere, so the whole argument goes. */
export type FromCalls = { readonly edits: FileEdits; readonly whole: boolean } | { readonly because: string };

/** Takes an input out of every call. */
export function removeAtCalls(session: Session, uses: FunctionUses, { fn, input }: UnusedInput): FromCalls {
  const slot = slotOf(fn, input);
  const collects = slot?.kind === 'local' && slot.pattern?.properties.some(({ type }) => type === 'RestElement');
  const given: { readonly call: Call; readonly given: Given & { readonly kind: 'given' } }[] = [];
  for (const call of uses.calls) {
    const one = givenAt(call, input);
    const place = `${call.file.path}:${session.lineOf(call.file.path, call.node.start!)}`;
    if (one.kind === 'unknown') {
      // An object that holds more than it needs does no harm, as long as nobody collects the rest of it.
      if (input.property !== undefined && !collects) continue;
      return { because: `${one.because} (${place})` };
    }
    if (one.kind === 'missing') continue;
    if (one.value && !isPure(one.value as never, call.file)) {
      return { because: `what is given for it may have an effect (${place})` };
    }
    given.push({ call, given: one });
  }
  const whole =
    slot?.kind === 'local' &&
    slot.pattern?.properties.length === 1 &&
    uses.calls.every((call) => isWhole(call, input.index, input.property!));
  const edits = new Map<string, Edit[]>();
  for (const { call, given: one } of given) {
    const list = edits.get(call.file.path) ?? [];
    list.push(...removalAt(call, one.node, whole ? input.index : undefined));
    edits.set(call.file.path, list);
  }
  if (whole) for (const call of uses.calls) addEmpty(call, input.index, edits);
  return { edits, whole };
}

/** Whether the call gives nothing but the one property: `open({ compact: true })`, `<Page compact />` or `<Page />`. */
function isWhole({ file, node, kind }: Call, index: number, property: string): boolean {
  if (node.type === 'JSXOpeningElement') {
    const element = parentsOf(file).parent(node);
    const children = element?.type === 'JSXElement' ? element.children : [];
    const names = [property, 'key'];
    return (
      children.length === 0 &&
      node.attributes.every(
        (one) => one.type === 'JSXAttribute' && one.name.type === 'JSXIdentifier' && names.includes(one.name.name),
      )
    );
  }
  if (kind === 'create' || !('arguments' in node)) return false;
  const args = node.arguments as readonly Node[];
  if (args.some(isSpread)) return false;
  const argument = args[index];
  if (!argument) return true;
  const object = withoutTypes(argument);
  return object.type === 'ObjectExpression' && object.properties.length <= 1 && !object.properties.some(isSpread);
}

function isSpread({ type }: Node): boolean {
  return type === 'SpreadElement';
}

/** `open({})`: of an object that gave nothing, nothing stays either. */
function addEmpty({ file, node, kind }: Call, index: number, edits: Map<string, Edit[]>): void {
  if (kind !== 'call' || !('arguments' in node)) return;
  const args = node.arguments as readonly Node[];
  const argument = args[index];
  const object = argument && withoutTypes(argument);
  if (object?.type !== 'ObjectExpression' || object.properties.length > 0) return;
  edits.set(file.path, [...(edits.get(file.path) ?? []), ...removeListItem(file, args, index)]);
}

function removalAt({ file, node }: Call, given: Node, whole: number | undefined): readonly Edit[] {
  if (node.type === 'JSXOpeningElement') return [removeAttribute(file, node, given as JSXAttribute)];
  const args = (node as Node & { arguments: readonly Node[] }).arguments;
  if (whole !== undefined) return removeListItem(file, args, whole);
  const index = args.indexOf(given);
  if (index >= 0) return removeListItem(file, args, index);
  const object = objectAround(args, given);
  return object ? removeListItem(file, object.properties, object.properties.indexOf(given as never)) : [];
}

function objectAround(args: readonly Node[], property: Node): (Node & { type: 'ObjectExpression' }) | undefined {
  for (const argument of args) {
    const object = withoutTypes(argument);
    if (object.type === 'ObjectExpression' && object.properties.includes(property as never)) return object;
  }
  return undefined;
}
