import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { exportsOf, isReassigned, parentsOf, parsedFile, referencesTo, scopesOf } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { callsOfPrivate } from './calls-of-private.ts';
import type { FunctionNode } from './function-at.ts';
import { functionAt, isMethod } from './function-at.ts';
import { importsThatMayMean } from './imports-that-may-mean.ts';
import { isReactCall, isReactWrapper } from './react.ts';
import { isImplicit } from './unused-in.ts';
import type { FunctionUse } from './use-of-function.ts';
import { isCommonJsExport, useOfFunction } from './use-of-function.ts';
import { handedOnWhole } from './whole-module-uses.ts';

/** One place that calls a function, or renders it as a component. */
export interface Call {
  readonly file: SourceFile;
  /** A CallExpression, an OptionalCallExpression or the JSXOpeningElement. */
  readonly node: Node;
  /** `create`: `createElement(Page, props)`. */
  readonly kind: 'call' | 'element' | 'create';
}

export interface UsePlaceOf {
  readonly path: string;
  readonly offset: number;
}

/** Everything that the workspace does with a function. */
export interface FunctionUses {
  readonly file: SourceFile;
  readonly fn: FunctionNode;
  readonly calls: readonly Call[];
  /** The first use that does not tell with what the function is called. */
  readonly unknown: (UsePlaceOf & { readonly because: string }) | undefined;
  /** `typeof f` in types. */
  readonly typed: readonly UsePlaceOf[];
  /** Files of tests that put something else in its place. */
  readonly mocks: readonly string[];
  /** `Page.propTypes = {…}` and `Page.defaultProps = {…}`. */
  readonly statics: readonly { readonly file: SourceFile; readonly name: string; readonly assignment: Node }[];
  /** Every place that names it, in any way. */
  readonly places: readonly UsePlaceOf[];
  /** The names under which its own file exports it. */
  readonly exportedAs: readonly string[];
  /** `memo(Page, areEqual)`, where the second function gets the props, too. */
  readonly wrappers: readonly { readonly file: SourceFile; readonly node: Node }[];
}

/**
 * Finds all uses of a function in the workspace, through imports, barrels, `memo` and `forwardRef`.
 *
 * Of a method that others may call, a property or a callback nothing is known here: undefined.
 *
 * @param anchor see {@link functionAt}
 */
export function callsOf(workspace: Workspace, path: string, anchor: number): FunctionUses | undefined {
  const file = parsedFile(workspace, path);
  const fn = file && functionAt(file, anchor);
  if (!file || !fn) return undefined;
  if (isMethod(fn)) return callsOfPrivate(workspace, file, fn);
  const found = new Collector(workspace, file, fn);
  found.holder(fn);
  return found;
}

class Collector implements FunctionUses {
  readonly calls: Call[] = [];
  unknown: FunctionUses['unknown'];
  readonly typed: UsePlaceOf[] = [];
  readonly mocks: string[] = [];
  readonly statics: { file: SourceFile; name: string; assignment: Node }[] = [];
  readonly places: UsePlaceOf[] = [];
  readonly exportedAs: string[] = [];
  readonly wrappers: { file: SourceFile; node: Node }[] = [];
  readonly workspace: Workspace;
  readonly file: SourceFile;
  readonly fn: FunctionNode;
  private readonly seen = new Set<string>();

  constructor(workspace: Workspace, file: SourceFile, fn: FunctionNode) {
    this.workspace = workspace;
    this.file = file;
    this.fn = fn;
  }

  /** Where the value of an expression of its own file goes: a name, an export, a wrapper. */
  holder(node: Node): void {
    const parents = parentsOf(this.file);
    if (node.type === 'FunctionDeclaration') {
      if (node.id) this.name(node.id);
      else this.expression(node);
      return;
    }
    // const f = function g() { g(true) }
    if (node.type === 'FunctionExpression' && node.id) this.name(node.id);
    let value: Node = node;
    let parent: Node | undefined = parents.parent(value);
    while (parent && /^(?:TS\w+Expression|TSTypeAssertion|ParenthesizedExpression)$/.test(parent.type)) {
      value = parent;
      parent = parents.parent(value);
    }
    if (parent?.type === 'VariableDeclarator' && parent.init === value && parent.id.type === 'Identifier') {
      this.name(parent.id);
    } else if (parent?.type === 'ExportDefaultDeclaration' || isCommonJsExport(this.file, value)) {
      this.expression(value);
    } else if (parent?.type === 'CallExpression' && parent.arguments[0] === value && this.isWrapper(parent)) {
      this.wrappers.push({ file: this.file, node: parent });
      this.holder(parent);
    } else {
      this.doubt(this.file, node, 'it is used as a value');
    }
  }

