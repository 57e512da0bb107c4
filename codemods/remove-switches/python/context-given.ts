import type { Constant } from '@ffsd/fold';
import { isCode } from '@ffsd/python';
import type { DjangoFile } from '@ffsd/templates';
import { isParsedDjango, parseDjango } from '@ffsd/templates';
import type { Workspace } from '@ffsd/workspace';
import { isTemplate } from '../django/is-template.ts';
import type { Inclusion } from '../django/name-in-template.ts';
import { givenByInclusion, inclusionsIn, isTemplateName, nameInTemplate } from '../django/name-in-template.ts';
import { isTestPath } from '../test-path.ts';
import { adminSitesOf } from './context-admin.ts';
import { builtNameOf } from './context-built-names.ts';
import { conventionalSites } from './context-conventions.ts';
import { processorOf } from './context-processors.ts';
import type { RenderSite } from './context-renders.ts';
import { renderSites } from './context-renders.ts';
import { isSameConstant } from './literal-of.ts';
import { remembered } from './remembered.ts';

/** What is known of a key in one template. */
export interface Given {
  /** Why it may have another value than the one that all entries have; undefined when it cannot. */
  readonly contradicted: string | undefined;
  /** Why it may have no value at all; undefined when it always has one. */
  readonly missing: string | undefined;
  /** At least one place that shows the template gives it the key for sure. */
  readonly isGiven: boolean;
  readonly assumptions: readonly string[];
  /** What was looked at: the places that show the template, and those that include it. */
  readonly looked: readonly { readonly path: string; readonly start: number; readonly end: number }[];
  /** The templates from which it is seen, itself among them. */
  readonly seen: ReadonlySet<string>;
}

