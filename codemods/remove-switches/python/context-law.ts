import type { Constant } from '@ffsd/fold';
import { isCode } from '@ffsd/python';
import type { SettledFlag } from '../language.ts';
import { isTestPath } from '../test-path.ts';
import type { ContextOccurrence } from './context-occurrences.ts';
import { isSameConstant } from './literal-of.ts';
import type { Session } from './session.ts';

/** Why the key may have another value in some template, whatever that is; undefined when every entry of the workspace gives the same. */
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
  const other = occurrences.find(
    ({ kind, value }) => kind === 'entry' && (value === undefined || !isSameConstant(value, wanted)),
  );
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
