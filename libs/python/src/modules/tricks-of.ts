import { type AnyNode, findAll } from 'libcst-wasm';
import { dottedName } from '../dotted-name.ts';
import type { SourceFile } from '../parse.ts';
import { scopesOf } from '../scopes.ts';
import { dynamicImport } from './dynamic-import.ts';

/**
 * Why the names of a module cannot all be told from its text:
 *
 * - `module-getattr`: it has a `__getattr__` of its own (PEP 562).
 * - `dynamic-names`: `globals()['x'] = …`, `setattr(module, …)`, `exec`.
 * - `sys-modules`: it writes to `sys.modules`, or changes its class.
 * - `dynamic-import`: it imports a module whose name is no literal.
 */
export type TrickCode = 'module-getattr' | 'dynamic-names' | 'sys-modules' | 'dynamic-import';

export interface Trick {
  readonly code: TrickCode;
  readonly node: AnyNode;
}

/** What a file does to the names of modules, its own or others, beyond what imports and assignments say. */
export function tricksOf(file: SourceFile): readonly Trick[] {
  let tricks = cache.get(file);
  if (!tricks) {
    tricks = mayHaveTricks.test(file.text) ? collect(file) : [];
    cache.set(file, tricks);
  }
  return tricks;
}

const cache = new WeakMap<SourceFile, readonly Trick[]>();

const mayHaveTricks =
  /\b(?:__getattr__|globals|exec|setattr|modules|import_module|__import__|__class__|__dict__|vars)\b/;

function collect(file: SourceFile): readonly Trick[] {
  const tricks: Trick[] = [];
  for (const { kind, nameNode, node } of scopesOf(file).scope.assignments.get('__getattr__') ?? []) {
    if (kind !== 'declaration') tricks.push({ code: 'module-getattr', node: node ?? nameNode! });
  }
  for (const node of findAll(file.tree, ['Call', 'Subscript', 'Attribute'])) {
    const code = codeOf(node);
    if (code) tricks.push({ code, node });
  }
  return tricks;
}

function codeOf(node: AnyNode): TrickCode | undefined {
  switch (node.type) {
    case 'Call': {
      const name = dottedName(node.func) ?? '';
      if (name === 'exec') return 'dynamic-names';
      // globals().update(…)
      if (node.func.type === 'Attribute' && isNamespace(node.func.value)) {
        return /^(?:update|setdefault|pop|clear|__setitem__)$/.test(node.func.attr.value) ? 'dynamic-names' : undefined;
      }
      if (/^(?:setattr|delattr)$/.test(name) && node.args[0] && isModuleObject(node.args[0].value))
        return 'dynamic-names';
      if (/^sys\.modules\.(?:update|setdefault|pop|__setitem__)$/.test(name)) return 'sys-modules';
      const imported = dynamicImport(node);
      return imported && imported.specifier === undefined ? 'dynamic-import' : undefined;
    }
    case 'Subscript':
      if (isNamespace(node.value)) return isTarget(node) ? 'dynamic-names' : undefined;
      return dottedName(node.value) === 'sys.modules' && isTarget(node) ? 'sys-modules' : undefined;
    case 'Attribute':
      // sys.modules[__name__].__class__ = …
      return node.attr.value === '__class__' && isModuleObject(node.value) && isTarget(node)
        ? 'sys-modules'
        : undefined;
    default:
      return undefined;
  }
}

/** `globals()`, `vars()`, `sys.modules[…].__dict__`. */
function isNamespace(node: AnyNode): boolean {
  if (node.type === 'Call') {
    const name = dottedName(node.func);
    return node.args.length === 0
      ? name === 'globals' || name === 'vars'
      : name === 'vars' && isModuleObject(node.args[0]!.value);
  }
  return node.type === 'Attribute' && node.attr.value === '__dict__' && isModuleObject(node.value);
}

/** `sys.modules[…]`. */
function isModuleObject(node: AnyNode): boolean {
  return node.type === 'Subscript' && dottedName(node.value) === 'sys.modules';
}

function isTarget({ parent }: AnyNode): boolean {
  return (
    parent?.type === 'AssignTarget' ||
    parent?.type === 'AugAssign' ||
    parent?.type === 'Del' ||
    parent?.type === 'AnnAssign'
  );
}