/** The tree of a template; undefined for what is none, or does not parse. */
export function templateAt(workspace: Workspace, path: string): DjangoFile | undefined {
  return remembered(workspace, `template ${path}`, () => {
    const text = workspace.read(path);
    const file = text !== undefined && /\{[{%]/.test(text) ? parseDjango(path, text) : undefined;
    return file && isParsedDjango(file) ? file : undefined;
  });
}

/**
 * What a template is given under the key, by all that show it: the code, and the templates that include or extend it.
 *
 * @param wanted the value that all entries have
 */
export function givenIn(workspace: Workspace, template: string, key: string, wanted: Constant): Given {
  const walk: Walk = { workspace, key, wanted, seen: new Set(), found: newFound() };
  visit(walk, template);
  return { ...walk.found, seen: walk.seen };
}

/** Whether one of the templates, or what it includes or extends, still reads the key; where that is computed, it may. */
export function isReadBelow(workspace: Workspace, names: readonly string[], key: string): boolean {
  const seen = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const base = name.slice(name.lastIndexOf('/') + 1).replace(/^.*:/, '');
    for (const path of workspace.files().filter((one) => one.endsWith(base) && isTemplateName(name!, one))) {
      if (seen.has(path)) continue;
      seen.add(path);
      const file = templateAt(workspace, path);
      if (!file) continue;
      const { uses, opaque } = nameInTemplate(file, key);
      const inclusions = inclusionsIn(file).filter((one) => !one.isClosed && !givenByInclusion(file, one, key));
      if (uses.length + opaque.length > 0 || inclusions.some(({ templates }) => templates.length === 0)) return true;
      waiting.push(...inclusions.flatMap(({ templates }) => templates));
    }
  }
  return false;
}

interface Found {
  contradicted: string | undefined;
  missing: string | undefined;
  isGiven: boolean;
  assumptions: string[];
  looked: { path: string; start: number; end: number }[];
}

interface Walk {
  readonly workspace: Workspace;
  readonly key: string;
  readonly wanted: Constant;
  readonly seen: Set<string>;
  readonly found: Found;
}

function newFound(): Found {
  return { contradicted: undefined, missing: undefined, isGiven: false, assumptions: [], looked: [] };
}

function visit(walk: Walk, template: string): void {
  const { workspace, key, seen, found } = walk;
  if (seen.has(template)) return;
  seen.add(template);
  const file = templateAt(workspace, template);
  if (!file) {
    found.contradicted ??= `${template} does not parse`;
    return;
  }
  const name = nameInTemplate(file, key);
  if (name.shadowed === undefined) found.contradicted ??= `${template} gives ${key} a value itself`;
  const sites = [...renderSites(workspace, template, key), ...sitesByPath(workspace, template, key)];
  const processor = processorOf(workspace, key);
  if (processor) found.looked.push(processor);
  for (const { path, start, end, because, assumptions, isPage } of sites) {
    found.looked.push({ path, start, end });
    if (!isCode(path) && (workspace.read(path) ?? '').includes(key) && path !== template) {
      found.contradicted ??= `${path} may give ${template} something else`;
    }
    if (because === undefined || (processor && isPage)) {
      found.isGiven = true;
      found.assumptions.push(...assumptions.filter((one) => !found.assumptions.includes(one)));
    } else {
      found.missing ??= because;
    }
  }
  const built = builtNameOf(workspace, template);
  if (built !== undefined) found.missing ??= `${built} may show it by a name that it puts together`;
  const includers = includersOf(workspace, template);
  for (const { path, file: other, inclusion } of includers) {
    found.looked.push({ path, start: inclusion.start, end: inclusion.end });
    visitIncluder(walk, template, path, other, inclusion);
  }
  const asked = otherTagWith(workspace, template);
  if (asked !== undefined) found.missing ??= `a tag of ${asked} may show ${template}`;
  if (sites.length + includers.length === 0) found.missing ??= `nobody knows what shows ${template}`;
}

function visitIncluder(
  walk: Walk,
  template: string,
  path: string,
  file: DjangoFile | undefined,
  inclusion: Inclusion,
): void {
  const { key, wanted, found } = walk;
  const line = file ? file.text.slice(0, inclusion.start).split('\n').length : 1;
  if (!file) {
    found.contradicted ??= `${path} names ${template} and does not parse`;
    return;
  }
  const given = givenByInclusion(file, inclusion, key);
  if (given) {
    const isSame = given.type === 'literal' && isSameConstant(given.value, wanted);
    if (isSame) found.isGiven = true;
    else found.contradicted ??= `${path}:${line} gives ${key} to ${template} itself`;
    return;
  }
  if (inclusion.isClosed) {
    found.missing ??= `${path}:${line} includes ${template} without it`;
    return;
  }
  const { shadowed } = nameInTemplate(file, key);
  if (shadowed?.some(({ start, end }) => start <= inclusion.start && inclusion.end <= end)) {
    found.contradicted ??= `${path}:${line} includes ${template} where ${key} is something else`;
    return;
  }
  visit(walk, path);
}

/** What shows a template because of where it lies, without naming it. */
function sitesByPath(workspace: Workspace, template: string, key: string): readonly RenderSite[] {
  const admin = adminSitesOf(workspace, template, key);
  if (admin) return admin;
  const name = template.slice(template.lastIndexOf('templates/') + 1).replace(/^emplates\//, '');
  if (
    /^(?:(?:registration|account|socialaccount|django|rest_framework|flatpages|admin)\/[^/]*$|(?:40[034]|500|403_csrf|(?:site_)?base)\.html$)/.test(
      name,
    )
  ) {
    return [
      {
        path: template,
        start: 0,
        end: 0,
        because: `a framework or package may show ${name} by itself`,
        assumptions: [],
        isPage: true,
      },
    ];
  }
  return conventionalSites(workspace, template, key);
}

interface Includer {
  readonly path: string;
  readonly file: DjangoFile | undefined;
  readonly inclusion: Inclusion;
}

function includersOf(workspace: Workspace, template: string): readonly Includer[] {
  const base = template.slice(template.lastIndexOf('/') + 1);
  return workspace.search([base]).flatMap((path): readonly Includer[] => {
    if (!isTemplate(path) || isTestPath(path)) return [];
    const file = templateAt(workspace, path);
    if (!file) {
      const isTagged = /\{%/.test(workspace.read(path) ?? '');
      const inclusion: Inclusion = {
        kind: 'include',
        templates: [],
        isClosed: false,
        tag: undefined as never,
        start: 0,
        end: 0,
      };
      return isTagged ? [{ path, file: undefined, inclusion }] : [];
    }
    return inclusionsIn(file)
      .filter(({ templates }) => templates.some((one) => isTemplateName(one, template)))
      .map((inclusion) => ({ path, file, inclusion }));
  });
}

/** `{% card "shop/_pay.html" %}`: a tag of the program that names the template, and does nobody knows what with it. */
function otherTagWith(workspace: Workspace, template: string): string | undefined {
  const base = template.slice(template.lastIndexOf('/') + 1);
  return workspace.search([base]).find((path) => {
    const file = isTemplate(path) && !isTestPath(path) ? templateAt(workspace, path) : undefined;
    if (!file) return false;
    const known = inclusionsIn(file);
    return [...file.text.matchAll(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g)].some(({ index, 0: hole }) => {
      if (!hole.includes(base) || known.some(({ start, end }) => start <= index && index < end)) return false;
      return [...hole.matchAll(/"([^"]*)"|'([^']*)'/g)].some(([, a, b]) => isTemplateName((a ?? b)!, template));
    });
  });
}
