import type { Node } from '@babel/types';
import { forEachChild } from '@ffsd/typescript';

/**
 * Whether a `break` or `continue` in the body belongs to the loop or switch that owns it.
 *
 * @param switchOnly look only for the `break` of a switch, whose body does not take `continue`
 */
export function hasOwnJump(body: Node, switchOnly = false): boolean {
  switch (body.type) {
    case 'BreakStatement':
      // A label could name the loop itself; whoever asks is told yes.
      return true;
    case 'ContinueStatement':
      return !switchOnly;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'ObjectMethod':
      return false;
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      // Plain jumps in an inner loop belong to it; labelled ones may not.
      return hasLabelledJump(body);
    case 'SwitchStatement':
      return body.cases.some((one) => one.consequent.some((statement) => hasJumpThroughSwitch(statement, switchOnly)));
    default:
      return childrenOf(body).some((child) => hasOwnJump(child, switchOnly));
  }
}

function hasJumpThroughSwitch(node: Node, switchOnly: boolean): boolean {
  if (node.type === 'ContinueStatement') return !switchOnly;
  if (node.type === 'BreakStatement') return node.label != null;
  if (/Function|Class|Method/.test(node.type)) return false;
  if (/^(?:For|While|DoWhile)/.test(node.type)) return hasLabelledJump(node);
  return childrenOf(node).some((child) => hasJumpThroughSwitch(child, switchOnly));
}

function hasLabelledJump(node: Node): boolean {
  if (node.type === 'BreakStatement' || node.type === 'ContinueStatement') return node.label != null;
  if (/Function|Class|Method/.test(node.type)) return false;
  return childrenOf(node).some(hasLabelledJump);
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  forEachChild(node, (child) => children.push(child));
  return children;
}
