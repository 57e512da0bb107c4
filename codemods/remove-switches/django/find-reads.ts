import type { ReadShape } from '@ffsd/flags';
import type { Block, Captures, DjangoFile, Expression, Place, Span, Tag } from '@ffsd/templates';
import { blocksIn, matchTagArguments, matchTemplatePattern, withParts } from '@ffsd/templates';
import type { Workspace } from '@ffsd/workspace';
import { namesFlag } from '../any-key.ts';
import type { ReadFacts } from '../decide.ts';
import type { CompiledShape } from './compiled-shape.ts';
import { rootOf } from './compiled-shape.ts';
import { isKnownExtension, isLoaded } from './libraries.ts';
import { boundNames, tagsIn } from './names-in.ts';

/** How the value of a read leaves it. */
export type ReadUse =
  | { readonly kind: 'expression'; readonly node: Expression; readonly place: Place }
  /** `{% flag "x" %} … {% else %} … {% endflag %}` */
  | { readonly kind: 'block'; readonly block: Block }
  /** `{% flag_enabled "X" as on %}` */
  | { readonly kind: 'binding'; readonly tag: Tag; readonly name: string; readonly nameSpan: Span };

/** A place that reads the flag, or might. */
export interface FoundRead extends Span {
  readonly use: ReadUse;
  readonly shape: ReadShape;
  readonly facts: ReadFacts;
  /** What gives the key, where it is written at the read. */
  readonly key: (Span & { readonly text: unknown }) | undefined;
  readonly assumptions: readonly string[];
}