  private isWrapper(node: Node): boolean {
    return isReactWrapper(this.file, node) || isReactCall(this.file, node, ['useCallback']);
  }

  private name(identifier: Node): void {
    const binding = scopesOf(this.file).bindingOf(identifier);
    if (!binding) return;
    const parents = parentsOf(this.file);
    const overloads = binding.declarations.every((one) => /Function/.test(parents.parent(one)?.type ?? ''));
    if (isReassigned(binding) || (binding.declarations.length > 1 && !overloads)) {
      this.doubt(this.file, identifier, 'its name is declared or assigned again');
    } else if (isImplicit(this.file, binding)) {
      this.doubt(this.file, identifier, 'its file is a script, which shares its names with others');
    }
    for (const reference of binding.references) this.use(this.file, reference.node, reference.type ? 'type' : 'value');
    for (const [name, entry] of exportsOf(this.file).named)
      if (entry.kind === 'local' && entry.binding === binding) this.exported(name);
  }

  /** What is exported without a name of its own: `export default () => …`, `exports.open = () => …`. */
  private expression(value: Node): void {
    for (const [name, entry] of exportsOf(this.file).named)
      if (entry.kind === 'local' && entry.declaration === value) this.exported(name);
  }

  private exported(name: string): void {
    const { path } = this.file;
    const key = `export ${name}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.exportedAs.push(name);
    for (const reference of referencesTo(this.workspace, path, name) ?? []) {
      const file = reference.node && parsedFile(this.workspace, reference.path);
      if (reference.kind === 're-export' || reference.kind === 'import') {
        this.places.push({ path: reference.path, offset: reference.offset });
        continue;
      }
      if (!file || !reference.node) {
        this.places.push({ path: reference.path, offset: reference.offset });
        this.unknown ??= {
          path: reference.path,
          offset: reference.offset,
          because: 'this file may use it, and it cannot be read here',
        };
        continue;
      }
      if (reference.kind === 'write') this.doubt(file, reference.node, 'it is assigned again');
      else this.use(file, reference.node, reference.kind === 'type' ? 'type' : 'value', name);
    }
    const whole = handedOnWhole(this.workspace, path, name);
    if (whole) {
      this.places.push(whole);
      this.unknown ??= { ...whole, because: 'its module is handed on as a whole' };
    }
    for (const place of importsThatMayMean(this.workspace, path, name)) {
      this.places.push(place);
      this.unknown ??= { ...place, because: 'this import may mean it, and is not found' };
    }
  }

  private use(file: SourceFile, node: Node, kind: 'value' | 'type', name?: string): void {
    const key = `${file.path} ${node.start}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.places.push({ path: file.path, offset: node.start! });
    if (kind === 'type') {
      this.typed.push({ path: file.path, offset: node.start! });
      return;
    }
    this.take(file, node, useOfFunction(file, node, name));
  }

  private take(file: SourceFile, node: Node, use: FunctionUse): void {
    switch (use.kind) {
      case 'harmless':
        return;
      case 'call':
      case 'element':
      case 'create':
        this.calls.push({ file, node: use.node, kind: use.kind });
        return;
      case 'mock':
        this.mocks.push(file.path);
        return;
      case 'static':
        this.statics.push({ file, name: use.name, assignment: use.node });
        return;
      case 'wrapped':
        if (file === this.file) {
          this.wrappers.push({ file, node: use.node });
          this.holder(use.node);
          return;
        }
        this.doubt(file, node, 'it is wrapped in another file');
        return;
      case 'unknown':
        this.doubt(file, node, use.because);
        return;
      default:
        use satisfies never;
    }
  }

  private doubt(file: SourceFile, node: Node, because: string): void {
    this.unknown ??= { path: file.path, offset: node.start!, because };
  }
}
