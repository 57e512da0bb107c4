import type { Node, ObjectProperty } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { mocksOf, parentsOf, scopesOf, walk } from '@ffsd/typescript';
import { nameOf } from '../occurrences-of-key.ts';
import type { Site } from '../site.ts';
import { isHook, roleOf } from './around.ts';

type Call = Node & { readonly type: 'CallExpression' };

/** All that a test file has of the mock of one name, when it only says what the mock gives. */
export interface MockParts {
  /** Statements that are about nothing else: `useFlags.mockReturnValue({})`, `const mocked = useFlags as Mock`. */
  readonly statements: readonly Node[];
  /** `useFlags: vi.fn()` of the module that is put in place of another, or of an object that plays one. */
  readonly entries: readonly ObjectProperty[];
  /** What the mock is told to give, in their order. */
  readonly gives: readonly MockGives[];
  /** The calls that replace the modules which the name comes from. */
  readonly modules: readonly Call[];
}

/** `.mockReturnValue(true)`, `.callsFake(() => true)` */
export interface MockGives {
  readonly call: Call;
  readonly value: Node;
  /** For the next call only. */
  readonly once: boolean;
}

/** Why a mock is not only a mock. */
export interface OtherUse {
  readonly node: Node;
  readonly counts: boolean;
}

/**
 * The parts of the mock of a name, or a place that does something else with it: checks how often it was called, hands it on.
 *
 * ```text
 * import { useFlags } from './flags';
 * jest.mock('./flags');
 * const mockedUseFlags = useFlags as jest.Mock;
 * beforeEach(() => { mockedUseFlags.mockReturnValue({ dark: true }); });
 * ```
 */
export function mockPartsOf(site: Site, name: string): MockParts | OtherUse {
  const { file } = site;
  const found = new Finder(site);
  walk(file.tree.program, (node) => {
    const isName = node.type === 'Identifier' && node.name === name;
    if (isName || (node.type === 'StringLiteral' && node.value === name)) found.look(node, true);
  });
  if (found.other) return found.other;
  const { statements, entries } = found;
  const isCovered = ({ start, end }: Node) =>
    [...statements, ...entries].some((one) => one.start! <= start! && end! <= one.end!);
  const open = found.seen.find((node) => !isCovered(node));
  if (open) return { node: open, counts: false };
  const gives = [...statements, ...entries].flatMap((one) => givesWithin(one));
  return { statements: [...statements], entries: [...entries], gives, modules: modulesOf(file, found) };
}

class Finder {
  readonly statements = new Set<Node>();
  readonly entries = new Set<ObjectProperty>();
  /** Where the name is imported from. */
  readonly sources = new Set<string>();
  /** Every place that has to go for the name to be gone. */
  readonly seen: Node[] = [];
  other: OtherUse | undefined;
  private readonly aliases = new Set<unknown>();
  private readonly site: Site;

  constructor(site: Site) {
    this.site = site;
  }

  /** @param own the name itself, and not another name for it */
  look(node: Node, own: boolean): boolean {
    const parents = parentsOf(this.site.file);
    const parent = parents.parent(node);
    if (!parent || this.other) return false;
    if (/^Import.*Specifier$/.test(parent.type)) {
      const declaration = parents.parent(parent);
      if (declaration?.type === 'ImportDeclaration') this.sources.add(declaration.source.value);
      // Under another name: `import { useFlags as flags }`.
      return 'local' in parent && parent.local !== node ? this.follow(parent.local) : true;
    }
    this.seen.push(node);
    // Types go with what they describe, or are in the way.
    if ([...parents.ancestors(node)].some(({ type }) => /^TSType(?!Assertion)/.test(type))) return true;
    if (own && node.type === 'StringLiteral') return this.ofText(node, parent);
    if (own && parent.type === 'ObjectProperty' && parent.key === node) return this.ofEntry(parent);
    if (parent.type === 'ObjectProperty' && parent.value === node) {
      // `useFlags: mocked` gives the name its mock.
      if (parents.parent(parent)?.type === 'ObjectExpression') return this.take(parent);
      return this.refuse(node);
    }
    if (own && parent.type === 'VariableDeclarator' && parent.id === node) return this.ofDeclared(node, parent);
    return this.ofHandle(this.handle(node, own));
  }

  /** The whole expression that is the mock: `mocks.useFlags`, `vi.mocked(useFlags)`, `useFlags as Mock`. */
  private handle(node: Node, own: boolean): Node {
    const parents = parentsOf(this.site.file);
    let at = node;
    for (;;) {
      const parent = parents.parent(at);
      if (!parent) return at;
      const isWrapper = /^TS(?:As|Satisfies|NonNull)|^TypeCast|^TSTypeAssertion|^Parenthesized/.test(parent.type);
      const isMember = own && at === node && parent.type === 'MemberExpression' && parent.property === node;
      const isArgument = parent.type === 'CallExpression' && parent.arguments[0] === at && isWrapping(parent);
      // `when(isOn('new'))`
      const isAsked =
        parent.type === 'CallExpression' &&
        parent.callee === at &&
        isWrapping(parents.parent(parent)) &&
        parent.arguments.every((one) => this.site.isPure(one));
      if (!isWrapper && !isMember && !isArgument && !isAsked) return at;
      at = parent;
    }
  }

