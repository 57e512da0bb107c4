import type { AnyNode, ClassPlace, FunctionDef } from '@ffsd/python';
import { classesOf, dottedName, findAll, isCode, parsedFile } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { isTemplate } from '../django/is-template.ts';
import { isTestPath } from '../test-path.ts';
import { familyOf } from './class-family.ts';
import type { Asked } from './context-holds.ts';
import { holdsKey, isSuper, methodsOf, ownNodes } from './context-holds.ts';
import type { RenderSite } from './context-renders.ts';

type View = 'add_view' | 'change_view' | 'changelist_view' | 'delete_view' | 'history_view';

/** The views of Django's admin that show a template of this name: the list of objects has its tools, and only the change of one has those. */
const viewsOfTemplate: Readonly<Record<string, readonly View[]>> = {
  change_list: ['changelist_view'],
  change_list_object_tools: ['changelist_view'],
  change_form: ['add_view', 'change_view'],
  change_form_object_tools: ['change_view'],
  submit_line: ['add_view', 'change_view'],
  delete_confirmation: ['delete_view'],
  object_history: ['history_view'],
};

/** The views that show the template which an attribute of a `ModelAdmin` names; undefined for other attributes. */
export function viewsOfAttribute(name: string): readonly View[] | undefined {
  const stem = /^(change_list|change_form|delete_confirmation|object_history)_template$/.exec(name)?.[1];
  return stem === undefined ? undefined : viewsOfTemplate[stem];
}

/**
 * The classes whose views Django's admin shows the template from, told by its path alone: `admin/shop/order/change_form.html` belongs
 * to the class that is registered for the model `Order`.
 *
 * @returns undefined for a template that is none of the admin
 */
export function adminSitesOf(workspace: Workspace, template: string, key: string): readonly RenderSite[] | undefined {
  const [, folder, stem] = /(?:^|\/)admin\/((?:\w+\/)*)([\w.-]+)\.html$/.exec(template) ?? [];
  if (stem === undefined) return undefined;
  const views = viewsOfTemplate[stem];
  const model = folder!.split('/')[1];
  const unknown = (because: string): readonly RenderSite[] => [
    { path: template, start: 0, end: 0, because, assumptions: [], isPage: false },
  ];
  if (!views || !model) return undefined;
  const admins = adminsOf(workspace, model);
  const carrier = stem.endsWith('_object_tools') || stem === 'submit_line' ? otherCarrier(workspace, stem) : undefined;
  if (carrier !== undefined) return unknown(`${carrier} may show it, too`);
  if (!admins) return unknown(`nobody knows which admin shows ${template.split('/').slice(-4).join('/')}`);
  return admins.flatMap((place) => {
    const file = parsedFile(workspace, place.path)!;
    return adminSites({ workspace, file, key }, place, views);
  });
}

/**
 * A template that extends one of the admin's pages and is none of a model itself: it shows the tools of whatever model the page is of.
 * One that has other tools of its own does not.
 */
function otherCarrier(workspace: Workspace, stem: string): string | undefined {
  const page = stem.startsWith('change_list') ? 'change_list.html' : 'change_form.html';
  return workspace.search([`admin/${page}`]).find((path) => {
    if (
      !isTemplate(path) ||
      isTestPath(path) ||
      /(?:^|\/)admin\/[\w-]+\/(?:\w+\/)?change_(?:form|list)\.html$/.test(path)
    )
      return false;
    const text = workspace.read(path) ?? '';
    const isOther = /\{%-?\s*block\s+object-tools\s/.test(text) && !/block\.super/.test(text);
    return /\{%-?\s*(?:extends|include)\s/.test(text) && !(isOther && stem.endsWith('_object_tools'));
  });
}

/** The classes that are registered for a model of the name; undefined when that is not all known. */
function adminsOf(workspace: Workspace, model: string): readonly ClassPlace[] | undefined {
  const found: (ClassPlace | undefined)[] = [];
  const isModel = (node: AnyNode | undefined) =>
    (node && dottedName(node)?.split('.').at(-1)?.toLowerCase() === model.toLowerCase()) === true;
  const paths = workspace.search(['register(']).filter((path) => isCode(path) && !isTestPath(path));
  for (const path of paths) {
    const file = parsedFile(workspace, path);
    if (!file || !/\badmin\b/.test(file.text)) continue;
    for (const node of findAll(file.tree, 'Call')) {
      if (!/(?:^|\.)register$/.test(dottedName(node.func) ?? '')) continue;
      if (node.parent?.type === 'Decorator') {
        const owner = node.parent.parent;
        if (owner?.type === 'ClassDef' && node.args.some(({ value }) => isModel(value)))
          found.push({ path, node: owner });
      } else if (isModel(node.args[0]?.value)) {
        const admin = node.args[1]?.value;
        const classes = admin && classesOf(workspace, file, admin);
        found.push(...(classes && classes.length > 0 ? classes : [undefined]));
      }
    }
  }
  return found.length === 0 || found.includes(undefined) ? undefined : (found as readonly ClassPlace[]);
}

/** What the views of a `ModelAdmin` give by `extra_context`. */
export function adminSites(asked: Asked, owner: ClassPlace, views: readonly View[]): readonly RenderSite[] {
  const { path, node } = owner;
  const family = familyOf(asked.workspace, owner);
  const name = node.name.value;
  const classes = [owner, ...family.above];
  const foreign = family.outside.filter((one) => !/(?:^|\.)ModelAdmin$|^@(?:admin\.)?register$/.test(one));
  const assumptions =
    foreign.length > 0
      ? [
          `${foreign.join(' and ')} ${foreign.length > 1 ? 'show' : 'shows'} the template only from ${views.join(' and ')}`,
        ]
      : [];
  const own = classes.flatMap((place) =>
    ['changeform_view', 'render_change_form'].flatMap((method) => methodsOf(place, method)),
  );
  const missing = views.find((view) => !viewHolds(asked, classes, view));
  const because =
    missing !== undefined
      ? `${missing} of ${name} does not always give it`
      : own[0]
        ? `${name} has a ${own[0].node.name.value} of its own`
        : undefined;
  return [{ path, start: node.start, end: node.end, because, assumptions, isPage: true }];
}

/** Whether each call of the overridden view is given the key. */
function viewHolds(asked: Asked, classes: readonly ClassPlace[], view: View): boolean {
  const methods = classes.flatMap((place) => methodsOf(place, view));
  const [first] = methods;
  const file = first && parsedFile(asked.workspace, first.path);
  if (!first || !file || methods.slice(1).some(({ node }) => !/\bsuper\s*\(/.test(node.code))) return false;
  const calls = overridden(first.node, view);
  return (
    calls.length > 0 &&
    calls.every(({ args }) => {
      const given = args.find(({ keyword }) => keyword?.value === 'extra_context') ?? args[positionOf[view]];
      return given !== undefined && given.star === '' && holdsKey({ ...asked, file }, given.value);
    })
  );
}

/** Where `extra_context` stands among the arguments of a view, behind `self`. */
const positionOf: Readonly<Record<View, number>> = {
  add_view: 2,
  change_view: 3,
  changelist_view: 1,
  delete_view: 2,
  history_view: 2,
};

function overridden(fn: FunctionDef, view: View) {
  return ownNodes(fn).filter(
    (one) =>
      one.type === 'Call' && one.func.type === 'Attribute' && one.func.attr.value === view && isSuper(one.func.value),
  ) as (AnyNode & { readonly type: 'Call' })[];
}
