import type { AssignmentExpression, Node, ObjectProperty } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { matchPattern, parentsOf } from '@ffsd/typescript';
import type { CompiledShape } from '../find-reads.ts';
import type { CodeWorkspace } from '../session.ts';
import { givenWhereCompared } from './compared-key.ts';
import type { Given } from './given-value.ts';
import { givenBy, unknown } from './given-value.ts';

type Call = Node & { readonly type: 'CallExpression' };

/** What gives the flag a value in a test. */
export type Setter =
  /** `setFlag('new', true)`, `flags.new = true`, `isEnabled.withArgs('new').returns(true)` */
  | {
      readonly kind: 'call';
      readonly node: Call | AssignmentExpression;
      readonly gives: Given;
      readonly others: readonly Node[];
    }
  /** `isEnabled.callsFake(flag => flag === 'new')` */
  /** `useNew.mockReturnValue(true)` of a reader that is asked for this flag alone */
  | { readonly kind: 'mock'; readonly node: Node; readonly gives: Given }
  | { readonly kind: 'compared'; readonly node: Node; readonly gives: Given }
  /** `new: true` of `useFlags.mockReturnValue({ new: true })` and of `flags: { new: true }` */
  | {
      readonly kind: 'entry';
      readonly node: ObjectProperty;
      readonly list: readonly Node[];
      readonly gives: Given;
    };

/** The set-up that an expression which gives the key belongs to; undefined where it is none that is known. */
export function setterOf(
  workspace: CodeWorkspace,
  file: SourceFile,
  key: Node,
  sets: readonly CompiledShape[],
): Setter | undefined {
  const call = parentsOf(file).parent(key);
  const compared = givenWhereCompared(workspace, file, key);
  if (compared) return { kind: 'compared', node: call!, gives: compared };
  if (call?.type !== 'CallExpression' || !call.arguments.includes(key as never)) return undefined;
  const stubbed = stubOf(workspace, file, call);
  if (stubbed) return stubbed;
  const others = call.arguments.filter((one) => one !== key);
  const isUsers = sets.some(({ pattern }) => matchPattern(pattern, call)?.get('$FLAG') === key);
  if (!isUsers && !isSetter(file, call)) return undefined;
  const behind = call.arguments[call.arguments.indexOf(key as never) + 1];
  const gives = behind ? givenBy(workspace, file, behind) : byName(nameOfCallee(file, call));
  return { kind: 'call', node: call, gives, others };
}

/** The set-up that the name of a property belongs to. */
export function setterOfProperty(workspace: CodeWorkspace, file: SourceFile, key: Node): Setter | undefined {
  const parents = parentsOf(file);
  const entry = parents.parent(key);
  const object = entry && parents.parent(entry);
  if (entry?.type === 'MemberExpression') return assignmentOf(workspace, file, key, entry);
  if (entry?.type !== 'ObjectProperty' || entry.key !== key || entry.computed) return undefined;
  if (object?.type !== 'ObjectExpression') return undefined;
  const holder = holderOf(file, object);
  if (!holder) return undefined;
  const value = givenBy(workspace, file, entry.value);
  const gives: Given =
    holder === 'once' ? { kind: 'ordered', ...(value.kind === 'value' && { value: value.value }) } : value;
  return { kind: 'entry', node: entry, list: object.properties, gives };
}

/** `flags.new = true`, `flags['new'] = true` */
function assignmentOf(
  workspace: CodeWorkspace,
  file: SourceFile,
  key: Node,
  member: Node & { type: 'MemberExpression' },
): Setter | undefined {
  const assignment = parentsOf(file).parent(member);
  if (member.property !== key || member.computed !== (key.type === 'StringLiteral')) return undefined;
  if (assignment?.type !== 'AssignmentExpression' || assignment.left !== member || assignment.operator !== '=')
    return undefined;
  if (!/(?:flag|feature|toggle|experiment)s?\w*$/i.test(sourceOf(file, member.object))) return undefined;
  const gives = givenBy(workspace, file, assignment.right);
  return { kind: 'call', node: assignment, gives, others: [assignment.right] };
}

