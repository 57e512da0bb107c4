import { type AnyNode, type Call, findAll } from 'libcst-wasm';
import { dottedName } from '../dotted-name.ts';
import type { SourceFile } from '../parse.ts';
import { placementOf } from '../placement.ts';
import { scopesOf } from '../scopes.ts';
import { dynamicImport } from './dynamic-import.ts';

/**
 * Why the names of a module cannot all be told from its text:
 *
 * - `module-getattr`: it has a `__getattr__` of its own (PEP 562).
 * - `dynamic-names`: `globals()['x'] = …`, `globals()` or the module itself handed on, `setattr(module, …)`, `exec`,
 *   `@enum.global_enum`.
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
  /\b(?:__getattr__|globals|exec|modules|import_module|__import__|vars|locals|global_\w*enum|_convert_)\b/;

function collect(file: SourceFile): readonly Trick[] {
  const tricks: Trick[] = [];
  for (const { kind, nameNode, node } of scopesOf(file).scope.assignments.get('__getattr__') ?? []) {
    if (kind !== 'declaration') tricks.push({ code: 'module-getattr', node: node ?? nameNode! });
  }
  for (const node of findAll(file.tree, ['Call', 'Subscript', 'Attribute', 'Decorator'])) {
    const code = codeOf(node);
    if (code) tricks.push({ code, node });
  }
  return tricks;
}

function codeOf(node: AnyNode): TrickCode | undefined {
  switch (node.type) {
    case 'Call': {
      const name = dottedName(node.func) ?? '';
      if (name === 'exec' || /(?:^|\.)_convert_$/.test(name)) return 'dynamic-names';
      if (isNamespace(node)) return isRead(node) ? undefined : 'dynamic-names';
      if (/^sys\.modules\.(?:update|setdefault|pop|__setitem__)$/.test(name)) return 'sys-modules';
      const imported = dynamicImport(node);
      return imported && imported.specifier === undefined ? 'dynamic-import' : undefined;
    }
    case 'Subscript':
      if (dottedName(node.value) !== 'sys.modules') return undefined;
      if (isTarget(node)) return 'sys-modules';
      return isOwnModule(node) && node.parent?.type !== 'Attribute' && !isRead(node) ? 'dynamic-names' : undefined;
    case 'Attribute':
      if (!isOwnModule(node.value)) return undefined;
      // sys.modules[__name__].__class__ = …
      if (node.attr.value === '__class__' && isTarget(node)) return 'sys-modules';
      return isTarget(node) || (node.attr.value === '__dict__' && !isRead(node)) ? 'dynamic-names' : undefined;
    case 'Decorator':
      return /(?:^|\.)global_\w*enum$/.test(dottedName(node.decorator) ?? '') ? 'dynamic-names' : undefined;
    default:
      return undefined;
  }
}

/** `globals()`, and `vars()` and `locals()` at the top level, which are the same there. */
function isNamespace({ func, args }: Call): boolean {
  if (func.type !== 'Name' || args.length > 0) return false;
  return func.value === 'globals' || (/^(?:vars|locals)$/.test(func.value) && isTopLevel(func));
}

function isTopLevel(node: AnyNode): boolean {
  const { deferred, inClass } = placementOf(node);
  return !deferred && !inClass;
}

/** `sys.modules[__name__]`. */
function isOwnModule(node: AnyNode): boolean {
  if (node.type !== 'Subscript' || dottedName(node.value) !== 'sys.modules') return false;
  const slice = node.slice[0]?.slice;
  return slice?.type === 'Index' && dottedName(slice.value) === '__name__';
}

/** `globals()['x']`, `globals().get('x')`, `'x' in globals()`, `getattr(sys.modules[__name__], 'x')`: nothing is written. */
function isRead(node: AnyNode): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'Subscript':
      return parent.value !== node || !isTarget(parent);
    case 'Attribute':
      return !isTarget(parent) && !/^(?:update|setdefault|pop|clear|__setitem__)$/.test(parent.attr.value);
    case 'ComparisonTarget':
    case 'For':
    case 'CompFor':
      return true;
    case 'Arg':
      return parent.parent?.type === 'Call' && readers.test(dottedName(parent.parent.func) ?? '');
    default:
      return false;
  }
}

const readers =
  /^(?:getattr|hasattr|len|dict|list|sorted|set|tuple|iter|print|repr|eval|dir)$|(?:^|\.)(?:get_type_hints|getmembers|getmodule|testmod)$/;

function isTarget({ parent }: AnyNode): boolean {
  return /^(?:AssignTarget|AugAssign|Del|AnnAssign)$/.test(parent?.type ?? '');
}
