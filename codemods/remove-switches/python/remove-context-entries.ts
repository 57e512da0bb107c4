import type { Edit } from '@ffsd/edits';
import type { AnyNode, SourceFile, Statement } from '@ffsd/python';
import { isCode, removeListItem } from '@ffsd/python';
import { isTemplate } from '../django/is-template.ts';
import { draftsOver } from '../drafts-over.ts';
import { isTestPath } from '../test-path.ts';
import { isReadBelow } from './context-given.ts';
import { sinksOf } from './context-goes-to.ts';
import type { ContextOccurrence } from './context-occurrences.ts';
import { contextOccurrences } from './context-occurrences.ts';
import { templatesGiven } from './context-reach.ts';
import { settle, templatesWith } from './follow-context.ts';
import { inOrder } from './grounds.ts';
import type { Note } from './later-notes.ts';
import { removal } from './remove-statement.ts';
import type { Session } from './session.ts';
import { makeSite } from './site.ts';
import { whatBreaks } from './what-breaks.ts';
import { describePlaces } from './where-named.ts';

/**
 * Removes what templates are given and none of them reads any more because of the changes so far: entries of dictionaries that go to
 * templates and nowhere else.
 *
 * @returns whether anything was removed
 */
export function removeContextEntries(session: Session, note: Note): boolean {
  for (const [key, value] of keysFolded(session)) {
    const isRead = templatesWith(session, key).length > 0;
    const occurrences = contextOccurrences(session, key);
    const because = whyNot(session, key, occurrences);
    for (const entry of occurrences) {
      if (entry.kind !== 'entry' || JSON.stringify(entry.value) !== value) continue;
      const shown = isRead ? templatesGiven(session, entry) : [];
      if (shown === undefined || isReadBelow(session, shown, key)) continue;
      const place = { path: entry.path, line: session.lineOf(entry.path, entry.valueNode?.start ?? entry.offset) };
      const unread = `no template reads ${key} any more`;
      const isShown = (sinksOf(session, entry)?.length ?? 0) > 0;
      // `Order.objects.filter(show_card=True)` is no entry of a context, and nobody said so.
      if (!isShown && !isTouched(session, entry)) continue;
      const hindrance = because ?? (isShown ? undefined : elsewhere);
      if (hindrance) {
        settle(session, [entry], key, undefined);
        note({ place, code: hindrance.code, because: `${unread}, but ${hindrance.words}` });
      } else if (removeEntry(session, key, entry)) {
        return true;
      }
    }
  }
  return false;
}

/** The names that were folded in templates because of what the code gives them, each with its value as JSON. */
function keysFolded(session: Session): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { key, files, evidence } of session.drafts) {
    if (!key.startsWith('known ') || !files.every(({ path }) => isTemplate(path))) continue;
    const [, name, value] = /^(\w+) is always (.*)$/.exec(evidence[0]?.text ?? '') ?? [];
    if (name !== undefined) found.set(name, value!);
  }
  return found;
}

function isTouched(session: Session, { path, valueNode }: ContextOccurrence): boolean {
  return valueNode !== undefined && session.touching(path, valueNode.start, valueNode.end).length > 0;
}

interface Hindrance {
  readonly code: 'stored-value' | 'named-elsewhere' | 'used-by-tests';
  readonly words: string;
}

const elsewhere: Hindrance = { code: 'stored-value', words: 'what holds it may go elsewhere, too' };