/** All places in the file that read the flag, in the order of the text. A place that several shapes match is found once. */
export function findReads(
  workspace: Workspace,
  file: DjangoFile,
  shapes: readonly CompiledShape[],
  key: string,
): readonly FoundRead[] {
  const finder: Finder = { workspace, file, key };
  const found = new Map<number, FoundRead>();
  for (const read of [...expressionReads(finder, shapes), ...tagReads(finder, shapes)]) {
    if (read.facts.key === 'another') continue;
    const before = found.get(read.start);
    // A shape that proves the read wins over one that leaves a doubt.
    if (!before || (isDoubtful(before.facts) && !isDoubtful(read.facts))) found.set(read.start, read);
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

interface Finder {
  readonly workspace: Workspace;
  readonly file: DjangoFile;
  readonly key: string;
}

function isDoubtful({ key, receiver, detail }: ReadFacts): boolean {
  return key !== 'this' || receiver === 'unknown' || detail === 'other-use';
}

function* expressionReads(finder: Finder, shapes: readonly CompiledShape[]): Generator<FoundRead> {
  const own = shapes.filter(({ pattern }) => pattern.kind === 'expression');
  if (own.length === 0) return;
  for (const place of finder.file.places) {
    for (const node of withParts(place.expression)) {
      for (const compiled of own) {
        if (compiled.pattern.kind !== 'expression') continue;
        const captures = matchTemplatePattern(compiled.pattern.expression, node);
        if (captures) yield expressionRead(finder, place, node, compiled, captures);
      }
    }
  }
}

function expressionRead(
  { workspace, file, key }: Finder,
  place: Place,
  match: Expression,
  { shape, pattern, returned }: CompiledShape,
  captures: Captures,
): FoundRead {
  let node = match;
  let detail: ReadFacts['detail'] = returned.path.length > 0 ? 'used' : 'none';
  for (const member of returned.path) {
    const next = memberOf(node, member);
    if (next) node = next;
    else detail = 'other-use';
  }
  const keyed = keyOf(captures);
  const root = pattern.kind === 'expression' ? rootOf(pattern.expression) : undefined;
  return {
    start: match.start,
    end: match.end,
    use: { kind: 'expression', node, place },
    shape,
    key: keyed,
    assumptions: [],
    facts: {
      key: keyFact(shape, key, keyed, pattern.text),
      receiver: receiverOf(workspace, file, shape, root),
      promise: 'none',
      detail,
      rest: false,
      nestedPattern: false,
      written: shape.sets === true,
    },
  };
}

/** What takes the member out of the node. */
function memberOf({ parent }: Expression, member: string): Expression | undefined {
  if (parent?.type === 'member' && parent.property === member) return parent;
  return parent?.type === 'item' && parent.index.type === 'literal' && String(parent.index.value) === member
    ? parent
    : undefined;
}

function keyOf(captures: Captures): FoundRead['key'] {
  const capture = captures.get('$FLAG');
  if (!capture) return undefined;
  const { start, end } = capture;
  if (capture.type === 'property') return { start, end, text: capture.name };
  return { start, end, text: capture.type === 'literal' ? capture.value : undefined };
}

function keyFact(shape: ReadShape, key: string, keyed: FoundRead['key'], pattern: string): ReadFacts['key'] {
  // A pattern without $FLAG is the read of this flag by itself.
  if (!keyed) return pattern.includes('$FLAG') ? 'another' : 'this';
  if (keyed.text === undefined) return 'dynamic';
  return namesFlag(shape, key, keyed.text) ? 'this' : 'another';
}

/** A name that the template binds itself is not that of the extension. */
function receiverOf(
  workspace: Workspace,
  file: DjangoFile,
  { import: from }: ReadShape,
  root: string | undefined,
): ReadFacts['receiver'] {
  if (from === undefined) return 'any';
  const modules = [from].flat();
  const isOwn = root !== undefined && boundNames(file).some(({ name }) => name === root);
  return !isOwn && isKnownExtension(workspace, modules) ? 'proved' : 'unknown';
}

function* tagReads(finder: Finder, shapes: readonly CompiledShape[]): Generator<FoundRead> {
  const { workspace, file, key } = finder;
  const blocks = new Map(blocksIn(file.nodes).map((block) => [block.branches[0]!.tag, block]));
  for (const tag of tagsIn(file.nodes)) {
    for (const { shape, pattern } of shapes) {
      if (pattern.kind !== 'tag' || pattern.name !== tag.name) continue;
      const use = useOfTag(file, tag, blocks.get(tag), pattern.binds);
      const values = file.places.filter((place) => place.kind === 'argument' && place.tag === tag);
      const captures =
        use &&
        matchTagArguments(
          pattern.args,
          values.map(({ expression }) => expression),
        );
      if (!use || !captures) continue;
      const { keyed, assumptions } = keyOfTag(shape, key, captures);
      const receiver =
        shape.import === undefined
          ? 'any'
          : isLoaded(workspace, file, tag.name, [shape.import].flat())
            ? 'proved'
            : 'unknown';
      yield {
        start: tag.start,
        end: tag.end,
        use,
        shape,
        key: keyed,
        assumptions,
        facts: {
          key: keyFact(shape, key, keyed, pattern.text),
          receiver,
          promise: 'none',
          detail: 'none',
          rest: false,
          nestedPattern: false,
          written: shape.sets === true,
        },
      };
    }
  }
}

function useOfTag(file: DjangoFile, tag: Tag, block: Block | undefined, binds: boolean): ReadUse | undefined {
  if (!binds) return block && { kind: 'block', block };
  const bound = boundNames(file).find((one) => one.tag === tag);
  return bound && { kind: 'binding', tag, name: bound.name, nameSpan: bound };
}

/** `{% flag new_ui %}` is the flag `new_ui` as long as there is no variable of that name. */
function keyOfTag(
  shape: ReadShape,
  key: string,
  captures: Captures,
): { readonly keyed: FoundRead['key']; readonly assumptions: readonly string[] } {
  const keyed = keyOf(captures);
  const capture = captures.get('$FLAG');
  if (keyed?.text !== undefined || capture?.type !== 'name' || !namesFlag(shape, key, capture.name))
    return { keyed, assumptions: [] };
  return {
    keyed: { ...keyed!, text: capture.name },
    assumptions: [`no variable of the template is called ${capture.name}`],
  };
}
