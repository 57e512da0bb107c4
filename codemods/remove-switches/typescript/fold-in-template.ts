import type { Node } from '@babel/types';
import { asTemplateNode } from '@ffsd/typescript';
import type { FoldResult } from '../fold-result.ts';
import { foldClass } from '../vue/fold-class.ts';
import { foldInVue } from '../vue/fold-in-vue.ts';
import type { KnownExpression, Site } from './site.ts';

/** What a constant decides where the expression ends at the border of a template; undefined for any other place. */
export function foldInTemplate(site: Site, known: KnownExpression, parent: Node): FoldResult | undefined {
  const place = asTemplateNode(parent);
  if (place?.type === 'TemplateExpression') return foldInVue(site, known, place, place.host);
  return site.file.component ? foldClass(site, known, parent) : undefined;
}
