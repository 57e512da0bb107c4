import type { AnyNode, Call, FunctionDef } from '@ffsd/python';
import { classesOf, dottedName, findAll, isCode, parsedFile, stringValue } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { isTemplateName } from '../django/name-in-template.ts';
import { isTestPath } from '../test-path.ts';
import { classAround, classWith } from './callee.ts';
import { usedExpression } from './calls-of.ts';
import { adminSites, viewsOfAttribute } from './context-admin.ts';
import { classSites } from './context-classes.ts';
import type { Asked } from './context-holds.ts';
import { argumentsHold, holdsKey, ownNodes, resultHolds } from './context-holds.ts';
import { referencesOf } from './references-of.ts';

/** A place from which a template is shown, or may be. */
export interface RenderSite {
  readonly path: string;
  /** What was looked at there. */
  readonly start: number;
  readonly end: number;
  /** Why the template may not be given the key there; undefined where it always is. */
  readonly because: string | undefined;
  /** What is taken for granted, in words for a reviewer. */
  readonly assumptions: readonly string[];
  /** It is shown for a request, so that it is also given what all pages are given. */
  readonly isPage: boolean;
}

/** Every place in the code that names the template, with whether the key is given to it there. */
export function renderSites(workspace: Workspace, template: string, key: string): readonly RenderSite[] {
  const base = template.slice(template.lastIndexOf('/') + 1);
  return workspace.search([base]).flatMap((path): readonly RenderSite[] => {
    if (isTestPath(path)) return [];
    if (!isCode(path)) return isProgram(path) ? namedAt(workspace, path, base) : [];
    const file = parsedFile(workspace, path);
    if (!file) return [unknownSite(path, 0, 0, `${path} does not parse`)];
    return findAll(file.tree, ['SimpleString', 'FormattedString']).flatMap((node) => {
      if (!file.text.slice(node.start, node.end).includes(base)) return [];
      if (node.type === 'FormattedString') return [unknownUse({ workspace, file, key }, node)];
      const value = stringValue(node) ?? '';
      return /\s/.test(value) || !isTemplateName(value, template) ? [] : sitesOfUse({ workspace, file, key }, node);
    });
  });
}

/** Files of other languages that may ask for a template. */
function isProgram(path: string): boolean {
  return (
    /\.(?:[cm]?[jt]sx?|vue|json|ya?ml|toml|ini|cfg)$/.test(path) && !/(?:^|\/)(?:package-lock|\w*\.lock)/.test(path)
  );
}

function namedAt(workspace: Workspace, path: string, base: string): readonly RenderSite[] {
  const at = (workspace.read(path) ?? '').indexOf(base);
  return at < 0 ? [] : [unknownSite(path, at, at + base.length, `${path} names the template`)];
}

function unknownSite(path: string, start: number, end: number, because: string): RenderSite {
  return { path, start, end, because, assumptions: [], isPage: false };
}

function unknownUse({ file }: Asked, node: AnyNode): RenderSite {
  const line = file.text.slice(0, node.start).split('\n').length;
  return unknownSite(
    file.path,
    node.start,
    node.end,
    `nobody knows what the template is given at ${file.path}:${line}`,
  );
}

function site({ file }: Asked, node: AnyNode, holds: boolean, isPage = false): RenderSite {
  const fn = functionAround(node);
  const whole = fn ?? node;
  const line = file.text.slice(0, node.start).split('\n').length;
  const because = holds ? undefined : `the template is shown without it at ${file.path}:${line}`;
  return { path: file.path, start: whole.start, end: whole.end, because, assumptions: [], isPage };
}

function functionAround(node: AnyNode): FunctionDef | undefined {
  for (let at: AnyNode | null = node; at; at = at.parent) if (at.type === 'FunctionDef') return at;
  return undefined;
}

/** What is done with an expression that names the template. */
function sitesOfUse(asked: Asked, literal: AnyNode, depth = 0): readonly RenderSite[] {
  let node = literal;
  while (node.parent?.type === 'Element') node = node.parent.parent as AnyNode;
  const { parent } = node;
  switch (parent?.type) {
    case 'Arg':
      return ofArgument(asked, node, parent);
    case 'Return': {
      const fn = functionAround(parent);
      const owner = fn?.name.value === 'get_template_names' ? classAround(fn) : undefined;
      return owner ? classSites(asked, { path: asked.file.path, node: owner }, '') : [unknownUse(asked, node)];
    }
    case 'AssignTarget':
    case 'Assign':
    case 'AnnAssign':
      return depth > 1 ? [unknownUse(asked, node)] : ofAssignment(asked, node, parent, depth);
    case 'Expr':
      return [];
    default:
      return [unknownUse(asked, node)];
  }
}

function ofAssignment(asked: Asked, node: AnyNode, statement: AnyNode, depth: number): readonly RenderSite[] {
  const targets = statement.type === 'Assign' ? statement.targets.map((one) => one.target) : [];
  const target = statement.type === 'AnnAssign' ? statement.target : targets[0];
  if (target?.type !== 'Name' || targets.length > 1) return [unknownUse(asked, node)];
  const owner = statement.parent?.parent?.parent;
  if (owner?.type === 'ClassDef') {
    const place = { path: asked.file.path, node: owner };
    const views = viewsOfAttribute(target.value);
    if (views) return adminSites(asked, place, views);
    return /^template(?:_name)?$/.test(target.value)
      ? classSites(asked, place, target.value)
      : [unknownUse(asked, node)];
  }
  const references = referencesOf(asked.workspace, asked.file, target);
  if (!references) return [unknownUse(asked, node)];
  return references.flatMap((one) => {
    if (one.kind === 'import' || one.kind === 'export' || isTestPath(one.path)) return [];
    if (one.kind !== 'read' || !one.node || !one.file) return [unknownUse(asked, node)];
    return sitesOfUse({ ...asked, file: one.file }, usedExpression(one.node), depth + 1);
  });
}

