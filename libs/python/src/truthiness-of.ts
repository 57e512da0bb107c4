import type { AnyNode } from 'libcst-wasm';

/** Whether the value is true, where the text alone tells: literals, displays with and without items, and what joins them. */
export function truthinessOf(node: AnyNode): boolean | undefined {
  switch (node.type) {
    case 'Name':
      return node.value === 'True' ? true : node.value === 'False' || node.value === 'None' ? false : undefined;
    case 'Ellipsis':
    case 'Lambda':
    case 'GeneratorExp':
      return true;
    case 'Integer':
    case 'Float':
    case 'Imaginary':
      return /[1-9a-f]/i.test(node.value.replace(/^0[box]/i, '').replace(/e[-+]?[\d_]+$|j$/gi, ''));
    case 'SimpleString':
      return !/^\w*(?:''''''|""""""|''|"")$/.test(node.value);
    case 'ConcatenatedString':
      return either(truthinessOf(node.left), truthinessOf(node.right));
    case 'FormattedString':
    case 'TemplatedString':
      if (node.type === 'TemplatedString') return true;
      if (node.parts.length === 0) return false;
      return node.parts.some((part) => part.type === 'FormattedStringText' && part.value !== '') ? true : undefined;
    case 'Tuple':
    case 'List':
    case 'Set':
    case 'Dict':
      if (node.elements.length === 0) return false;
      return node.elements.some(({ type }) => type === 'Element' || type === 'DictElement') ? true : undefined;
    case 'UnaryOperation': {
      const value = truthinessOf(node.expression);
      if (node.operator.type === 'Not') return value === undefined ? undefined : !value;
      const isNumber = /^(?:Integer|Float|Imaginary)$/.test(node.expression.type);
      return isNumber && node.operator.type !== 'BitInvert' ? value : undefined;
    }
    case 'BooleanOperation': {
      const [left, right] = [truthinessOf(node.left), truthinessOf(node.right)];
      if (node.operator.type === 'Or') return either(left, right);
      return left === false || right === false ? false : left && right;
    }
    case 'NamedExpr':
      return truthinessOf(node.value);
    default:
      return undefined;
  }
}

function either(left: boolean | undefined, right: boolean | undefined): boolean | undefined {
  if (left || right) return true;
  return left === false && right === false ? false : undefined;
}
