import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { isPure, scopesOf, withoutTypes } from '@ffsd/typescript';
import { importedFrom } from './imported-from.ts';

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
  if (node.type === 'TaggedTemplateExpression')
    return isFactory(file, node.tag) && node.quasi.expressions.every((one) => isPure(one as never, file));
  if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') return false;
  if (isRequire(file, node) || isLazyRune(file, node.callee)) return true;
  if (isFactory(file, node.callee) || isRune(file, node.callee))
    return node.arguments.every(
      (argument) => isPure(argument as never, file) || mayDropCall(file, argument, droppable),
    );
  const name = calleeName(node.callee);
  if (name === undefined || !(effectlessHooks.has(name) || droppable.has(name))) return false;
  return node.arguments.every((argument) => isPure(argument as never, file));
}

/** `$state(…)` and `$derived(…)` of Svelte only make what is read of them. */
export function isRune(file: SourceFile, callee: Node): boolean {
  return runeOf(file, callee) === '$state' || runeOf(file, callee) === '$derived';
}

/** What `$derived` computes is computed when somebody asks for it, and `$props` asks for nothing. */
function isLazyRune(file: SourceFile, callee: Node): boolean {
  const rune = runeOf(file, callee.type === 'MemberExpression' ? callee.object : callee);
  return rune === '$derived' || (rune === '$props' && callee.type === 'Identifier');
}

function runeOf(file: SourceFile, node: Node): string | undefined {
  if (file.component?.dialect !== 'svelte' || node.type !== 'Identifier') return undefined;
  return scopesOf(file).bindingOf(node) === undefined ? node.name : undefined;
}

/** `require('./form')`: like an import of JavaScript it also runs the module, which a reviewer has to know. */
export function isRequire(file: SourceFile, node: Node): boolean {
  if (node.type === 'MemberExpression') return isRequire(file, node.object);
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'require')
    return false;
  const [module] = node.arguments;
  return module?.type === 'StringLiteral' && scopesOf(file).bindingOf(node.callee) === undefined;
}

/** Functions that only make a component, a context or a wrapped function, by the module that they are imported from. */
const factories: Readonly<Record<string, RegExp>> = {
  react: /^(?:memo|forwardRef|lazy|createContext|createRef)$/,
  'styled-components': /^(?:default|styled|css|keyframes)$/,
  lodash: /^(?:memoize|once|debounce|throttle)$/,
  vue: /^(?:computed|ref|shallowRef|reactive|readonly|toRefs?)$/,
};

/** `memo(…)`, `React.lazy(…)`, `styled(Chip)(…)`, `styled.div`…``. */
function isFactory(file: SourceFile, callee: Node): boolean {
  switch (callee.type) {
    case 'CallExpression':
      return isFactory(file, callee.callee) && callee.arguments.every((argument) => isPure(argument as never, file));
    case 'MemberExpression': {
      if (callee.object.type !== 'Identifier' || callee.property.type !== 'Identifier') return false;
      const from = importedFrom(file, callee.object);
      return from !== undefined && (isListed(from.module, callee.property.name) || isListed(from.module, from.name));
    }
    case 'Identifier': {
      const from = importedFrom(file, callee);
      return from !== undefined && isListed(from.module, from.name);
    }
    default:
      return false;
  }
}

function isListed(module: string, name: string): boolean {
  if (/^@mui\/|^@emotion\/styled$/.test(module)) return name === 'styled' || name === 'default';
  return factories[module]?.test(name) ?? false;
}

function calleeName(callee: Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  const isReact =
    callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'React';
  return isReact && callee.property.type === 'Identifier' ? callee.property.name : undefined;
}
