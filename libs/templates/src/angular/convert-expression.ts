import type { AST } from '@angular/compiler';
import { compiler } from './compiler.ts';
import type { AngularComparator, AngularExpression } from './expression.ts';
import { partsOf, withAngularParts } from './expression.ts';

/** Makes an expression of what Angular's parser gives. */
export function convertExpression(ast: AST, shift: number): AngularExpression {
  const root = convert(ast, shift);
  for (const node of withAngularParts(root)) {
    for (const part of partsOf(node)) (part as { parent: AngularExpression | undefined }).parent = node;
  }
  return root;
}

type AngularSpan = { readonly start: number; readonly end: number };

function convert(ast: AST, shift: number): AngularExpression {
  const ng = compiler();
  if (ast instanceof ng.ASTWithSource) return convert(ast.ast, shift);
  const spanOf = ({ start, end }: AngularSpan) => ({ start: start + shift, end: end + shift });
  const common = { ...spanOf(ast.sourceSpan), parent: undefined };
  const of = (one: AST) => convert(one, shift);
  if (ast instanceof ng.LiteralPrimitive) return { ...common, type: 'literal', value: ast.value };
  if (ast instanceof ng.ParenthesizedExpression || ast instanceof ng.NonNullAssert)
    return { ...common, type: 'group', inner: of(ast.expression) };
  if (ast instanceof ng.PropertyRead || ast instanceof ng.SafePropertyRead) {
    const named = { ...common, name: ast.name, nameSpan: spanOf(ast.nameSpan) };
    const isOwn = ast.receiver instanceof ng.ImplicitReceiver || ast.receiver instanceof ng.ThisReceiver;
    return isOwn
      ? { ...named, type: 'name', isShorthand: false }
      : { ...named, type: 'member', object: of(ast.receiver) };
  }
  if (ast instanceof ng.KeyedRead || ast instanceof ng.SafeKeyedRead)
    return { ...common, type: 'item', object: of(ast.receiver), index: of(ast.key) };
  if (ast instanceof ng.Call || ast instanceof ng.SafeCall)
    return { ...common, type: 'call', callee: of(ast.receiver), args: ast.args.map(of) };
  if (ast instanceof ng.PrefixNot) return { ...common, type: 'not', operand: of(ast.expression) };
  if (ast instanceof ng.Conditional)
    return {
      ...common,
      type: 'conditional',
      test: of(ast.condition),
      body: of(ast.trueExp),
      otherwise: of(ast.falseExp),
    };
  if (ast instanceof ng.BindingPipe) {
    const named = { name: ast.name, nameSpan: spanOf(ast.nameSpan) };
    return { ...common, type: 'pipe', ...named, object: of(ast.exp), args: ast.args.map(of) };
  }
  // Signs are binary for the parser, with nothing on the left.
  if (ast instanceof ng.Unary) return { ...common, type: 'other', parts: [of(ast.expr)], binds: [] };
  if (ast instanceof ng.Binary) {
    const { operation } = ast;
    const sides = { left: of(ast.left), right: of(ast.right) };
    if (operation === '&&' || operation === '||' || operation === '??')
      return { ...common, type: 'logical', operator: operation, ...sides };
    if (/^(?:[!=]==?|[<>]=?)$/.test(operation))
      return { ...common, type: 'comparison', operator: operation as AngularComparator, ...sides };
    return ng.Binary.isAssignmentOperation(operation)
      ? { ...common, type: 'write', target: sides.left, value: sides.right }
      : { ...common, type: 'other', parts: [sides.left, sides.right], binds: [] };
  }
  if (ast instanceof ng.LiteralMap) {
    const parts = ast.values.map((value, index): AngularExpression => {
      const key = ast.keys[index]!;
      const part = of(value);
      const isShorthand = 'isShorthandInitialized' in key && key.isShorthandInitialized === true;
      return part.type === 'name' ? { ...part, isShorthand } : part;
    });
    return { ...common, type: 'other', parts, binds: [] };
  }
  const binds = ast instanceof ng.ArrowFunction ? ast.parameters.map(({ name }) => name) : [];
  return { ...common, type: 'other', parts: innerOf(ast).map(of), binds };
}

/** The expressions within one that no fold has to know of. */
function innerOf(ast: AST): readonly AST[] {
  const { AST } = compiler();
  return Object.values(ast)
    .flat()
    .filter((one): one is AST => one instanceof AST);
}
