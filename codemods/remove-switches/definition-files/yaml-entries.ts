import type { Edit } from '@ffsd/edits';
import { apply, compose } from '@ffsd/edits';
import type { Document, Node, ParsedNode, YAMLMap, YAMLSeq } from 'yaml';
import { isMap, isPair, isScalar, isSeq, parseAllDocuments, visit } from 'yaml';
import { removeEntryLines } from './remove-entry-lines.ts';
import type { FileEntries } from './remove-from-files.ts';

/**
 * The entries of the flag in a file of YAML: a property that is called like the flag, the key in a list, and the object of a list that
 * has it as its key, name or id.
 *
 * The edits are checked by what the file means: it must be read afterwards as what it was before without these entries, or nothing is done.
 */
export function yamlEntries(text: string, keys: readonly string[], under: string | undefined): FileEntries | undefined {
  if (text.startsWith('\uFEFF')) return behindMark(yamlEntries(text.slice(1), keys, under));
  let offset: number | undefined;
  let edits: readonly Edit[] = [];
  for (;;) {
    const now = apply(text, edits);
    const documents = documentsOf(now);
    const target = documents && targetIn(documents, keys, under);
    if (!documents || !target) break;
    offset ??= startOf(target.collection.items[target.index]);
    const removal = removalOf(now, target);
    if (!removal || !meansTheSameWithout(documents, target, apply(now, removal))) {
      return { kind: 'kept', offset, because: 'the entry cannot be taken out of this YAML without changing the rest' };
    }
    edits = edits.length > 0 ? compose(edits, removal) : removal;
  }
  return offset === undefined ? undefined : { kind: 'entries', offset, edits };
}

/** A byte order mark would count as a column, and the first item of a list would stand deeper than the second. */
function behindMark(found: FileEntries | undefined): FileEntries | undefined {
  if (!found) return undefined;
  const offset = found.offset + 1;
  if (found.kind === 'kept') return { ...found, offset };
  const edits = found.edits.map(({ start, end, text }) => ({ start: start + 1, end: end + 1, text }));
  return { ...found, offset, edits };
}

type Documents = readonly Document.Parsed[];

/** Undefined when it is no YAML. */
function documentsOf(text: string): Documents | undefined {
  const documents = parseAllDocuments(text, { logLevel: 'silent' }) as Documents;
  return Array.isArray(documents) && documents.every(({ errors }) => errors.length === 0) ? documents : undefined;
}

interface Target {
  readonly document: number;
  readonly collection: YAMLMap | YAMLSeq;
  readonly index: number;
  /** The keys and indices that lead to the entry. */
  readonly path: readonly unknown[];
  /** The key of the collection, where it is the value of one. */
  readonly name: Node | undefined;
}

function targetIn(documents: Documents, keys: readonly string[], under: string | undefined): Target | undefined {
  for (const [document, { contents }] of documents.entries()) {
    let found: Target | undefined;
    visit(contents as ParsedNode, {
      Scalar(position, node, ancestors) {
        if (typeof node.value !== 'string' || !keys.includes(node.value)) return undefined;
        const chain = [...ancestors, node];
        const depth = entryDepth(chain, position);
        if (depth === undefined || (under !== undefined && !standsUnder(chain, under))) return undefined;
        found = { document, ...targetAt(chain, depth) };
        return visit.BREAK;
      },
    });
    if (found) return found;
  }
  return undefined;
}

/** The place in the chain of nodes of what the scalar names: the pair of which it is the key, or an item of a list. */
function entryDepth(chain: readonly unknown[], position: number | string | null): number | undefined {
  const last = chain.length - 1;
  if (isSeq(chain[last - 1])) return last;
  const pair = chain[last - 1];
  if (!isPair(pair)) return undefined;
  if (position === 'key') {
    // - new-checkout: true
    const isAlone = isSeq(chain[last - 3]) && isMap(chain[last - 2]) && (chain[last - 2] as YAMLMap).items.length === 1;
    return isAlone ? last - 2 : last - 1;
  }
  const isName = isScalar(pair.key) && /^(?:key|name|id|flag)$/i.test(String(pair.key.value));
  return isName && isSeq(chain[last - 3]) ? last - 2 : undefined;
}

function targetAt(chain: readonly unknown[], depth: number): Omit<Target, 'document'> {
  const path: unknown[] = [];
  for (let at = 1; at <= depth; at++) {
    const [parent, node] = [chain[at - 1], chain[at]];
    if (isSeq(parent)) path.push(parent.items.indexOf(node));
    if (isPair(node)) path.push(keyOf(node));
  }
  const collection = chain[depth - 1] as YAMLMap | YAMLSeq;
  const holder = chain[depth - 2];
  return {
    collection,
    index: collection.items.indexOf(chain[depth] as never),
    path,
    name: isPair(holder) ? (holder.key as Node) : undefined,
  };
}

function standsUnder(chain: readonly unknown[], name: string): boolean {
  return chain.slice(0, -2).some((node) => isPair(node) && keyOf(node) === name);
}

function keyOf({ key }: { readonly key: unknown }): unknown {
  return isScalar(key) ? key.value : key;
}

function removalOf(text: string, { collection, index, name }: Target): readonly Edit[] | undefined {
  const { items } = collection;
  const start = startOf(items[index]);
  // What is written in blocks ends where the next begins, on another line.
  const end = text.slice(0, endOf(items[index])).trimEnd().length;
  if (collection.flow) {
    if (items.length === 1) return [{ start, end, text: '' }];
    if (index > 0) return [{ start: endOf(items[index - 1]), end, text: '' }];
    return [{ start, end: startOf(items[1]), text: '' }];
  }
  if (items.length > 1) return [removeEntryLines(text, start, end, /^\s*#/)];
  // Nothing would be null; an empty list of flags is a list of flags.
  const empty = isSeq(collection) ? '[]' : '{}';
  if (!name) return [{ start: collection.range![0], end, text: empty }];
  const colon = text.indexOf(':', name.range![1]);
  const lineEnd = text.indexOf('\n', colon);
  if (colon < 0 || lineEnd < 0 || lineEnd > start) return undefined;
  const lastEnd = text.indexOf('\n', end);
  return [
    { start: colon + 1, end: colon + 1, text: ` ${empty}` },
    { start: text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd, end: contentEnd(text, lastEnd), text: '' },
  ];
}

/** Of a line, before its line end. */
function contentEnd(text: string, lineEnd: number): number {
  if (lineEnd < 0) return text.length;
  return text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
}

function startOf(item: unknown): number {
  const node = (isPair(item) ? item.key : item) as Node;
  return node.range![0];
}

function endOf(item: unknown): number {
  const node = (isPair(item) ? (item.value ?? item.key) : item) as Node;
  return node.range![1];
}

function meansTheSameWithout(before: Documents, { document, path }: Target, after: string): boolean {
  const now = documentsOf(after);
  if (!now) return false;
  try {
    const expected = before.map((one, at) => {
      if (at !== document) return one.toJS();
      const copy = one.clone();
      copy.deleteIn(path);
      return copy.toJS();
    });
    return JSON.stringify(now.map((one) => one.toJS())) === JSON.stringify(expected);
  } catch {
    // An alias of something that the entry held.
    return false;
  }
}
