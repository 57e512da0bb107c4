import type { Node } from '@babel/types';
import { walk } from '@ffsd/typescript';
import type { Site } from './site.ts';
import { sourceOf } from './site.ts';

/**
 * Whether what was rendered may go; what is assumed is noted.
 *
 * Rendering has no effect by the rules of React, so a call in a view is taken to have none: `{t('old')}`, `{items.map(row)}`. A hook is
 * no such call, because its effect is what it is called for.
 */
export function mayDropViews(site: Site, views: readonly Node[]): boolean {
  const impure = views.filter((view) => !site.isPure(view));
  if (!impure.every((view) => onlyRenders(site, view))) return false;
  for (const view of impure) {
    const text = sourceOf(site, view).replace(/\s+/g, ' ').slice(0, 60);
    site.assume(`${text} was dropped with the flag: rendering is taken to have no effect`);
  }
  return true;
}

function onlyRenders(site: Site, view: Node): boolean {
  let renders = true;
  walk(view, (node) => {
    if (/^(?:New|Await|Yield|Assignment|Update|TaggedTemplate|Import)/.test(node.type)) renders = false;
    if (node.type === 'UnaryExpression' && node.operator === 'delete') renders = false;
    if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') return;
    const name = sourceOf(site, node.callee).split('.').at(-1)!;
    if (/^use[A-Z]/.test(name)) renders = false;
  });
  return renders;
}
