import type { Node, Program, Statement } from '@babel/types';
import { parentsOf } from './parents.ts';
import type { SourceFile } from './parse.ts';
import { Analysis, type Handlers } from './scopes/analysis.ts';
import { type Binding, type MeaningName, namespace, type Reference, type, value } from './scopes/binding.ts';
import { classes } from './scopes/classes.ts';
import { expressions } from './scopes/expressions.ts';
import { flow } from './scopes/flow.ts';
import { functions, isStrict } from './scopes/functions.ts';
import { importsAndExports } from './scopes/imports-and-exports.ts';
import { jsx } from './scopes/jsx.ts';
import { namespaces } from './scopes/namespaces.ts';
import { patterns } from './scopes/patterns.ts';
import { hasArguments, resolve } from './scopes/resolve.ts';
import { lookup, type Scope } from './scopes/scope.ts';
import { statements } from './scopes/statements.ts';
import { templates } from './scopes/templates.ts';
import { types } from './scopes/types.ts';

/** What every name of a file stands for, by the rules of the language alone: no type is computed, no other file is read. */
export interface ScopeTable {
  /** What the file declares at its top level. */
  readonly scope: Scope;
  /**
   * Has an `import` or `export`. Otherwise the file may be a script, and what it declares at the top level may be seen by
   * other files.
   */
  readonly isModule: boolean;
  /** A direct `eval`, a `with`, or a template in a file of its own: names may stand for something that no analysis sees. */
  readonly hasDynamicScope: boolean;
  /** Of a declaration or of a reference; undefined for globals and for names that are no variables, such as properties. */
  bindingOf(node: Node): Binding | undefined;
  /** Undefined for declarations and for names that are no variables. */
  referenceOf(node: Node): Reference | undefined;
  /** The scope that the node stands in. What the node itself opens is not it: see {@link innerScope}. */
  scopeOf(node: Node): Scope;
  /** The scope that the node opens: a block, a loop, a function (its parameters), a class; undefined for other nodes. */
  innerScope(node: Node): Scope | undefined;
  /** What the name stands for when it is written in the scope. */
  lookup(name: string, scope: Scope, meaning: MeaningName): Binding | undefined;
  bindings(): readonly Binding[];
  references(): readonly Reference[];
  /** The references to globals. */
  unresolved(): readonly Reference[];
}

/** Built at the first call for a file, in one pass, and kept as long as the file is. */
export function scopesOf(file: SourceFile): ScopeTable {
  let table = tables.get(file);
  if (!table) {
    table = analyse(file);
    tables.set(file, table);
  }
  return table;
}

const tables = new WeakMap<SourceFile, ScopeTable>();

const handlers: Handlers = Object.assign(
  Object.create(null),
  classes,
  expressions,
  flow,
  functions,
  importsAndExports,
  jsx,
  namespaces,
  patterns,
  statements,
  templates,
  types,
);

const meaningOf = { value, type, namespace } as const;

function analyse(file: SourceFile): ScopeTable {
  const { program } = file.tree;
  const isModule = file.component !== undefined || /\.m[jt]s$/.test(file.path) || program.body.some(isModuleSyntax);
  const analysis = new Analysis(handlers);
  analysis.hasStores = file.component?.dialect === 'svelte';
  const global = analysis.scope('global', program, undefined);
  const scope = analysis.open('file', program, global);
  scope.strict = isModule || /\.[cm]?tsx?$/.test(file.path) || isStrict(program);
  scope.ambient = /\.d\.[cm]?ts$|\.d\.[^/]+\.ts$/.test(file.path);
  analysis.visitAll(program.body, scope);
  resolve(analysis);
  return tableOf(file, analysis, program, isModule);
}

function tableOf(file: SourceFile, analysis: Analysis, program: Program, isModule: boolean): ScopeTable {
  const references = new Map<Node, Reference>();
  const unresolved: Reference[] = [];
  for (const reference of analysis.references) {
    references.set(reference.node, reference);
    if (!reference.binding && !isImplicitArguments(reference)) unresolved.push(reference);
  }
  const inner = new Map<Node, Scope>(analysis.opened);
  for (const at of analysis.inside.values()) if (!inner.has(at.node)) inner.set(at.node, at);
  const twin = (node: Node) => analysis.twins.get(node) ?? node;
  const scope = analysis.opened.get(program)!;
  return {
    scope,
    isModule,
    hasDynamicScope:
      analysis.hasWith ||
      file.component?.hasHiddenNames === true ||
      unresolved.some((reference) => isDirectEval(file, reference)),
    bindingOf: (node) => analysis.declared.get(twin(node)) ?? references.get(twin(node))?.binding,
    referenceOf: (node) => references.get(twin(node)),
    scopeOf(node) {
      const parents = parentsOf(file);
      for (let at: Node | undefined = node; at; ) {
        const own = analysis.inside.get(at);
        if (own) return own;
        at = parents.parent(at);
        const opened = at && analysis.opened.get(at);
        if (opened) return opened;
      }
      return scope;
    },
    innerScope: (node) => inner.get(node),
    lookup: (name, from, meaning) => lookup(from, name, meaningOf[meaning]),
    bindings: () => analysis.bindings,
    references: () => analysis.references,
    unresolved: () => unresolved,
  };
}

function isModuleSyntax(statement: Statement): boolean {
  switch (statement.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
    case 'ExportAllDeclaration':
    case 'TSExportAssignment':
      return true;
    case 'TSImportEqualsDeclaration':
      return statement.isExport === true || statement.moduleReference.type === 'TSExternalModuleReference';
    default:
      return false;
  }
}

function isImplicitArguments({ name, scope }: Reference): boolean {
  if (name !== 'arguments') return false;
  for (let at: Scope | undefined = scope; at; at = at.parent) if (hasArguments(at)) return true;
  return false;
}

function isDirectEval(file: SourceFile, { name, node }: Reference): boolean {
  if (name !== 'eval') return false;
  const parents = parentsOf(file);
  return parents.parent(node)?.type === 'CallExpression' && parents.key(node) === 'callee';
}
