import type { AnyNode, Arg, Call, SourceFile } from '@ffsd/python';
import { dottedName, findAll, isCode, metavariableOf, parsedFile } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import type { CompiledShape } from './compiled-shape.ts';
import type { ReadUse } from './read-use.ts';

type Decorator = AnyNode & { readonly type: 'Decorator' };

/**
 * How a decorator reads the flag: by being there, `@flag_required('x')`, or by one keyword among what else it says:
 * `@view_config(route_name='show', feature_flag='x')`. Of the second only the keyword goes.
 */
export function useOfDecorator(
  workspace: Workspace,
  file: SourceFile,
  node: Decorator,
  compiled: CompiledShape,
): ReadUse {
  const { keyword, shape } = compiled;
  const call = node.decorator;
  const argument = keyword && call.type === 'Call' ? keywordOf(call, keyword) : undefined;
  // Of an SDK's own decorator it is known that it only asks for the flag.
  if (!argument || call.type !== 'Call' || shape.source !== 'user') return { kind: 'decorator', node };
  if (doesWithout(workspace, file, call, compiled)) return { kind: 'keyword', node, argument };
  // `@flag_required(name='x', redirect='/')` without its name would fail when it is called; as a whole it may say more than the flag.
  return call.args.length > argumentsIn(compiled) ? { kind: 'more-arguments' } : { kind: 'decorator', node };
}

/**
 * Whether the decorator is there for more than the flag and works without it: the pattern says so, by `$$$` before the keyword or by any
 * name, or it is used without the keyword elsewhere. `@view_config(feature_flag='x')` registers a view, as `@view_config()` does.
 */
function doesWithout(
  workspace: Workspace,
  file: SourceFile,
  call: Call,
  { shape, pattern, keyword }: CompiledShape,
): boolean {
  const written = pattern.expression as Call;
  if (metavariableOf(written.func) !== undefined || /\(\s*\$\$\$/.test(shape.match)) return true;
  const name = lastName(call);
  if (name === undefined) return false;
  return decoratorsNamed(workspace, file, name).some(({ node }) => {
    const other = node.decorator;
    return other.type === 'Call' ? keywordOf(other, keyword!) === undefined : true;
  });
}

/** How many arguments the pattern allows; `$$$` as many as there are. */
function argumentsIn({ shape, pattern }: CompiledShape): number {
  // A pattern without it was opened by one more argument for the rest.
  return shape.match.includes('$$$') ? Number.POSITIVE_INFINITY : (pattern.expression as Call).args.length - 1;
}

export interface PlacedDecorator {
  readonly file: SourceFile;
  readonly node: Decorator;
}

/** All decorators of the workspace whose last name it is. */
export function decoratorsNamed(workspace: Workspace, file: SourceFile, name: string): readonly PlacedDecorator[] {
  return workspace.search([name]).flatMap((path) => {
    if (!isCode(path) || !new RegExp(`^[ \\t]*@.*\\b${name}\\b`, 'm').test(workspace.read(path) ?? '')) return [];
    const there = path === file.path ? file : parsedFile(workspace, path);
    return there
      ? findAll(there.tree, 'Decorator')
          .filter(({ decorator }) => lastName(decorator) === name)
          .map((node) => ({ file: there, node }))
      : [];
  });
}

/** `view_config` of `view.view_config(…)`. */
export function lastName(node: AnyNode): string | undefined {
  return dottedName(node.type === 'Call' ? node.func : node)
    ?.split('.')
    .at(-1);
}

function keywordOf({ args }: Call, keyword: string): Arg | undefined {
  return args.find((one) => one.keyword?.value === keyword);
}