function whyNot(session: Session, key: string, occurrences: readonly ContextOccurrence[]): Hindrance | undefined {
  const at = (path: string, offset: number) => `${path}:${session.lineOf(path, offset)}`;
  const read = occurrences.find(({ kind }) => kind !== 'entry');
  if (read) return { code: 'stored-value', words: `${at(read.path, read.offset)} may read it` };
  // A text of a program that is a template, and what a script is given by it as JSON.
  const inText = new RegExp(`\\{[{%][^}]*(?<!\\w)${key}(?!\\w)`);
  const word = new RegExp(`(?<!\\w)${key}(?!\\w)`);
  // `override_switch('k', True)` sets the flag, which may have the same name; and lists of flags name it.
  const isFlag = session.drafts.some((draft) => draft.key.startsWith(`read ${key} `));
  for (const path of session.search([key])) {
    // What templates read is looked at for each entry; those of tests are shown by nobody else.
    if (isProse(path) || isTestPath(path) !== isTemplate(path)) continue;
    if (isFlag && /\.(?:json|ya?ml|toml)$/.test(path)) continue;
    const found = (session.read(path) ?? '').search(isCode(path) || isTemplate(path) ? inText : word);
    if (found >= 0) return { code: 'named-elsewhere', words: `${at(path, found)} names it` };
  }
  const tests = contextOccurrences(session, key, 'tests').filter(({ kind }) => kind !== 'unknown' || !isFlag);
  if (tests.length === 0) return undefined;
  const places = tests.map(({ path, offset }) => ({ path, line: session.lineOf(path, offset) }));
  return { code: 'used-by-tests', words: `it is used ${describePlaces(places)}` };
}

/** A page for people, or a catalogue of translations, which no program asks for a name. */
function isProse(path: string): boolean {
  return /\.(?:md|rst|adoc|po|pot|css|scss|lock|feature)$/.test(path);
}

function removeEntry(session: Session, key: string, entry: ContextOccurrence): boolean {
  const { path, file, node, offset } = entry;
  const edits = file && node && session.isEditable(path) ? removalOf(session, file, node) : undefined;
  if (!edits || whatBreaks(file!, edits)) return false;
  const line = session.lineOf(path, offset);
  // What was said of where it goes on to is settled with it.
  settle(session, [entry], key, undefined);
  return session.commit({
    key: `context ${key} ${path} ${session.originOf(path, offset)}`,
    title: `Remove ${key} from what ${path.split('/').at(-1)} gives its template, line ${line}`,
    why: `No template reads ${key} any more once the changes that this one depends on are made, and nothing else does.`,
    safety: 'safe',
    evidence: [
      { kind: 'no-other-reference', text: `${key} stands in no template of the workspace`, place: { path, line } },
    ],
    files: [{ kind: 'edit', path, edits }],
    dependsOn: groundsOf(session, key),
  });
}

/** The drafts that changed or removed any place where the word stood. */
function groundsOf(session: Session, key: string): readonly string[] {
  const keys = new Set<string>();
  const word = new RegExp(`(?<!\\w)${key}(?!\\w)`, 'g');
  for (const path of session.base.search([key])) {
    for (const { index } of (session.base.read(path) ?? '').matchAll(word)) {
      for (const one of draftsOver(session, path, index, index + key.length)) keys.add(one);
    }
  }
  for (const { path, node } of contextOccurrences(session.base, key)) {
    if (node) for (const one of draftsOver(session, path, node.start, node.end)) keys.add(one);
  }
  return inOrder(session, keys);
}

function removalOf(session: Session, file: SourceFile, node: AnyNode): readonly Edit[] | undefined {
  const site = makeSite(session, file);
  switch (node.type) {
    case 'Assign':
      return removal(site, node);
    case 'Call':
      return node.parent?.type === 'Expr' ? removal(site, node.parent) : undefined;
    case 'DictElement':
    case 'Arg': {
      // `context.update({'k': True})` and `context.update(k=True)` do nothing without the entry.
      const update = onlyItemOfUpdate(node);
      return update ? removal(site, update) : removeListItem(file, node);
    }
    default:
      return undefined;
  }
}

function onlyItemOfUpdate(node: AnyNode & { readonly type: 'DictElement' | 'Arg' }): Statement | undefined {
  let argument: AnyNode = node;
  if (node.type === 'DictElement') {
    const dict = node.parent;
    if (dict?.type !== 'Dict' || dict.elements.length > 1 || dict.parent?.type !== 'Arg') return undefined;
    argument = dict.parent;
  }
  const call = argument.parent;
  if (call?.type !== 'Call' || call.args.length > 1 || call.func.type !== 'Attribute') return undefined;
  return call.func.attr.value === 'update' && call.parent?.type === 'Expr' ? call.parent : undefined;
}
