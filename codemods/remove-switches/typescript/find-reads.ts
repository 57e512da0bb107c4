import type { JSXElement, Node } from '@babel/types';
import type { ChoiceShape, ReadShape, ReturnedValue } from '@ffsd/flags';
import type { ParentTable, Pattern, SourceFile } from '@ffsd/typescript';
import { matchExpression, metavariableOf, parentsOf, scopesOf, walk, withoutTypes } from '@ffsd/typescript';
import { anyKey, namesFlag } from '../any-key.ts';
import type { ReadFacts } from '../decide.ts';
import { componentOf } from './component-of.ts';
import type { HeldResult } from './held-in.ts';
import { heldBy } from './held-in.ts';
import { denotes, matchWithImports, meansGlobal, modulesOf } from './match-shape.ts';
import type { ReadUse } from './read-use.ts';
import { useOfRead } from './read-use.ts';
import type { Known } from './site.ts';

/** A shape with its pattern compiled. */
export interface CompiledShape {
  readonly shape: ReadShape;
  readonly pattern: Pattern;
  readonly returned: ReturnedValue;
}

/** A place that reads the flag, or might. */
export interface FoundRead {
  /** The expression that the pattern matched. */
  readonly node: Node;
  readonly shape: ReadShape;
  readonly facts: ReadFacts;
  /** How the value leaves the matched expression. */
  readonly use: ReadUse;
  /** The expression that gives the key, when it is written at the read. */
  readonly keyNode: Node | undefined;
  /** Arguments that have an effect and must still be evaluated. */
  readonly effects: readonly Node[];
}

/** What the search needs to know beyond the tree. */
export interface FindContext {
  /** Of the flag, or {@link anyKey}. */
  readonly key: string;
  constantOf(node: Node): Known | undefined;
  isPure(node: Node): boolean;
  /** Whether the head of the match (a callee or receiver) is known to come from one of the modules. */
  comesFrom(head: Node, modules: readonly string[]): boolean;
  /** The name under which an imported function was exported, when the identifier is a local name of an import of one of the modules. */
  importedName(identifier: Node, modules: readonly string[]): string | undefined;
}

/** All places in the file that read the flag, in the order of the text. A place that several shapes match is found once. */
export function findReads(
  file: SourceFile,
  shapes: readonly CompiledShape[],
  context: FindContext,
): readonly FoundRead[] {
  const parents = parentsOf(file);
  const found = new Map<Node, FoundRead>();
  const finder: Finder = { file, parents, context };
  walk(file.tree.program, (node) => {
    if (!couldRead(node)) return;
    for (const shape of shapes) {
      for (const read of readsAt(finder, node, shape)) {
        if (read.facts.key === 'another') continue;
        const before = found.get(read.node);
        // A shape that proves the read wins over one that leaves a doubt: of `decide('x')` one yields `.enabled`, another one
        // `.variationKey`.
        if (!before || (isUnsettled(before.facts) && !isUnsettled(read.facts))) found.set(read.node, read);
      }
    }
  });
  return withoutNested([...found.values()], context.key).sort((a, b) => a.node.start! - b.node.start!);
}

/** Most nodes of a tree can be no read in any shape; asking each shape about each node would cost more than the parse. */
function couldRead({ type }: Node): boolean {
  switch (type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'MemberExpression':
    case 'OptionalMemberExpression':
    case 'AwaitExpression':
    case 'VariableDeclarator':
    case 'JSXElement':
    case 'Identifier':
    case 'Decorator':
    case 'NewExpression':
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'UnaryExpression':
      return true;
    default:
      return false;
  }
}

export interface Finder {
  readonly file: SourceFile;
  readonly parents: ParentTable;
  readonly context: FindContext;
}

function isDoubtful({ key, receiver }: ReadFacts): boolean {
  return key !== 'this' || receiver === 'unknown';
}

function isUnsettled(facts: ReadFacts): boolean {
  return isDoubtful(facts) || facts.detail === 'other-use' || facts.promise === 'not-awaited';
}

/** `await client.get('x')` as a pattern contains `client.get('x')` as another: the outer one is the read. */
function withoutNested(reads: readonly FoundRead[], key: string): FoundRead[] {
  return reads.filter(
    (read) =>
      !reads.some(
        (other) =>
          other !== read &&
          (other.keyNode === read.keyNode || key !== anyKey) &&
          other.node.start! <= read.node.start! &&
          other.node.end! >= read.node.end! &&
          other.use.kind !== 'component' &&
          !other.facts.written &&
          !isDoubtful(other.facts),
      ),
  );
}