  private ofHandle(mock: Node): boolean {
    const parents = parentsOf(this.site.file);
    const parent = parents.parent(mock);
    if (parent?.type === 'VariableDeclarator' && parent.init === mock) return this.ofAlias(parent);
    if (parent?.type === 'MemberExpression' && parent.object === mock && says.test(nameOf(parent.property))) {
      return this.ofChain(mock);
    }
    if (parent?.type === 'ObjectProperty' && parent.value === mock) {
      // useFlags: mocks.useFlags
      return parents.parent(parent)?.type === 'ObjectExpression' ? this.take(parent) : this.refuse(mock);
    }
    const isExpected = parent?.type === 'CallExpression' && /^expect|assert/.test(calleeOf(parent));
    const isLog =
      parent?.type === 'MemberExpression' &&
      /^(?:mock|calls?|callCount|called\w*|getCalls?)$/.test(nameOf(parent.property));
    return this.refuse(mock, isExpected || isLog);
  }

  /** `.mockReset().mockReturnValue(true)` up to the statement that it is. */
  private ofChain(mock: Node): boolean {
    const parents = parentsOf(this.site.file);
    let at = mock;
    for (;;) {
      const parent = parents.parent(at);
      if (parent?.type === 'MemberExpression' && parent.object === at) {
        if (!says.test(nameOf(parent.property))) return this.refuse(mock, true);
      } else if (parent?.type === 'CallExpression' && parent.callee === at) {
        if (!parent.arguments.every((one) => this.isInert(one))) return this.refuse(mock);
      } else if (parent?.type !== 'AwaitExpression') {
        return this.ofResult(at);
      }
      at = parent;
    }
  }

  private ofResult(value: Node): boolean {
    const parents = parentsOf(this.site.file);
    const parent = parents.parent(value);
    switch (parent?.type) {
      case 'ExpressionStatement':
        return this.take(parent);
      case 'VariableDeclarator':
        return parent.init === value ? this.ofAlias(parent) : this.refuse(value);
      case 'AssignmentExpression':
        return this.ofAssignment(parent);
      case 'ArrowFunctionExpression': {
        // beforeEach(() => useFlags.mockReturnValue({}))
        const call = parents.parent(parent);
        const runs = call?.type === 'CallExpression' && isHook(call) && parent.body === value;
        const statement = runs ? parents.parent(call) : undefined;
        return statement?.type === 'ExpressionStatement' ? this.take(statement) : this.refuse(value);
      }
      default:
        return this.refuse(value);
    }
  }

  /** `jest.spyOn(flags, 'isOn')`, `sinon.stub(flags, 'isOn')` */
  private ofText(node: Node, parent: Node): boolean {
    const isSpy =
      parent.type === 'CallExpression' &&
      parent.arguments[1] === node &&
      /^(?:spyOn|stub|replace|fake|spy)$/.test(calleeOf(parent)) &&
      this.site.isPure(parent.arguments[0]!);
    if (isSpy) return this.ofChain(parent);
    // The words of a title.
    this.seen.pop();
    return (parent.type === 'CallExpression' && roleOf(parent) !== undefined) || this.refuse(node);
  }

  private ofEntry(entry: ObjectProperty): boolean {
    const owner = parentsOf(this.site.file).parent(entry);
    if (owner?.type === 'ObjectPattern') {
      // const { useFlags } = vi.hoisted(() => ({ useFlags: vi.fn() }))
      if (entry.value.type !== 'Identifier') return this.refuse(entry);
      this.entries.add(entry);
      return this.follow(entry.value);
    }
    // `useFlags: true` is data, which may be looked at without the name.
    const makesMock = /Function|^(?:Call|Member)Expression$|^Identifier$/.test(entry.value.type);
    if (owner?.type !== 'ObjectExpression' || !makesMock || !this.isInert(entry.value)) return this.refuse(entry);
    return this.take(entry);
  }

  /** `const useFlags = vi.fn()` */
  private ofDeclared(name: Node, declarator: Node & { type: 'VariableDeclarator' }): boolean {
    const declaration = parentsOf(this.site.file).parent(declarator);
    const isSole = declaration?.type === 'VariableDeclaration' && declaration.declarations.length === 1;
    if (!isSole || !declarator.init || !this.isInert(declarator.init)) return this.refuse(name);
    return this.take(declaration);
  }

  /** `const mockedUseFlags = useFlags as Mock` */
  private ofAlias({ id }: Node & { type: 'VariableDeclarator' }): boolean {
    const parents = parentsOf(this.site.file);
    const declaration = parents.parent(parents.parent(id)!);
    const isSole = declaration?.type === 'VariableDeclaration' && declaration.declarations.length === 1;
    if (!isSole || id.type !== 'Identifier') return this.refuse(id);
    this.statements.add(declaration);
    return this.follow(id);
  }