function ofArgument(asked: Asked, node: AnyNode, argument: AnyNode & { readonly type: 'Arg' }): readonly RenderSite[] {
  const call = argument.parent;
  if (call?.type !== 'Call') return [unknownUse(asked, node)];
  const name = (dottedName(call.func) ?? (call.func.type === 'Attribute' ? call.func.attr.value : ''))
    .split('.')
    .at(-1)!;
  if (call.parent?.type === 'Decorator') return ofDecorator(asked, node, name, call.parent.parent as AnyNode);
  if (/^(?:get|select)_template$/.test(name)) return ofTemplate(asked, node, call);
  if (name === 'as_view' && argument.keyword?.value === 'template_name' && call.func.type === 'Attribute') {
    return ofView(asked, node, call, call.func.value);
  }
  return /^(?:render(?:_to_response|_to_string|_template)?|(?:Simple)?TemplateResponse)$/.test(name)
    ? [site(asked, call, contextHolds(asked, call, argument), isForRequest(name, call))]
    : [unknownUse(asked, node)];
}

/** `render(request, …)`, `render_to_string('a.html', {…}, request=request)` */
function isForRequest(name: string, { args }: Call): boolean {
  if (/^(?:render|TemplateResponse|render_template)$/.test(name)) return true;
  return args.some(({ keyword }) => keyword?.value === 'request');
}

/** `render(request, 'a.html', {'k': v})`, `render_template('a.html', k=v)` */
function contextHolds(asked: Asked, call: Call, template: Call['args'][number]): boolean {
  const { args } = call;
  const named = args.find(({ keyword }) => /^(?:context|dictionary|value)$/.test(keyword?.value ?? ''));
  if (named) return holdsKey(asked, named.value);
  const next = args[args.indexOf(template) + 1];
  if (next && next.keyword === null && next.star === '' && holdsKey(asked, next.value)) return true;
  return argumentsHold(asked, call);
}

/** `get_template('a.html').render({'k': v})`, at once or by a local. */
function ofTemplate(asked: Asked, node: AnyNode, call: Call): readonly RenderSite[] {
  const shown = (at: AnyNode): RenderSite => {
    const render = at.parent?.type === 'Attribute' && at.parent.attr.value === 'render' ? at.parent.parent : undefined;
    if (render?.type !== 'Call') return unknownUse(asked, at);
    const [first] = render.args;
    const isGiven = first !== undefined && first.keyword === null && first.star === '' && holdsKey(asked, first.value);
    return site(asked, render, isGiven || argumentsHold(asked, render));
  };
  if (call.parent?.type !== 'Assign') return [shown(call)];
  const [target, ...more] = call.parent.targets.map((one) => one.target);
  const references =
    target?.type === 'Name' && more.length === 0 ? referencesOf(asked.workspace, asked.file, target) : undefined;
  if (!references || references.some(({ kind, node: use }) => !use || kind === 'write'))
    return [unknownUse(asked, node)];
  return references.map((one) => shown(one.node!));
}

function ofView(asked: Asked, node: AnyNode, call: Call, view: AnyNode): readonly RenderSite[] {
  const extra = call.args.find(({ keyword }) => keyword?.value === 'extra_context');
  if (extra && holdsKey(asked, extra.value)) return [site(asked, call, true, true)];
  const classes = classesOf(asked.workspace, asked.file, view);
  if (!classes) return [unknownUse(asked, node)];
  return classes.length === 0 ? [site(asked, call, false, true)] : classes.flatMap((one) => classSites(asked, one, ''));
}

/** `@view_config(renderer='a.jinja2')`: what the function gives is what the template is given. */
function ofDecorator(asked: Asked, node: AnyNode, name: string, decorated: AnyNode): readonly RenderSite[] {
  if (decorated.type !== 'FunctionDef') return [unknownUse(asked, node)];
  const isKnown = /^(?:inclusion_tag|template|render_to|(?:\w+_)?view_config)$/.test(name);
  return isKnown ? [site(asked, decorated, viewHolds(asked, decorated))] : [unknownUse(asked, node)];
}

/** A view may answer without the template: `return HTTPFound(…)`. */
function viewHolds(asked: Asked, view: FunctionDef): boolean {
  const returns = ownNodes(view).filter((one) => one.type === 'Return');
  const isAnswer = (value: AnyNode | null) =>
    value?.type === 'Call' &&
    /(?:^|\.)(?:HTTP\w+|Http\w*Response\w*|Response|redirect)$/.test(dottedName(value.func) ?? '');
  const shown = returns.filter(({ value }) => !isAnswer(value as AnyNode | null));
  const owner = classWith(view);
  const self = owner && { path: asked.file.path, node: owner };
  if (shown.length === returns.length) return resultHolds({ ...asked, self }, view);
  return shown.length > 0 && shown.every(({ value }) => value && holdsKey({ ...asked, self }, value as AnyNode));
}
