import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf, scopesOf, withoutTypes } from '@ffsd/typescript';
import { constantOf } from '../constant-of.ts';
import type { CodeWorkspace } from '../session.ts';
import { statementsIn } from './around.ts';
import type { Given } from './given-value.ts';
import { givenBy, unknown } from './given-value.ts';

/**
 * What a function that plays a reader gives for the key: `isEnabled.callsFake(flag => flag === 'new')`, also `? on : true`, `|| on`, and as the
 * condition of an early return.
 *
 * @returns undefined when the key is not compared with the parameter of such a function
 */
export function givenWhereCompared(workspace: CodeWorkspace, file: SourceFile, key: Node): Given | undefined {
  const parents = parentsOf(file);
  const comparison = parents.parent(key);
  if (comparison?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(comparison.operator)) return undefined;
  const asked = comparison.left === key ? comparison.right : comparison.left;
  const binding = asked.type === 'Identifier' ? scopesOf(file).bindingOf(asked) : undefined;
  const fake = [...parents.ancestors(comparison)].find(({ type }) => /Function/.test(type));
  const call = fake && parents.parent(fake);
  const isAsked =
    fake && 'params' in fake && binding?.kind === 'param' && fake.params.includes(binding.declarations[0] as never);
  if (!isAsked || call?.type !== 'CallExpression' || !playsReader(call)) return undefined;
  const value = comparison.operator.startsWith('=');
  const evaluate = (node: Node): Given => evaluated(workspace, file, node, comparison, value);
  if (fake.type === 'ArrowFunctionExpression' && fake.body.type !== 'BlockStatement') return evaluate(fake.body);
  for (const line of statementsIn(fake)) {
    if (line.type === 'ReturnStatement') return line.argument ? evaluate(line.argument) : unknown;
    if (line.type !== 'IfStatement') return unknown;
    const test = evaluate(line.test);
    if (test.kind !== 'value') return unknown;
    if (!test.value) continue;
    const [only] = line.consequent.type === 'BlockStatement' ? line.consequent.body : [line.consequent];
    return only?.type === 'ReturnStatement' && only.argument ? evaluate(only.argument) : unknown;
  }
  return unknown;
}

function playsReader({ callee }: Node & { type: 'CallExpression' }): boolean {
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return name.type === 'Identifier' && /^(?:callsFake|mockImplementation|fn|fake|stub)$/.test(name.name);
}

function evaluated(workspace: CodeWorkspace, file: SourceFile, expression: Node, known: Node, value: boolean): Given {
  const node = withoutTypes(expression);
  if (node === known) return { kind: 'value', value };
  const inner = (one: Node) => evaluated(workspace, file, one, known, value);
  switch (node.type) {
    case 'UnaryExpression': {
      const argument = node.operator === '!' ? inner(node.argument) : unknown;
      return argument.kind === 'value' ? { kind: 'value', value: !argument.value } : unknown;
    }
    case 'ConditionalExpression': {
      const test = inner(node.test);
      return test.kind === 'value' ? inner(test.value ? node.consequent : node.alternate) : unknown;
    }
    case 'LogicalExpression': {
      const sides = [inner(node.left), inner(node.right)] as const;
      if (node.operator === '??') return unknown;
      const decides = node.operator === '||';
      for (const [side, other] of [sides, [sides[1], sides[0]] as const]) {
        if (side.kind !== 'value') continue;
        // `on || false` is as true as `on`.
        return Boolean(side.value) === decides ? { kind: 'value', value: decides } : other;
      }
      return unknown;
    }
    default: {
      const constant = constantOf(workspace, file, node);
      return constant ? { kind: 'value', value: constant.value } : givenBy(workspace, file, node);
    }
  }
}
