import type { ChoiceShape, ReadShape } from '@ffsd/flags';
import type { AnyNode, BaseExpression, Captures, SourceFile } from '@ffsd/python';
import { findAll, isPure, matchPattern, resolveExpression, scopesOf, usageOf } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { anyKey, namesFlag } from '../any-key.ts';
import type { ReadFacts } from '../decide.ts';
import { comesFrom } from './comes-from.ts';
import type { CompiledShape } from './compiled-shape.ts';
import { withAliases } from './compiled-shape.ts';
import { constantOf, valueOfName } from './constant-of.ts';
import { useOfDecorator } from './decorator-read.ts';
import { heldFlag, makesFlag } from './held-flags.ts';
import type { HeldResult } from './held-in.ts';
import { textInTuple } from './in-tuple.ts';
import type { ReadUse } from './read-use.ts';
import { useOfRead } from './read-use.ts';

/** A place that reads the flag, or might. */
export interface FoundRead {
  /** The expression or decorator that the pattern matched. */
  readonly node: AnyNode;
  readonly shape: ReadShape;
  readonly facts: ReadFacts;
  /** How the value leaves the matched expression. */
  readonly use: ReadUse;
  /** The expression that gives the key, when it is written at the read. */
  readonly keyNode: AnyNode | undefined;
  /** Arguments that have an effect and must still be evaluated. */
  readonly effects: readonly AnyNode[];
}

/** All places in the file that read the flag, in the order of the text. A place that several shapes match is found once. */
export function findReads(
  workspace: Workspace,
  file: SourceFile,
  shapes: readonly CompiledShape[],
  key: string,
): readonly FoundRead[] {
  const finder: Finder = { workspace, file, key };
  const found = new Map<AnyNode, FoundRead>();
  const add = (read: FoundRead) => {
    if (read.facts.key === 'another') return;
    const before = found.get(read.node);
    // A shape that proves the read wins over one that leaves a doubt.
    if (!before || (isDoubtful(before.facts) && !isDoubtful(read.facts))) found.set(read.node, read);
  };
  const byKind = new Map<string, CompiledShape[]>();
  for (const one of withAliases(file, shapes)) {
    const kind = one.shape.binding ? 'constant' : one.pattern.isDecorator ? 'Decorator' : one.pattern.expression.type;
    byKind.set(kind, [...(byKind.get(kind) ?? []), one]);
  }
  for (const [kind, some] of byKind) {
    if (kind === 'constant') {
      for (const read of constantReads(finder, some[0]!)) add(read);
      continue;
    }
    for (const node of findAll(file.tree, kind as 'Call')) {
      for (const compiled of some) {
        const captures = matchPattern(compiled.pattern, node);
        if (!captures) continue;
        const { chooses } = compiled.shape;
        if (chooses) add(chosen(describe(finder, node, compiled, captures), chooses, captures));
        else for (const read of described(finder, node, compiled, captures)) add(read);
      }
    }
  }
  for (const read of heldReads(finder, shapes.filter(makesFlag))) add(read);
  return withoutNested([...found.values()], key).sort((a, b) => a.node.start - b.node.start);
}

interface Finder {
  readonly workspace: Workspace;
  readonly file: SourceFile;
  /** Of the flag, or {@link anyKey}. */
  readonly key: string;
}

function isDoubtful({ key, receiver, promise, detail }: ReadFacts): boolean {
  return key !== 'this' || receiver === 'unknown' || promise === 'not-awaited' || detail === 'other-use';
}

/** `await client.get('x')` as a pattern contains `client.get('x')` as another: the outer one is the read. */
function withoutNested(reads: readonly FoundRead[], key: string): FoundRead[] {
  return reads.filter(
    ({ node, keyNode }) =>
      !reads.some(
        (other) =>
          other.node !== node &&
          (other.keyNode === keyNode || key !== anyKey) &&
          other.node.start <= node.start &&
          other.node.end >= node.end &&
          !other.facts.written &&
          !isDoubtful(other.facts),
      ),
  );
}

