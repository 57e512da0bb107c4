import type { Constant } from '@ffsd/fold';
import { isCode } from '@ffsd/python';
import { isTemplateName } from '../django/name-in-template.ts';
import type { SettledFlag } from '../language.ts';
import { isTestPath } from '../test-path.ts';
import type { ContextOccurrence } from './context-occurrences.ts';
import { templatesGiven } from './context-reach.ts';
import { isSameConstant } from './literal-of.ts';
import type { Session } from './session.ts';

/** Why the key may have another value in any template; undefined when every entry gives the same, or is known to go elsewhere. */
export function contradictionOf(
  session: Session,
  occurrences: readonly ContextOccurrence[],
  key: string,
  wanted: Constant,
  flag: SettledFlag,
): string | undefined {
  if (givenByFrameworks.has(key)) return `${key} is a name that frameworks give their templates, too`;
  const at = (path: string, offset: number) => `${path}:${session.lineOf(path, offset)}`;
  const unknown = occurrences.find(({ kind }) => kind === 'unknown');
  if (unknown) return `${key} may be given something else at ${at(unknown.path, unknown.offset)}`;
  const other = others(occurrences, wanted).find((one) => templatesGiven(session, one) === undefined);
  if (other) return `${key} is something else at ${at(other.path, other.offset)}`;
  // `path('<str:show>/', …)`: what the address holds is given to the template as well.
  const part = new RegExp(`<(?:\\w+:)?${key}>`);
  for (const path of session.search([key])) {
    if (isTestPath(path)) continue;
    const text = session.read(path) ?? '';
    const address = isCode(path) ? text.search(part) : -1;
    if (address >= 0) return `${key} is a part of the address at ${at(path, address)}`;
    // The flag itself is defined in such files.
    if (key === flag.key || !/\.(?:json|ya?ml|toml)$/.test(path)) continue;
    const entry = text.search(new RegExp(`(?<!\\w)["']?${key}["']?\\s*[:=]`));
    if (entry >= 0) return `${key} may be given something else by ${at(path, entry)}`;
  }
  return undefined;
}

/** Why one template may be given something else: an entry with another value is known to go to a template from which this one is seen. */
export function contradictionIn(
  session: Session,
  occurrences: readonly ContextOccurrence[],
  key: string,
  wanted: Constant,
  seen: ReadonlySet<string>,
): string | undefined {
  const other = others(occurrences, wanted).find((one) => mayReach(session, one, seen));
  return other && `${key} is something else at ${other.path}:${session.lineOf(other.path, other.offset)}`;
}

/** Whether the entry goes to one of the templates, as far as anybody knows. */
export function mayReach(session: Session, entry: ContextOccurrence, templates: ReadonlySet<string>): boolean {
  const names = templatesGiven(session, entry);
  return names === undefined || names.some((name) => [...templates].some((path) => isTemplateName(name, path)));
}

/** The entries that do not give the value. */
function others(occurrences: readonly ContextOccurrence[], wanted: Constant): readonly ContextOccurrence[] {
  return occurrences.filter(
    ({ kind, value }) => kind === 'entry' && (value === undefined || !isSameConstant(value, wanted)),
  );
}

/** Names that Django, its admin, Flask and their extensions give templates by themselves. */
const givenByFrameworks: ReadonlySet<string> = new Set([
  ...['object', 'object_list', 'form', 'view', 'user', 'request', 'perms', 'messages', 'debug', 'csrf_token', 'config'],
  ...[
    'page_obj',
    'paginator',
    'is_paginated',
    'title',
    'subtitle',
    'media',
    'opts',
    'original',
    'cl',
    'errors',
    'session',
    'g',
  ],
  ...['add', 'change', 'save_as', 'save_on_top', 'is_popup', 'is_popup_var', 'show_close', 'show_save', 'show_delete'],
  ...['show_delete_link', 'show_save_as_new', 'show_save_and_continue', 'show_save_and_add_another', 'can_change'],
  ...['has_add_permission', 'has_change_permission', 'has_delete_permission', 'has_view_permission', 'has_permission'],
  ...[
    'has_file_field',
    'has_absolute_url',
    'inline_admin_formsets',
    'adminform',
    'site_header',
    'site_title',
    'site_url',
  ],
]);
