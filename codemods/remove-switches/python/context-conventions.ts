import type { AnyNode, ClassPlace } from '@ffsd/python';
import { dottedName, findAll, isCode, parsedFile } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { isTestPath } from '../test-path.ts';
import { ancestorsOf } from './class-family.ts';
import { classSites } from './context-classes.ts';
import { attributeOf, methodsOf } from './context-holds.ts';
import type { RenderSite } from './context-renders.ts';

/** The views of Django that find their template by the name of their model, `shop/order_detail.html`, and the endings of its name. */
const viewsOfEnding: Readonly<Record<string, string>> = {
  detail: 'DetailView',
  list: 'ListView',
  form: '(?:Create|Update)View',
  confirm_delete: 'DeleteView',
};

/** The classes that show a template which they do not name: Django finds it by their model. */
export function conventionalSites(workspace: Workspace, template: string, key: string): readonly RenderSite[] {
  const [, model, ending] = /(?:^|\/)([a-z0-9]+)_(detail|list|form|confirm_delete)\.html$/.exec(template) ?? [];
  if (ending === undefined) return [];
  const isView = new RegExp(`(?:^|\\.)\\w*${viewsOfEnding[ending]}$`);
  const paths = workspace.search(['View']).filter((path) => isCode(path) && !isTestPath(path));
  return paths.flatMap((path) => {
    const file =
      isView.test(path) || new RegExp(viewsOfEnding[ending]!).test(workspace.read(path) ?? '')
        ? parsedFile(workspace, path)
        : undefined;
    if (!file) return [];
    return findAll(file.tree, 'ClassDef').flatMap((node): readonly RenderSite[] => {
      const place: ClassPlace = { path, node };
      if (!node.bases.some(({ value }) => isView.test(dottedName(value) ?? ''))) return [];
      const chain = [place, ...ancestorsOf(workspace, place)];
      const isNamed = chain.some(
        (one) => attributeOf(one.node, 'template_name') || methodsOf(one, 'get_template_names').length > 0,
      );
      if (isNamed) return [];
      const own = chain.map((one) => attributeOf(one.node, 'model') ?? attributeOf(one.node, 'queryset')).find(Boolean);
      const shown = own && modelOf(own);
      if (shown === undefined) {
        const because = `nobody knows whether ${node.name.value} shows it`;
        return [{ path, start: node.start, end: node.end, because, assumptions: [], isPage: true }];
      }
      return shown.toLowerCase() === model ? classSites({ workspace, file, key }, place, 'template_name') : [];
    });
  });
}

/** `Order` of `Order` and of `Order.objects.all()`. */
function modelOf(node: AnyNode): string | undefined {
  let at = node;
  while (at.type === 'Call' || (at.type === 'Attribute' && /^[a-z]/.test(at.attr.value))) {
    at = at.type === 'Call' ? at.func : at.value;
  }
  return dottedName(at)?.split('.').at(-1);
}