/** The read, and the places where the value is taken out of a local that holds its result. */
function* described(...args: Parameters<typeof describe>): Generator<FoundRead> {
  const { held, ...read } = describe(...args);
  if (held && read.facts.key === 'this' && read.facts.receiver !== 'unknown') {
    const facts = { ...read.facts, detail: 'used' } as const;
    for (const node of held.values) yield { ...read, node, facts, use: { kind: 'expression', node }, effects: [] };
  }
  yield read;
}

/** What the parts are that the match may stand for; they are no arguments that are lost. */
function chosen(
  { held: _, ...read }: ReturnType<typeof describe>,
  { on, off }: ChoiceShape,
  captures: Captures,
): FoundRead {
  const parts = {
    on: captures.get(on ?? '') as BaseExpression | undefined,
    off: captures.get(off ?? '') as BaseExpression | undefined,
  };
  const effects = read.effects.filter((effect) => effect !== parts.on && effect !== parts.off);
  return { ...read, effects, use: { kind: 'choice', ...parts } };
}

function describe(
  finder: Finder,
  node: AnyNode,
  compiled: CompiledShape,
  captures: Captures,
): FoundRead & { readonly held?: HeldResult } {
  const { shape, pattern, returned } = compiled;
  const keyNode = captures.get('$FLAG');
  const leaving = useOfRead(finder.file, node, returned, shape.source === 'user');
  const use = node.type === 'Decorator' ? useOfDecorator(finder.workspace, finder.file, node, compiled) : leaving.use;
  const usage = node.type === 'Decorator' ? 'read' : usageOf(node);
  return {
    node,
    // What is left of it yields nothing of any type.
    shape: leaving.use.kind === 'left' ? { ...shape, yields: undefined } : shape,
    facts: {
      key: keyFact(finder, keyNode, shape, pattern.text.includes('$FLAG')),
      receiver: receiverFact(finder, node, shape),
      rest: false,
      nestedPattern: false,
      written: shape.sets === true || usage === 'write' || usage === 'delete',
      ...leaving.facts,
    },
    use,
    keyNode,
    // Where only a keyword goes, all other arguments stay.
    effects: use.kind === 'keyword' ? [] : effectsOf(finder, node, shape, keyNode),
    ...(leaving.held ? { held: leaving.held } : {}),
  };
}

/** The places that ask a flag by the name which holds it. */
function heldReads(finder: Finder, shapes: readonly CompiledShape[]): readonly FoundRead[] {
  if (shapes.length === 0) return [];
  return findAll(finder.file.tree, 'Call').flatMap((node) => {
    const held = heldFlag(finder.workspace, finder.file, node, shapes);
    if (!held) return [];
    const { shape } = held.compiled;
    const there = { ...finder, file: held.file };
    const { held: _, ...read } = describe(finder, node, held.compiled, new Map());
    const facts = {
      ...read.facts,
      key: keyFact(there, held.captures.get('$FLAG'), shape, true),
      receiver: receiverFact(there, held.made, shape),
    };
    // The name stands for the key from here on.
    return [{ ...read, facts, keyNode: (node.func as AnyNode & { type: 'Attribute' }).value }];
  });
}

function keyFact(
  { workspace, file, key }: Finder,
  keyNode: AnyNode | undefined,
  shape: ReadShape,
  hasKey: boolean,
): ReadFacts['key'] {
  // A pattern without $FLAG is the read of this flag by itself.
  if (!keyNode) return hasKey ? 'another' : 'this';
  if (keyNode.type === 'Name' && isAttributeName(keyNode))
    return namesFlag(shape, key, keyNode.value) ? 'this' : 'another';
  const known = constantOf(workspace, file, keyNode, 'key');
  if (!known) return isTupleOfKey(workspace, file, keyNode, shape, key) ? 'in-tuple' : 'dynamic';
  return namesFlag(shape, key, known.value) ? 'this' : 'another';
}

/** `NEW = ('new',)`, of which `is_enabled(NEW)` asks for something that is no key. */
function isTupleOfKey(workspace: Workspace, file: SourceFile, node: AnyNode, shape: ReadShape, key: string): boolean {
  const held = key === anyKey ? undefined : valueOfName(workspace, file, node);
  const text = held && textInTuple(held.value);
  return text !== undefined && namesFlag(shape, key, text);
}

