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
  const { keyword } = compiled;
  const call = node.decorator;
  const argument = keyword && call.type === 'Call' ? keywordOf(call, keyword) : undefined;
  if (!argument || call.type !== 'Call') return { kind: 'decorator', node };
  return saysMore(workspace, file, call, compiled) ? { kind: 'keyword', node, argument } : { kind: 'decorator', node };
}

/**
 * Whether the decorator is there for more than the flag: it has other arguments, the pattern says so with `$$$` or with any name, or
 * it is used without the keyword elsewhere: `@view_config(feature_flag='x')` registers a view, as `@view_config()` does.
 */
function saysMore(
  workspace: Workspace,
  file: SourceFile,
  call: Call,
  { shape, pattern, keyword }: CompiledShape,
): boolean {
  const written = pattern.expression as Call;
  const isOpen = shape.match.includes('$$$') || metavariableOf(written.func) !== undefined;
  // The pattern was opened by one more argument for the rest.
  if (isOpen || call.args.length > written.args.length - 1) return true;
  const name = lastName(call);
  if (name === undefined) return true;
  return decoratorsNamed(workspace, file, name).some(({ node }) => {
    const other = node.decorator;
    return other.type === 'Call' ? keywordOf(other, keyword!) === undefined : true;
  });
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