/** `isEnabled.withArgs('new').returns(true)`, `when(isEnabled).calledWith('new').mockReturnValue(true)` */
function stubOf(workspace: CodeWorkspace, file: SourceFile, call: Call): Setter | undefined {
  if (!/^(?:withArgs|calledWith)$/.test(memberOf(call) ?? '') || call.arguments.length !== 1) return undefined;
  const parents = parentsOf(file);
  const member = parents.parent(call);
  const outer = member && parents.parent(member);
  if (member?.type !== 'MemberExpression' || outer?.type !== 'CallExpression' || outer.callee !== member)
    return undefined;
  const name = memberOf(outer) ?? '';
  if (/Once$|^onCall/.test(name)) return { kind: 'call', node: outer, gives: { kind: 'ordered' }, others: [] };
  if (!/^(?:returns|resolves|mockReturnValue|mockResolvedValue|thenReturn)$/.test(name)) return undefined;
  return { kind: 'call', node: outer, gives: givenBy(workspace, file, outer.arguments[0]), others: [] };
}

const noun = '(?:feature|flag|toggle|switch|experiment)(?:flag|toggle|switch)?s?';
const verb = '(?:set|override|toggle|enable|disable|activate|deactivate|turnon|turnoff|mock|stub)';

function isSetter(file: SourceFile, call: Call): boolean {
  const name = nameOfCallee(file, call);
  if (new RegExp(`^${verb}\\w*${noun}(?:value|state|on|off|enabled|disabled)?$`, 'i').test(name)) return true;
  const receiver = call.callee.type === 'MemberExpression' ? sourceOf(file, call.callee.object) : '';
  return new RegExp(`^${verb}$`, 'i').test(name) && new RegExp(`${noun}$`, 'i').test(receiver);
}

function byName(name: string): Given {
  if (/^(?:enable|activate|turnOn)/.test(name)) return { kind: 'value', value: true };
  return /^(?:disable|deactivate|turnOff)/.test(name) ? { kind: 'value', value: false } : unknown;
}

/** Whether an object gives flags their values: by what it is handed to, or by what it is called. */
function holderOf(file: SourceFile, object: Node): 'always' | 'once' | undefined {
  const isFlags = (text: string) => /flag|feature|toggle|experiment/i.test(text);
  const when = (is: boolean) => (is ? 'always' : undefined);
  for (const node of parentsOf(file).ancestors(object)) {
    switch (node.type) {
      case 'CallExpression': {
        const name = nameOfCallee(file, node);
        const receiver = node.callee.type === 'MemberExpression' ? sourceOf(file, node.callee.object) : '';
        if (/^mock(?:Return|Resolved)ValueOnce$|^mockImplementationOnce$/.test(name))
          return isFlags(receiver) ? 'once' : undefined;
        if (/^mock(?:Return|Resolved)Value$|^mockImplementation$|^(?:returns|resolves)$/.test(name))
          return when(isFlags(receiver));
        // `jest.fn(() => ({ new: true }))` is called by what holds it.
        if (/^(?:fn|hoisted|stub)$/.test(name)) continue;
        return when(new RegExp(`^${verb}\\w*${noun}$`, 'i').test(name));
      }
      case 'ObjectProperty':
        return when('name' in node.key && isFlags(String(node.key.name)));
      case 'VariableDeclarator':
        return when(isFlags(sourceOf(file, node.id)));
      case 'AssignmentExpression':
        return when(isFlags(sourceOf(file, node.left)));
      case 'JSXAttribute':
        return when(isFlags(String(node.name.name)));
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'ReturnStatement':
      case 'BlockStatement':
      case 'JSXExpressionContainer':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'SpreadElement':
        continue;
      default:
        return undefined;
    }
  }
  return undefined;
}

function nameOfCallee(file: SourceFile, { callee }: Call): string {
  return memberName(callee) ?? sourceOf(file, callee);
}

function memberOf({ callee }: Call): string | undefined {
  return memberName(callee);
}

function memberName(callee: Node): string | undefined {
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : undefined;
}

function sourceOf({ text }: SourceFile, { start, end }: Node): string {
  return text.slice(start!, end!);
}