/** The name of an attribute is captured as a name: the parent tells that it is no variable. */
export function isAttributeName(node: AnyNode): boolean {
  return node.parent?.type === 'Attribute' && node.parent.attr === node;
}

function modulesOf({ import: from }: ReadShape): readonly string[] {
  return from === undefined ? [] : typeof from === 'string' ? [from] : from;
}

function receiverFact({ workspace, file }: Finder, node: AnyNode, shape: ReadShape): ReadFacts['receiver'] {
  const modules = modulesOf(shape);
  if (modules.length === 0) return 'any';
  const head = headOf(node);
  return head && comesFrom(workspace, file, head, modules) ? 'proved' : 'unknown';
}

/** The function that is called, or the receiver of a method, an attribute or an item. */
function headOf(node: AnyNode): AnyNode | undefined {
  switch (node.type) {
    case 'Decorator':
      return node.decorator.type === 'Call' ? headOf(node.decorator) : node.decorator;
    case 'Await':
      return headOf(node.expression);
    case 'Call':
      // `getattr(settings, 'NEW_UI', False)` asks its first argument.
      if (node.func.type === 'Name' && node.func.value === 'getattr') return node.args[0]?.value;
      return node.func.type === 'Attribute' ? node.func.value : node.func;
    case 'Attribute':
    case 'Subscript':
      return node.value.type === 'Call' ? headOf(node.value) : node.value;
    default:
      return undefined;
  }
}

/**
 * The arguments that have an effect; the key is none. What a module of the service makes to be asked about, such as
 * `Context.create('user')`, has none either.
 */
function effectsOf(
  { workspace, file }: Finder,
  node: AnyNode,
  shape: ReadShape,
  key: AnyNode | undefined,
): readonly AnyNode[] {
  const inner = node.type === 'Await' ? node.expression : node.type === 'Decorator' ? node.decorator : node;
  if (inner.type !== 'Call') return [];
  const modules = modulesOf(shape);
  return inner.args
    .map(({ value }) => value)
    .filter((value) => !(key && holds(value, key)) && !isPure(value, file, 'members'))
    .filter((value) => !isMadeBy(workspace, file, value, modules));
}

/** The argument that holds the key is written in the pattern: `@method_decorator(flagged($FLAG))`. */
function holds(value: AnyNode, key: AnyNode): boolean {
  return value.start <= key.start && key.end <= value.end;
}

/** `Context.builder(user.key).set('plan', plan).build()` */
function isMadeBy(workspace: Workspace, file: SourceFile, value: AnyNode, modules: readonly string[]): boolean {
  if (value.type !== 'Call' || modules.length === 0) return false;
  const isChain = value.func.type === 'Attribute' && value.func.value.type === 'Call';
  const isFrom = isChain
    ? isMadeBy(workspace, file, (value.func as AnyNode & { type: 'Attribute' }).value, modules)
    : comesFrom(workspace, file, value.func, modules);
  return isFrom && value.args.every(({ value: argument }) => isPure(argument, file, 'members'));
}

/** The uses of a constant that is the flag itself: `NEW_UI`, and `settings.NEW_UI` where settings is a module. */
function constantReads(finder: Finder, compiled: CompiledShape): readonly FoundRead[] {
  const { workspace, file, key } = finder;
  const reads: FoundRead[] = [];
  for (const node of findAll(file.tree, ['Name', 'Attribute'])) {
    const isKey = node.type === 'Name' ? node.value === key : node.type === 'Attribute' && node.attr.value === key;
    if (!isKey || !isConstantUse(finder, node) || usageOf(node) !== 'read') continue;
    const known = constantOf(workspace, file, node);
    if (!known) continue;
    const read = describe(finder, node, compiled, new Map([['$FLAG', node]]));
    reads.push({ ...read, facts: { ...read.facts, key: 'this', declared: JSON.stringify(known.value) } });
  }
  return reads;
}

function isConstantUse({ workspace, file }: Finder, node: AnyNode): boolean {
  if (node.type === 'Attribute') return resolveExpression(workspace, file, node) !== undefined;
  const scopes = scopesOf(file);
  const reference = scopes.referenceOf(node);
  if (!reference?.read || reference.type || reference.write || reference.deletion) return false;
  return reference.binding?.kind === 'import' || reference.binding?.scope === scopes.scope;
}
