import type { AnyNode, Binding, SourceFile } from '@ffsd/python';
import { dottedName, findAll, importsOf, isPure, parsedFile, resolveModule } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';

/**
 * What a module of the workspace does at its top level beside binding names to what is inert: a call, or an object that is made, in its
 * own words. `client = UnleashClient(…)` connects, and `@receiver(order_paid)` registers.
 *
 * @returns undefined for modules of packages, and for modules that only bind names
 */
export function actsWhenLoaded(workspace: Workspace, file: SourceFile, { declarations }: Binding): string | undefined {
  const imported = importsOf(file).find(({ names }) =>
    names.some(({ local }) => local && declarations.includes(local)),
  );
  // Another name of the same import still loads it.
  if (imported?.names.some(({ local }) => local && !declarations.includes(local))) return undefined;
  const module = imported && resolveModule(workspace, file.path, imported.specifier);
  const path = module && module.kind !== 'unresolved' ? module.path : undefined;
  const there = path === undefined ? undefined : parsedFile(workspace, path);
  return there && actOf(there);
}

/** As {@link actsWhenLoaded}, of the module itself. */
function actOf(file: SourceFile): string | undefined {
  const act = firstAct(file, file.tree.body);
  return act && file.text.slice(act.start, act.end).replace(/\s+/g, ' ').slice(0, 60);
}

function firstAct(file: SourceFile, lines: readonly AnyNode[]): AnyNode | undefined {
  for (const line of lines) {
    const act = actIn(file, line);
    if (act) return act;
  }
  return undefined;
}

function actIn(file: SourceFile, node: AnyNode): AnyNode | undefined {
  const calls = (value: AnyNode | null | undefined) => value && !isInert(file, value);
  switch (node.type) {
    case 'SimpleStatementLine':
      return firstAct(file, node.body);
    case 'Expr':
      return isPure(node.value, file, 'members') ? undefined : node;
    case 'Assign':
    case 'AnnAssign':
      return calls(node.value) ? node : undefined;
    case 'FunctionDef':
    case 'ClassDef':
      return node.decorators.find(({ decorator }) => !isInertDecorator(decorator));
    case 'If':
    case 'Else':
    case 'Try':
    case 'Finally':
    case 'ExceptHandler':
      // The guard of a script never holds for who imports it.
      if (node.type === 'If' && /__name__/.test(node.test.code)) return undefined;
      return firstAct(file, partsOf(node));
    case 'For':
    case 'While':
    case 'With':
    case 'Del':
      return node;
    default:
      return undefined;
  }
}

function partsOf(node: AnyNode): readonly AnyNode[] {
  const { body, orelse, handlers, finalbody } = node as Partial<{
    body: AnyNode & { readonly body: readonly AnyNode[] };
    orelse: AnyNode | null;
    handlers: readonly AnyNode[];
    finalbody: AnyNode | null;
  }>;
  return [...(body?.body ?? []), ...(handlers ?? []), orelse, finalbody].filter((one) => one != null) as AnyNode[];
}

/** A value that is there by itself, or made by what only makes values. */
function isInert(file: SourceFile, value: AnyNode): boolean {
  if (isPure(value, file, 'members')) return true;
  return findAll(value, ['Call', 'Await']).every(
    (one) => one.type === 'Call' && makers.has(dottedName(one.func)?.split('.').at(-1) ?? ''),
  );
}

/** Loggers, types, patterns, and values that only hold what they are given. */
const makers: ReadonlySet<string> = new Set(
  [
    'getLogger get_logger get_task_logger get_user_model gettext gettext_lazy reverse_lazy',
    'TypeVar ParamSpec NewType namedtuple NamedTuple TypedDict Enum cast field partial compile',
    'Decimal date datetime timedelta timezone Path PurePath MappingProxyType frozenset set dict list tuple str int float bool object',
  ].flatMap((names) => names.split(' ')),
);

function isInertDecorator(decorator: AnyNode): boolean {
  const name = dottedName(decorator.type === 'Call' ? decorator.func : decorator);
  return name !== undefined && inertDecorators.test(name);
}

/** Those that hand back the same function or class, or one that calls it. */
const inertDecorators =
  /^(?:functools\.)?(?:wraps|lru_cache|cache|total_ordering|singledispatch|cached_property)$|^(?:dataclasses\.)?dataclass$|^(?:attr|attrs)\.\w+$|^(?:contextlib\.)?(?:async)?contextmanager$|^(?:typing\.)?(?:overload|final|runtime_checkable|no_type_check)$|^(?:enum\.)?unique$|^(?:abc\.)?abstractmethod$|^(?:method_decorator|transaction\.atomic|login_required|permission_required|require_\w+|csrf_exempt|never_cache|waffle_flag|waffle_switch|override_settings)$|^(?:pytest\.)/;
