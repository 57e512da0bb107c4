import type { AnyNode, Call, ClassPlace, SourceFile } from '@ffsd/python';
import { findAll, isCode, stringValue } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { isTestPath } from '../test-path.ts';
import { classWith } from './callee.ts';
import { ancestorsOf, familyOf } from './class-family.ts';
import type { Sink } from './context-goes-to.ts';
import { sinksOf } from './context-goes-to.ts';
import { attributeOf, methodsOf } from './context-holds.ts';
import type { ContextOccurrence } from './context-occurrences.ts';

/** The names of the templates that are shown with an entry; undefined where nobody knows all of them. */
export function templatesGiven(workspace: Workspace, entry: ContextOccurrence): readonly string[] | undefined {
  const sinks = sinksOf(workspace, entry);
  return sinks && joined(sinks.map((sink) => namesAt(workspace, sink)));
}

function joined(parts: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part!);
}

function namesAt(workspace: Workspace, { file, node }: Sink): readonly string[] | undefined {
  if (node.type === 'Call') return ofCall(workspace, file, node);
  if (node.type === 'FunctionDef' && !/^get_context(?:_data)?$/.test(node.name.value)) {
    return someNames(node.decorators.flatMap(({ decorator }) => literalsIn(decorator)));
  }
  return ofClassAround(workspace, file, node);
}

function ofCall(workspace: Workspace, file: SourceFile, call: Call): readonly string[] | undefined {
  const { func, args } = call;
  const method = func.type === 'Attribute' ? func.attr.value : '';
  if (/_view$|^get_context|^render_to_response$|^render_change_form$/.test(method) && method !== 'as_view') {
    return ofClassAround(workspace, file, call);
  }
  if (args.some(({ value }) => value.type === 'Attribute')) {
    const isOwn = args.some(({ value }) => value.type === 'Attribute' && /^template(?:_name)?$/.test(value.attr.value));
    return isOwn ? ofClassAround(workspace, file, call) : someNames(args.flatMap(({ value }) => literalsIn(value)));
  }
  if (method === 'render' && func.type === 'Attribute' && func.value.type === 'Call') {
    return someNames(literalsIn(func.value));
  }
  return someNames(
    args.flatMap(({ value }) => (value.type === 'SimpleString' || value.type === 'List' ? literalsIn(value) : [])),
  );
}

function someNames(names: readonly string[]): readonly string[] | undefined {
  const templates = names.filter((one) => /\.\w+$/.test(one) && !/\s/.test(one));
  return templates.length > 0 ? templates : undefined;
}

function literalsIn(node: AnyNode): readonly string[] {
  return findAll(node, 'SimpleString').flatMap((one) => stringValue(one) ?? []);
}

/** The templates of a view's class and of those below, which inherit its method. */
function ofClassAround(workspace: Workspace, file: SourceFile, node: AnyNode): readonly string[] | undefined {
  const found = classWith(node);
  if (!found) return undefined;
  const owner: ClassPlace = { path: file.path, node: found };
  const family = familyOf(workspace, owner);
  if (family.outside.some((one) => /^(?:what inherits|the other name)/.test(one))) return undefined;
  return joined(
    [owner, ...family.below].map((place) => ofClass(workspace, place, family.below.length > 0 && place === owner)),
  );
}

function ofClass(workspace: Workspace, place: ClassPlace, isBase: boolean): readonly string[] | undefined {
  const chain = [place, ...ancestorsOf(workspace, place)];
  if (chain.some((one) => methodsOf(one, 'get_template_names').length > 0)) return undefined;
  const name = place.node.name.value;
  const value = chain
    .map(({ node }) => attributeOf(node, 'template_name') ?? attributeOf(node, 'template'))
    .find((one) => one !== undefined);
  // A class that others are made of is shown by itself only where somebody says so.
  const isShown = workspace
    .search([`${name}.as_view(`])
    .some((path) => isCode(path) && !isTestPath(path) && /as_view\(\s*[^)\s]/.test(workspace.read(path) ?? ''));
  if (isShown) return undefined;
  const literal = value && stringValue(value);
  if (literal !== undefined) return [literal];
  return isBase && value === undefined && /Mixin$/.test(name) ? [] : undefined;
}
