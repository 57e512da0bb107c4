import type { Edit } from '@ffsd/edits';
import type { DjangoFile, Span } from '@ffsd/templates';
import { removeNode, withParts } from '@ffsd/templates';
import type { Load } from './libraries.ts';
import { loadsIn, tagsOfLibrary } from './libraries.ts';
import { tagsIn } from './names-in.ts';
import type { Session } from './session.ts';

/**
 * Removes what `{% load %}` names and the template does not use any more because of the changes so far.
 *
 * @returns whether anything was removed
 */
export function removeLoads(session: Session, path: string): boolean {
  const history = session.historyOf(path);
  const original = history.length > 0 ? session.original(path) : undefined;
  const file = original && session.parse(path);
  if (!original || !file) return false;
  const [used, before] = [usedIn(file), usedIn(original)];
  for (const load of loadsIn(file)) {
    for (const item of load.names ?? load.libraries) {
      const tags = load.names ? [item.name] : tagsOf(session, item.name);
      const lost = tags?.filter((name) => before.has(name) && !used.has(name)) ?? [];
      // A library that held nothing that was used was loaded for a reason that is not known here.
      if (!tags || lost.length === 0 || tags.some((name) => used.has(name))) continue;
      const users = history.filter((entry) =>
        entry.edits.some(({ start, end }) => uses(entry.before.slice(start, end), lost)),
      );
      return session.commit({
        key: `unused ${path} load ${item.name} ${session.originOf(path, item.start)}`,
        title: `Remove ${item.name} from {% load %} in ${path.split('/').at(-1)}`,
        why: `The template uses nothing of ${item.name} any more once the changes that this one depends on are made.`,
        safety: 'safe',
        evidence: [
          {
            kind: 'no-other-reference',
            text: `none of ${tags.join(', ')} is left in this template`,
            place: { path, line: session.lineOf(path, item.start) },
          },
        ],
        files: [{ kind: 'edit', path, edits: withoutItem(file, load, item) }],
        dependsOn: users.map(({ key }) => key),
      });
    }
  }
  return false;
}

/** The names of all tags and filters that the template uses. */
function usedIn(file: DjangoFile): ReadonlySet<string> {
  const names = new Set(tagsIn(file.nodes).map(({ name }) => name));
  for (const place of file.places) {
    for (const node of withParts(place.expression)) if (node.type === 'filter') names.add(node.name);
  }
  // Filters in tags that are not understood.
  for (const [, name] of file.text.matchAll(/\|\s*(\w+)/g)) names.add(name!);
  return names;
}

function uses(text: string, names: readonly string[]): boolean {
  return names.some((name) => new RegExp(`(?<!\\w)${name}(?!\\w)`).test(text));
}

/** What a library of a flag service or of the workspace holds; undefined for any other one. */
function tagsOf(session: Session, library: string): readonly string[] | undefined {
  const known = tagsOfLibrary(library);
  if (known) return known;
  const paths = session.files().filter((path) => path.endsWith(`templatetags/${library}.py`));
  if (paths.length !== 1) return undefined;
  const text = session.read(paths[0]!) ?? '';
  // Any name that it defines or gives as a text may be that of a tag or filter.
  return [...new Set([...text.matchAll(/\bdef\s+(\w+)|['"](\w+)['"]/g)].map(([, name, text]) => (name ?? text)!))];
}

function withoutItem(file: DjangoFile, { tag, libraries, names }: Load, item: Span): readonly Edit[] {
  const items = names ?? libraries;
  if (items.length === 1) return removeNode(file, tag, tag.trims);
  const next = items[items.findIndex(({ start }) => start === item.start) + 1];
  if (next) return [{ start: item.start, end: next.start, text: '' }];
  const before = file.text.slice(0, item.start).trimEnd().length;
  return [{ start: before, end: item.end, text: '' }];
}
