import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf, scopesOf } from '@ffsd/typescript';
import type { Known } from '../../fold-result.ts';
import { constantOf } from '../constant-of.ts';
import { nameOf } from '../occurrences-of-key.ts';
import type { CodeWorkspace } from '../session.ts';

type Identifier = Node & { readonly type: 'Identifier' };
type Call = Node & { readonly type: 'CallExpression' };

/** A call of a helper, with what it gives one parameter; undefined where that is not known. */
export interface HelperCall {
  readonly call: Call;
  readonly given: Known | undefined;
}

/** All calls of a function that only its file uses; undefined where others may call it, or it is handed on. */
export function callsOfHelper(
  workspace: CodeWorkspace,
  file: SourceFile,
  helper: Node,
  name: Identifier,
): readonly HelperCall[] | undefined {
  const callee = calleeOf(file, helper);
  const binding = callee && scopesOf(file).bindingOf(callee);
  if (!binding || binding.exported) return undefined;
  const calls: HelperCall[] = [];
  for (const { node } of binding.references) {
    const call = parentsOf(file).parent(node);
    if (call?.type !== 'CallExpression' || call.callee !== node) return undefined;
    const given = argumentFor(file, helper, name, call);
    calls.push({ call, given: given && constantOf(workspace, file, given) });
  }
  return calls;
}

/** The name by which a helper is called. */
function calleeOf(file: SourceFile, helper: Node): Node | undefined {
  if (helper.type === 'FunctionDeclaration') return helper.id ?? undefined;
  const owner = parentsOf(file).parent(helper);
  return owner?.type === 'VariableDeclarator' ? owner.id : undefined;
}

/** What a call gives the parameter: by its place, or as a property of the only object. */
function argumentFor(
  file: SourceFile,
  helper: Node,
  name: Node & { readonly type: 'Identifier' },
  call: Node & { readonly type: 'CallExpression' },
): Node | undefined {
  const params = 'params' in helper ? (helper.params as readonly Node[]) : [];
  if (call.arguments.some(({ type }) => type === 'SpreadElement')) return undefined;
  const index = params.findIndex((one) => one.start! <= name.start! && name.end! <= one.end!);
  const parameter = params[index];
  const argument = call.arguments[index];
  if (!parameter || !argument) return undefined;
  if (parameter === name) return argument;
  const pattern = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  if (pattern === name) return argument;
  if (pattern.type !== 'ObjectPattern' || argument.type !== 'ObjectExpression') return undefined;
  const property = parentsOf(file).ancestors(name);
  const own = [...property].find(({ type }) => type === 'ObjectProperty');
  const key = own?.type === 'ObjectProperty' ? nameOf(own.key) : undefined;
  const given = argument.properties.find((one) => one.type === 'ObjectProperty' && nameOf(one.key) === key);
  return given?.type === 'ObjectProperty' ? given.value : undefined;
}
