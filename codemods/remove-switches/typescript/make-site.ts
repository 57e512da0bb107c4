import type { Node, Statement } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { isBoolean, isPure, parentsOf, scopesOf, walk } from '@ffsd/typescript';
import { constantOf } from './constant-of.ts';
import type { CodeWorkspace } from './session.ts';
import type { Site } from './site.ts';

/** The answers that the folds need, for one text. */
export function makeSite(workspace: CodeWorkspace, file: SourceFile): Site {
  const scopes = scopesOf(file);
  const assumptions: string[] = [];
  return {
    file,
    parents: parentsOf(file),
    constantOf: (node) => constantOf(workspace, file, node),
    isPure: (node) => isPure(node as never, file),
    mayDrop(node) {
      if (isPure(node as never, file)) return true;
      const methods = conventionallyPure(node);
      if (!methods) return false;
      const text = file.text.slice(node.start!, node.end!).replace(/\s+/g, ' ');
      assumptions.push(`${text} was dropped with the flag: ${methods.join(' and ')} is taken to have no effect`);
      return true;
    },
    conditionProps: workspace.conditionProps ?? [],
    assume: (what) => void assumptions.push(what),
    assumptions,
    isBoolean: (node) => isBoolean(node as never, file),
    isExported: (identifier) => scopes.bindingOf(identifier)?.exported ?? false,
    isGlobal: (node) => scopes.bindingOf(node as never) === undefined,
    namesDeclaredIn,
    isNameMeantOutside: (name, block, whole) => isNameMeantOutside(file, name, block, whole),
    isUsedOutside: (declaration, start, end) => isUsedOutside(file, declaration, start, end),
  };
}

const readingMethods = new Set(
  'startsWith endsWith includes indexOf trim toLowerCase toUpperCase slice substring split has get some every isArray isEmpty'.split(
    ' ',
  ),
);

/** The reading methods that an expression calls, when it would be pure but for them. They could be anything; by their names they read. */
function conventionallyPure(node: Node): readonly string[] | undefined {
  const methods = new Set<string>();
  let doubtful = false;
  walk(node, (inner) => {
    if (inner.type === 'CallExpression' || inner.type === 'OptionalCallExpression') {
      const { callee } = inner;
      const member = callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression';
      const name = member && callee.property.type === 'Identifier' ? callee.property.name : '';
      if (readingMethods.has(name)) methods.add(`${name}()`);
      else doubtful = true;
    } else if (/^(?:New|Await|Yield|Assignment|Update|TaggedTemplate|Import)|Function/.test(inner.type)) {
      doubtful = true;
    }
  });
  return doubtful || methods.size === 0 ? undefined : [...methods];
}

/** The names that a block declares for itself. */
export function namesDeclaredIn(block: Node): readonly string[] {
  if (block.type !== 'BlockStatement') return [];
  return block.body.flatMap(namesOf);
}

function namesOf(statement: Statement): readonly string[] {
  switch (statement.type) {
    case 'VariableDeclaration':
      return statement.kind === 'var' ? [] : statement.declarations.flatMap(({ id }) => namesInPattern(id));
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'TSEnumDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return statement.id ? [statement.id.name] : [];
    default:
      return [];
  }
}

function namesInPattern(pattern: Node): readonly string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'AssignmentPattern':
      return namesInPattern(pattern.left);
    case 'RestElement':
      return namesInPattern(pattern.argument);
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? namesInPattern(element) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        namesInPattern(property.type === 'RestElement' ? property : property.value),
      );
    default:
      return [];
  }
}

/**
 * Looks at every use and declaration of the name in the function or module around the block. Only those that an inner
 * scope declares for itself cannot be confused with the name of the block.
 */
function isNameMeantOutside(file: SourceFile, name: string, block: Node, whole: Node): boolean {
  const scopes = scopesOf(file);
  const around = scopes.scopeOf(whole);
  const inside = (node: Node) => node.start! >= whole.start! && node.end! <= whole.end!;
  const enclosing = new Set<unknown>();
  for (let scope: typeof around | undefined = around; scope; scope = scope.parent) enclosing.add(scope);
  return (
    scopes.bindings().some(
      (binding) =>
        binding.name === name &&
        // Declared by the block itself: that is the name in question.
        !binding.declarations.every(
          (declaration) => declaration.start! >= block.start! && declaration.end! <= block.end!,
        ) &&
        isInFunctionOf(binding.scope, around, enclosing),
    ) ||
    scopes
      .references()
      .some(
        (reference) =>
          reference.name === name &&
          !inside(reference.node) &&
          isWithin(reference.scope, around) &&
          (!reference.binding || enclosing.has(reference.binding.scope)),
      )
  );
}

/** A parameter and a `let` of the function body may not have the same name, although they live in different scopes. */
function isInFunctionOf<S extends { readonly parent?: S | undefined }>(
  scope: S,
  around: S,
  enclosing: ReadonlySet<unknown>,
): boolean {
  return scope === around || (enclosing.has(scope) && around.parent === scope);
}

function isWithin<S extends { readonly parent?: S | undefined }>(scope: S, outer: S): boolean {
  for (let at: S | undefined = scope; at; at = at.parent) if (at === outer) return true;
  return false;
}

function isUsedOutside(file: SourceFile, declaration: Node, start: number, end: number): boolean {
  const scopes = scopesOf(file);
  let used = false;
  walk(declaration, (node) => {
    if (node.type !== 'Identifier') return;
    const binding = scopes.bindingOf(node);
    if (!binding?.declarations.includes(node)) return;
    used ||= binding.references.some((reference) => reference.node.start! < start || reference.node.end! > end);
  });
  return used;
}
