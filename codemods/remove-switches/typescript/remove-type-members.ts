import type { Edit } from '@ffsd/edits';
import { offsetsOf, removeLines, removeListItem } from '@ffsd/typescript';
import type { FunctionUses } from './calls-of.ts';
import { isPublished } from './is-published.ts';
import type { FileEdits, Removal } from './remove-input.ts';
import type { Session } from './session.ts';
import type { TypeMember } from './type-of-props.ts';
import { membersForInput, referencesToType, typesOfParameter } from './type-of-props.ts';
import type { UnusedInput } from './unused-inputs.ts';

/**
 * Takes a property out of the types that say that the function gets it.
 *
 * @param known what else goes in the same change: a name that stands there does not count
 */
export function removeTypeMembers(
  session: Session,
  { file, fn }: FunctionUses,
  { input, name }: UnusedInput,
  known: FileEdits,
): Removal {
  if (input.property === undefined) return { edits: new Map() };
  const found = membersForInput(session, file, fn, input.index, input.property);
  if (found.kind === 'opaque') return { because: 'a type that cannot be changed here lists it' };
  const edits = new Map<string, Edit[]>();
  const add = (path: string, list: readonly Edit[]) => edits.set(path, [...(edits.get(path) ?? []), ...list]);
  for (const member of found.members) add(member.file.path, removalOf(member));
  const own = typesOfParameter(file, fn, input.index).flatMap((type) =>
    type === 'unknown' ? [] : [{ path: file.path, start: type.start!, end: type.end! }],
  );
  for (const member of found.members) {
    const stays = whyItStays(session, own, member, name, [known, edits]);
    if (stays !== undefined) return { because: stays };
  }
  return { edits };
}

function removalOf({ file, node, list }: TypeMember): readonly Edit[] {
  const index = list.indexOf(node);
  if (node.type === 'TSLiteralType') return removeListItem(file, list, index, '|');
  const { text } = file;
  const lines = removeLines(file, withComments(text, node.start!), node.end!);
  // type Props = { open: boolean; compact: boolean }
  if (/[\r\n]/.test(text.slice(lines.start, lines.end)) || /^[\r\n]/.test(text.slice(lines.end))) return [lines];
  let { start, end } = { start: node.start!, end: node.end! };
  while (/[ \t]/.test(text[end] ?? '')) end++;
  if (index === list.length - 1) {
    end = node.end!;
    // { name: string; compact: boolean }   =>   { name: string }
    const previous = list[index - 1];
    const separated =
      previous && /[;,]$/.test(text.slice(previous.start!, previous.end!)) && !/[;,]$/.test(text.slice(start, end));
    if (previous) start = separated ? previous.end! - 1 : previous.end!;
  }
  return [{ start, end, text: '' }];
}

/** The comment right above belongs to the member. */
function withComments(text: string, start: number): number {
  const before = /(?:\/\*(?:(?!\*\/)[\s\S])*\*\/|(?:[ \t]*\/\/[^\r\n]*[\r\n]+)+)\s*$/.exec(text.slice(0, start));
  const from = before ? before.index : start;
  const lead = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  return before && lead.trim() === '' ? from : start;
}

/**
 * A type with a name may be used by others, who may give or read the property: where it is used in another way than to say what this
 * function gets, the name of the property must stand nowhere else in the file.
 */
function whyItStays(
  session: Session,
  own: readonly Span[],
  { named }: TypeMember,
  name: string,
  going: readonly FileEdits[],
): string | undefined {
  const understood = [...own];
  for (const one of named) {
    const id = 'id' in one.node && one.node.id?.type === 'Identifier' ? one.node.id : undefined;
    if (!id) return 'its type is declared in a way that does not tell its uses';
    if (isPublished(session.base, one.file.path, id.name)) return `its type ${id.name} is published`;
    const places = referencesToType(session, one);
    if (!places) return `its type ${id.name} may be used where no analysis can tell`;
    const others = places.filter((place) => !understood.some((span) => isWithin(place, span)));
    const shared = others.map(({ path }) => path).find((path) => isNamedIn(session, path, name, going));
    if (shared !== undefined) return `its type ${id.name} is used elsewhere, too (${shared})`;
    // interface Props extends Shared: what stands in Props is said of this function.
    understood.push({ path: one.file.path, start: one.node.start!, end: one.node.end! });
  }
  return undefined;
}

interface Span {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

function isWithin(place: { readonly path: string; readonly offset: number }, { path, start, end }: Span): boolean {
  return place.path === path && start <= place.offset && place.offset < end;
}

function isNamedIn(session: Session, path: string, name: string, going: readonly FileEdits[]): boolean {
  const edits = going.flatMap((map) => map.get(path) ?? []);
  return offsetsOf(session.read(path) ?? '', name).some(
    (offset) => !edits.some(({ start, end }) => start <= offset && offset < end),
  );
}