function* readsAt(finder: Finder, node: Node, compiled: CompiledShape): Generator<FoundRead> {
  const { expression } = compiled.pattern;
  if (compiled.shape.binding === 'exported-const') {
    if (!isConstantRead(finder, node)) return;
    const read = describe(finder, node, compiled, new Map(), node);
    const declared = JSON.stringify(finder.context.constantOf(node)?.value);
    yield { ...read, facts: { ...read.facts, key: 'this', declared } };
    return;
  }
  if (expression.type === 'JSXElement') {
    if (node.type === 'JSXElement') yield* componentRead(finder, expression, node, compiled);
    return;
  }
  if (compiled.shape.match.startsWith('@')) {
    const captures = node.type === 'Decorator' ? matchExpression(expression, node.expression) : undefined;
    if (node.type !== 'Decorator' || !captures) return;
    const read = describe(finder, node.expression, compiled, captures, captures.get('$FLAG'));
    yield { ...read, node, use: { kind: 'decorator' } };
    return;
  }
  // The pattern `enableX` is the name, and neither `config.enableX` nor `{ enableX: 1 }`.
  if (expression.type === 'Identifier' && !isUse(finder, node)) return;
  if (!meansGlobal(finder, expression, node)) return;
  const captures = matchWithImports(finder, expression, node, compiled.shape);
  if (captures) {
    const { chooses } = compiled.shape;
    if (chooses) yield chosen(describe(finder, node, compiled, captures, captures.get('$FLAG')), chooses, captures);
    else yield* described(finder, node, compiled, captures, captures.get('$FLAG'));
    return;
  }
  // `useFlags().$FLAG` is also read through a local: `const { x } = useFlags()`, `const flags = useFlags(); flags.x`.
  if (expression.type !== 'MemberExpression' || metavariableOf(expression.property) !== '$FLAG') return;
  if (node.type === 'VariableDeclarator' && node.id.type === 'ObjectPattern' && node.init) {
    if (denotes(finder, expression.object, node.init, compiled.shape)) yield* destructured(finder, node.id, compiled);
    return;
  }
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return;
  if (node.object.type !== 'Identifier' || !denotes(finder, expression.object, node.object, compiled.shape)) return;
  yield describe(finder, node, compiled, new Map(), node.property);
}

function* componentRead(
  finder: Finder,
  pattern: JSXElement,
  node: JSXElement,
  compiled: CompiledShape,
): Generator<FoundRead> {
  const { shape } = compiled;
  const modules = modulesOf(shape);
  const component = componentOf(pattern, shape, node, (name) => finder.context.importedName(name, modules));
  if (!component) return;
  const { name } = node.openingElement;
  const receiver = modules.length === 0 ? 'any' : finder.context.comesFrom(name, modules) ? 'proved' : 'unknown';
  const key = keyFact(finder, component.key, shape, compiled.pattern);
  const facts = {
    key,
    receiver,
    promise: 'none',
    detail: 'none',
    rest: false,
    written: false,
    nestedPattern: false,
  } as const;
  yield { node, shape, facts, use: { kind: 'component', ...component }, keyNode: component.key, effects: [] };
}

/** `flags.new = true`, `delete flags.new`: the code sets the flag. */
function isWritten({ parents }: Finder, node: Node): boolean {
  const parent = parents.parent(node);
  if (parent?.type === 'AssignmentExpression') return parent.left === node;
  if (parent?.type === 'UnaryExpression') return parent.operator === 'delete';
  return parent?.type === 'UpdateExpression';
}

/** Whether the read stands as a statement and gets a function: `variation('x', user, false, (error, on) => …);`. */
function isForCallback({ parents }: Finder, node: Node): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'OptionalCallExpression') return false;
  if (!node.arguments.some((argument) => /Function/.test(withoutTypes(argument).type))) return false;
  return parents.parent(node)?.type === 'ExpressionStatement';
}

function* destructured(
  finder: Finder,
  pattern: Node & { type: 'ObjectPattern' },
  compiled: CompiledShape,
): Generator<FoundRead> {
  for (const property of pattern.properties) {
    if (property.type !== 'ObjectProperty') continue;
    const read = describe(finder, property, compiled, new Map(), property.key);
    if (read.facts.key === 'another') continue;
    const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    const hasRest = pattern.properties.some(({ type }) => type === 'RestElement');
    // const { x } = useFlags(['x']); use(x)   =>   use(true)     // oops! x is the object that carries the value
    const { path } = compiled.returned;
    const held = path.length > 0 && target.type === 'Identifier' ? heldBy(finder.file, target, path) : undefined;
    yield* valuesOf(read, held);
    const detail = path.length > 0 && !held?.isUnused ? 'other-use' : 'none';
    yield {
      ...read,
      shape: held?.isUnused ? { ...read.shape, yields: undefined } : read.shape,
      facts: { ...read.facts, detail, rest: hasRest, nestedPattern: target.type !== 'Identifier' },
      use: { kind: 'binding', pattern, element: property, local: target },
    };
  }
}

/** What the parts are that the match may stand for; they are no arguments that are lost. */
function chosen(read: FoundRead, { on, off }: ChoiceShape, captures: ReadonlyMap<string, Node>): FoundRead {
  const parts = { on: captures.get(on ?? ''), off: captures.get(off ?? '') };
  const effects = read.effects.filter((effect) => effect !== parts.on && effect !== parts.off);
  return { ...read, effects, use: { kind: 'choice', ...parts } };
}

