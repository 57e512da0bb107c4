import type { Node } from '@babel/types';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { forEachChild, isPure } from '@ffsd/typescript';
import { completesAbruptly } from './completes-abruptly.ts';
import { literalOf } from './constant-here.ts';
import { mayDropCall } from './may-drop-call.ts';

type FunctionLike = Node & { readonly params: readonly Node[]; readonly body: Node };

/** What a function gives, as far as its text tells. */
export interface Results {
  /** The expressions that it returns. */
  readonly returned: readonly Node[];
  /** It may come to its end, and give `undefined`. */
  readonly fallsOff: boolean;
}

export function resultsOf(fn: FunctionLike): Results {
  if (fn.body.type !== 'BlockStatement') return { returned: [fn.body], fallsOff: false };
  const returned: Node[] = [];
  let bare = false;
  const visit = (node: Node): void => {
    if (/Function|Method|^Class/.test(node.type)) return;
    if (node.type === 'ReturnStatement') {
      if (node.argument) returned.push(node.argument);
      else bare = true;
    }
    forEachChild(node, visit);
  };
  forEachChild(fn.body, visit);
  return { returned, fallsOff: bare || !completesAbruptly(fn.body) };
}

/** The one value that the function always gives, if it comes to an end. */
export function constantResult(file: SourceFile, fn: FunctionLike): { readonly value: Constant } | undefined {
  const { returned, fallsOff } = resultsOf(fn);
  if (fallsOff) return undefined;
  const [first, ...others] = returned.map((node) => literalOf(file, node));
  if (!first) return undefined;
  return others.every((other) => other && Object.is(other.value, first.value)) ? first : undefined;
}

/**
 * Whether nothing is lost but the value when the function is not called: it only computes.
 *
 * A loop may run for ever and a `throw` may be what the call is for, so both are effects.
 *
 * @param droppable names of calls that only exist to reach the flags
 * @param alsoDrops whether an expression of it may go for another reason
 */
export function onlyComputes(
  file: SourceFile,
  fn: FunctionLike,
  droppable: ReadonlySet<string> = new Set(),
  alsoDrops: (node: Node) => boolean = () => false,
): boolean {
  const drops = (node: Node | null | undefined) =>
    !node || isPure(node as never, file) || mayDropCall(file, node, droppable) || alsoDrops(node);
  const inert = (node: Node): boolean => {
    switch (node.type) {
      case 'BlockStatement':
        return node.body.every(inert);
      case 'ReturnStatement':
        return drops(node.argument);
      case 'ExpressionStatement':
        return drops(node.expression);
      case 'IfStatement':
        return drops(node.test) && inert(node.consequent) && (!node.alternate || inert(node.alternate));
      case 'VariableDeclaration':
        return node.declarations.every(({ id, init }) => isPlain(id, drops) && drops(init));
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
        return drops(node);
      case 'EmptyStatement':
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        return true;
      default:
        return false;
    }
  };
  if (!fn.params.every((param) => isPlain(param, drops))) return false;
  return fn.body.type === 'BlockStatement' ? inert(fn.body) : drops(fn.body);
}

/** A pattern that runs no code of its own: its keys and defaults only compute. */
function isPlain(pattern: Node, drops: (node: Node) => boolean): boolean {
  switch (pattern.type) {
    case 'Identifier':
      return true;
    case 'AssignmentPattern':
      return isPlain(pattern.left, drops) && drops(pattern.right);
    case 'RestElement':
      return isPlain(pattern.argument, drops);
    case 'TSParameterProperty':
      return isPlain(pattern.parameter, drops);
    case 'ArrayPattern':
      return pattern.elements.every((element) => !element || isPlain(element, drops));
    case 'ObjectPattern':
      return pattern.properties.every((property) =>
        property.type === 'RestElement'
          ? isPlain(property, drops)
          : (!property.computed || drops(property.key)) && isPlain(property.value, drops),
      );
    default:
      return false;
  }
}
