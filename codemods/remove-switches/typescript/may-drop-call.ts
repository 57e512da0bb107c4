import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { isPure, withoutTypes } from '@ffsd/typescript';

/**
 * Hooks without an effect of their own, by the module that defines them. A custom hook may have effects, so its call stays
 * even when nobody uses its result.
 */
const effectlessHooks = new Set([
  // React
  'useState',
  'useReducer',
  'useMemo',
  'useCallback',
  'useRef',
  'useContext',
  'useId',
  'useDeferredValue',
  'useTransition',
  // React Router
  'useNavigate',
  'useLocation',
  'useParams',
  'useSearchParams',
  'useHistory',
  'useRouteMatch',
  'useMatch',
  // Redux, i18n, themes
  'useDispatch',
  'useSelector',
  'useTranslation',
  'useTheme',
  'useMediaQuery',
]);

/** Whether a call may go when its result is not used: a hook that has no effect, or a reader of flags, with pure arguments. */
export function mayDropCall(file: SourceFile, expression: Node, droppable: ReadonlySet<string>): boolean {
  const node = withoutTypes(expression);
  if (node.type === 'AwaitExpression') return mayDropCall(file, node.argument, droppable);
  if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') {
    return !node.computed && mayDropCall(file, node.object, droppable);
  }
  if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') return false;
  const name = calleeName(node.callee);
  if (name === undefined || !(effectlessHooks.has(name) || droppable.has(name))) return false;
  return node.arguments.every((argument) => isPure(argument as never, file));
}

function calleeName(callee: Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  const isReact =
    callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'React';
  return isReact && callee.property.type === 'Identifier' ? callee.property.name : undefined;
}