/** The read, and the places where the value is taken out of a local that holds its result. */
function* described(...args: Parameters<typeof describe>): Generator<FoundRead> {
  const { held, ...read } = describe(...args);
  yield* valuesOf(read, held);
  yield read;
}

function* valuesOf(read: FoundRead, held: HeldResult | undefined): Generator<FoundRead> {
  if (!held || isDoubtful(read.facts)) return;
  const facts = { ...read.facts, detail: 'used', rest: false, nestedPattern: false, written: false } as const;
  for (const node of held.values) yield { ...read, node, facts, use: { kind: 'expression', node }, effects: [] };
}

function describe(
  finder: Finder,
  node: Node,
  { shape, pattern, returned }: CompiledShape,
  captures: ReadonlyMap<string, Node>,
  keyNode: Node | undefined,
): FoundRead & { readonly held?: HeldResult } {
  const { context } = finder;
  const key = keyFact(finder, keyNode, shape, pattern);
  const modules = modulesOf(shape);
  const head = headOf(node);
  const receiver = modules.length === 0 || !head ? 'any' : context.comesFrom(head, modules) ? 'proved' : 'unknown';
  const leaving = useOfRead(finder.file, node, returned);
  // What is left of `const decision = user.decide('x')` when nothing is taken out of it yields nothing of any type.
  const isBare = leaving.use.kind === 'binding' && leaving.use.pattern === leaving.use.local;
  return {
    node,
    shape: isBare ? { ...shape, yields: undefined } : shape,
    facts: {
      key,
      receiver,
      rest: false,
      nestedPattern: false,
      written: shape.sets === true || isWritten(finder, node),
      callback: isForCallback(finder, node),
      ...leaving.facts,
    },
    use: leaving.use,
    keyNode,
    effects: effectsOf(finder, node, captures),
    ...(leaving.held ? { held: leaving.held } : {}),
  };
}

function keyFact(
  { context, parents }: Finder,
  keyNode: Node | undefined,
  shape: ReadShape,
  pattern: Pattern,
): ReadFacts['key'] {
  // A pattern without $FLAG is the read of this flag by itself.
  if (!keyNode) return pattern.text.includes('$FLAG') ? 'another' : 'this';
  if (keyNode.type === 'Identifier' && isPropertyName(parents, keyNode))
    return namesFlag(shape, context.key, keyNode.name) ? 'this' : 'another';
  const known = context.constantOf(keyNode);
  if (!known) return 'dynamic';
  return namesFlag(shape, context.key, known.value) ? 'this' : 'another';
}

function isUse({ file, parents }: Finder, node: Node): boolean {
  return !isPropertyName(parents, node) && scopesOf(file).referenceOf(node) !== undefined;
}

/** Property names are captured as identifiers, and so are the locals that hold a key: the parent tells which it is. */
export function isPropertyName(parents: ParentTable, node: Node): boolean {
  const parent = parents.parent(node);
  if (parent?.type === 'ObjectProperty') return parent.key === node && !parent.computed;
  return (
    (parent?.type === 'MemberExpression' || parent?.type === 'OptionalMemberExpression') &&
    parent.property === node &&
    !parent.computed
  );
}

/** The callee of a function call, or the receiver of a method call or member read. */
function headOf(node: Node): Node | undefined {
  switch (node.type) {
    case 'AwaitExpression':
      return headOf(node.argument);
    case 'CallExpression':
    case 'OptionalCallExpression':
      // Of a wrapper, `withFeature('x')(View)`, it is what is called first.
      if (node.callee.type === 'CallExpression') return headOf(node.callee);
      return node.callee.type === 'MemberExpression' || node.callee.type === 'OptionalMemberExpression'
        ? node.callee.object
        : node.callee;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return node.object.type === 'CallExpression' ? headOf(node.object) : node.object;
    default:
      return undefined;
  }
}

/** The arguments that have an effect. What a metavariable captured is one of them; the key is not. */
function effectsOf({ context }: Finder, node: Node, captures: ReadonlyMap<string, Node>): readonly Node[] {
  const call = node.type === 'AwaitExpression' ? node.argument : node;
  if (call.type !== 'CallExpression' && call.type !== 'OptionalCallExpression') return [];
  const key = captures.get('$FLAG');
  return call.arguments.filter((argument) => withoutTypes(argument) !== key && !context.isPure(argument));
}

/** A use of a constant that is the flag itself. */
function isConstantRead({ file, parents, context }: Finder, node: Node): boolean {
  if (node.type !== 'Identifier' || node.name !== context.key) return false;
  const parent = parents.parent(node);
  if (parent && /Specifier$/.test(parent.type)) return false;
  const binding = scopesOf(file).bindingOf(node);
  if (!binding || binding.declarations.includes(node as never)) return false;
  return (
    (binding.kind === 'import' || binding.kind === 'const') &&
    binding.references.some((one) => one.node === node && one.read && !one.type)
  );
}
