import type { Node } from '@babel/types';
import type { ParentTable } from '@ffsd/typescript';

const hooksWithDependencies = new Set([
  'useEffect',
  'useLayoutEffect',
  'useInsertionEffect',
  'useImperativeHandle',
  'useMemo',
  'useCallback',
]);

/** The dependency array of one of React's own hooks: it is compared with the one before, and nothing else. */
export function isHookDependencies(parents: ParentTable, array: Node): boolean {
  const call = parents.parent(array);
  if (call?.type !== 'CallExpression' || call.arguments.length < 2 || call.arguments.at(-1) !== array) return false;
  const { callee } = call;
  if (callee.type === 'Identifier') return hooksWithDependencies.has(callee.name);
  return (
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    hooksWithDependencies.has(callee.property.name)
  );
}