  /** `let spy; beforeEach(() => { spy = jest.spyOn(flags, 'isOn'); })` */
  private ofAssignment(assignment: Node & { type: 'AssignmentExpression' }): boolean {
    const parents = parentsOf(this.site.file);
    const { left } = assignment;
    const statement = parents.parent(assignment);
    const binding = left.type === 'Identifier' ? scopesOf(this.site.file).bindingOf(left) : undefined;
    const declarator = binding?.declarations[0] && parents.parent(binding.declarations[0]);
    const declaration = declarator && parents.parent(declarator);
    const isPlain =
      statement?.type === 'ExpressionStatement' &&
      declarator?.type === 'VariableDeclarator' &&
      !declarator.init &&
      declaration?.type === 'VariableDeclaration' &&
      declaration.declarations.length === 1;
    if (!isPlain) return this.refuse(assignment);
    this.statements.add(statement).add(declaration);
    return this.follow(binding!.declarations[0]!);
  }

  /** Looks at every use of another name for the mock. */
  private follow(identifier: Node): boolean {
    const binding = scopesOf(this.site.file).bindingOf(identifier);
    if (!binding || this.aliases.has(binding)) return true;
    this.aliases.add(binding);
    if (binding.exported) return this.refuse(identifier);
    for (const { node, write } of binding.references) {
      // What is assigned was looked at where it was made.
      if (write) this.seen.push(node);
      else this.look(node, false);
    }
    return true;
  }

  /** Whether nothing is lost with an expression: it is pure, makes a mock, or is a function for a mock to call. */
  private isInert(node: Node): boolean {
    if (this.site.isPure(node)) return true;
    if (node.type === 'ObjectExpression')
      return node.properties.every((one) => one.type === 'ObjectProperty' && this.isInert(one.value));
    if (/Function/.test(node.type)) return true;
    if (node.type === 'MemberExpression') return !node.computed && this.isInert(node.object);
    if (node.type !== 'CallExpression') return false;
    const makes =
      /^(?:fn|stub|spy|spyOn|fake|mocked|hoisted|resolve|reject)$|^mock\w*$|^(?:returns|resolves|callsFake|withArgs)$/;
    return (
      makes.test(calleeOf(node)) && [receiverOf(node), ...node.arguments].every((one) => !one || this.isInert(one))
    );
  }

  private refuse(node: Node, counts = false): boolean {
    this.other ??= { node, counts };
    return false;
  }

  private take(node: Node): boolean {
    if (node.type === 'ObjectProperty') this.entries.add(node);
    else this.statements.add(node);
    return true;
  }
}

function givesWithin(node: Node): readonly MockGives[] {
  const found: MockGives[] = [];
  walk(node, (inner) => {
    const [first] = inner.type === 'CallExpression' ? inner.arguments : [];
    const name = inner.type === 'CallExpression' ? calleeOf(inner) : '';
    const isArrow = first?.type === 'ArrowFunctionExpression' && first.body.type !== 'BlockStatement';
    const isValue = /^(?:mock(?:Return|Resolved)Value(?:Once)?|returns|resolves|thenReturn|thenResolve)$/.test(name);
    const isFake = isArrow && /^(?:mockImplementation(?:Once)?|callsFake|fn|thenCall)$/.test(name);
    const value = isValue ? first : isFake && isArrow ? first.body : undefined;
    if (inner.type === 'CallExpression' && value) found.push({ call: inner, value, once: name.endsWith('Once') });
  });
  return found;
}

/** What a mock is told, in jest, vitest, sinon, ts-mockito and jest-when. */
const says =
  /^(?:mock(?:Return|Resolved|Rejected|Implementation|Reset|Clear|Restore|Name)\w*|returns\w*|resolves\w*|rejects|throws|yields|callsFake|callThrough|callsArg\w*|withArgs|calledWith|on(?:First|Second|Third)?Call|reset|resetHistory|resetBehavior|restore|thenReturn|thenResolve|thenReject|thenThrow|thenCall|with)$/;

function isWrapping(call: Node | undefined): boolean {
  return call?.type === 'CallExpression' && /^(?:mocked|when|given|asMock)$/.test(calleeOf(call));
}

function calleeOf({ callee }: Call): string {
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? nameOf(callee.property) : '';
}

function receiverOf({ callee }: Call): Node | undefined {
  // The runner itself (`vi` of `vi.fn()`) is no value of the test.
  return callee.type === 'MemberExpression' && callee.object.type !== 'Identifier' ? callee.object : undefined;
}

/** The calls that replace the modules which the name is imported from, or that have an entry of it. */
function modulesOf(file: SourceFile, { sources, entries }: Finder): readonly Call[] {
  const isOwn = (source: Node & { type: 'StringLiteral' }, { start, end }: Node) =>
    sources.has(source.value) || [...entries].some((entry) => start! < entry.start! && entry.end! < end!);
  return mocksOf(file).flatMap(({ source, node }) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return [];
    const isMock = /^(?:mock|doMock|unstable_mockModule)$/.test(nameOf(node.callee.property));
    return isMock && isOwn(source, node) ? [node] : [];
  });
}
