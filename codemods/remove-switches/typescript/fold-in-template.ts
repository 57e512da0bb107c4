import type { Node } from '@babel/types';
import type { TemplateHost, VueHost } from '@ffsd/templates';
import { asTemplateNode } from '@ffsd/typescript';
import type { FoldResult } from '../fold-result.ts';
import { foldInSvelte } from '../svelte/fold-in-svelte.ts';
import { foldClass } from '../vue/fold-class.ts';
import { foldInVue } from '../vue/fold-in-vue.ts';
import type { KnownExpression, Site } from './site.ts';

/** What a constant decides where the expression ends at the border of a template; undefined for any other place. */
export function foldInTemplate(site: Site, known: KnownExpression, parent: Node): FoldResult | undefined {
  const place = asTemplateNode(parent);
  if (place?.type === 'TemplateExpression') {
    const { host } = place;
    return isOfVue(host) ? foldInVue(site, known, place, host) : foldInSvelte(site, known, place, host);
  }
  return site.file.component ? foldClass(site, known, parent) : undefined;
}

function isOfVue(host: TemplateHost): host is VueHost {
  return host.kind === 'interpolation' || host.kind === 'directive' || host.kind === 'other';
}
