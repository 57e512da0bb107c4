import type { AnyNode, Call, FunctionDef, Name, SourceFile } from '@ffsd/python';
import { dottedName, scopesOf } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import type { Callee } from './callee.ts';
import { addConstructorUses } from './constructor-uses.ts';
import { meansOnly } from './means-only.ts';
import { addMethodUses } from './method-uses.ts';
import type { PlacedReference } from './references-of.ts';
import { referencesOf } from './references-of.ts';
import { remembered } from './remembered.ts';

export interface CallPlace {
  readonly path: string;
  readonly file: SourceFile;
  readonly call: Call;
  /** The call itself gives the first parameter, such as `self`. */
  readonly bound: boolean;
  /** It is known to be a call of this function; else it may be one. */
  readonly sure: boolean;
}

/** A place because of which nobody knows all that the function is called with. */
export interface Hindrance {
  readonly path: string;
  readonly offset: number;
  readonly kind:
    | 'value'
    | 'string'
    | 'write'
    | 'decorator'
    /** A class below or beside defines it, too. */
    | 'override'
    /** A class above does. */
    | 'base'
    | 'outside'
    | 'unclear';
  /** The string, where it is one. */
  readonly node?: AnyNode | undefined;
  /** A sentence about the function, without its subject: "is handed on as a value". */
  readonly because: string;
}

/** All that the workspace does with a function. */
export interface Calls {
  readonly calls: readonly CallPlace[];
  readonly hindrances: readonly Hindrance[];
  /** What is taken for granted, in words for a reviewer. */
  readonly doubts: readonly string[];
}

/** What `callsOf` collects. */
export interface CallList {
  addCall(place: CallPlace): void;
  addHindrance(hindrance: Hindrance): void;
  addDoubt(doubt: string): void;
}

/** Every call of a function, a method or a constructor, and what else is done with it. */
export function callsOf(workspace: Workspace, file: SourceFile, callee: Callee): Calls {
  const key = `calls ${callee.path} ${callee.node.start}`;
  return remembered(workspace, key, () => {
    const calls: CallPlace[] = [];
    const hindrances: Hindrance[] = [];
    const doubts = new Set<string>();
    const list: CallList = {
      addCall: (place) => {
        if (!calls.some(({ call }) => call === place.call)) calls.push(place);
      },
      addHindrance: (hindrance) => hindrances.push(hindrance),
      addDoubt: (doubt) => doubts.add(doubt),
    };
    addDecorators(callee.path, callee.node, list);
    switch (callee.kind) {
      case 'function':
        addNameUses(workspace, file, callee.node.name, list);
        break;
      case 'method':
        addMethodUses(workspace, callee, list);
        break;
      case 'constructor':
        addConstructorUses(workspace, callee, list);
        break;
      default:
        callee.kind satisfies never;
    }
    return { calls, hindrances, doubts: [...doubts] };
  });
}

/** All that is done with what a name of the file is bound to: a function, or a lambda. */
export function addNameUses(workspace: Workspace, file: SourceFile, name: Name, list: CallList): void {
  const { path } = file;
  const values = scopesOf(file)
    .bindingOf(name)
    ?.assignments.filter(({ kind }) => kind !== 'declaration');
  for (const { nameNode, node } of values ?? []) {
    const other = nameNode ?? node;
    if (other === name || !other || (node && 'name' in node && node.name === name)) continue;
    list.addHindrance({ path, offset: other.start, kind: 'write', because: 'is bound to something else, too' });
  }
  const references = referencesOf(workspace, file, name);
  if (!references) {
    list.addHindrance({
      path,
      offset: name.start,
      kind: 'unclear',
      because: 'is reached in ways that nobody can tell',
    });
  }
  for (const reference of references ?? []) addNameUse(workspace, reference, path, list);
}

function addNameUse(workspace: Workspace, reference: PlacedReference, definedIn: string, list: CallList): void {
  const { path, offset, node, file, kind } = reference;
  switch (kind) {
    case 'import':
    case 'export':
      return;
    case 'call':
    case 'read': {
      const used = node && usedExpression(node);
      const call = used && callOf(used);
      if (call && file) {
        list.addCall({ path, file, call, bound: false, sure: meansOnly(workspace, file, used, definedIn) });
      } else if (!used || !isHarmless(used)) {
        list.addHindrance({ path, offset, kind: 'value', because: 'is handed on as a value' });
      }
      return;
    }
    case 'write':
    case 'delete':
      list.addHindrance({ path, offset, kind: 'write', because: 'is bound to something else, too' });
      return;
    case 'string':
      list.addHindrance({ path, offset, kind: 'string', node, because: 'is named by a string' });
      return;
    case 'textual': {
      const call = node && callOf(usedExpression(node));
      if (call && file) list.addCall({ path, file, call, bound: false, sure: false });
      else list.addHindrance({ path, offset, kind: 'unclear', because: 'may be used here' });
      return;
    }
    case 'type':
    case 'override':
      list.addHindrance({ path, offset, kind: 'unclear', because: 'is used in a way that is not known' });
      return;
    default:
      kind satisfies never;
  }
}

/** `module.name` of the `name` in it. */
export function usedExpression(node: AnyNode): AnyNode {
  const { parent } = node;
  return parent?.type === 'Attribute' && parent.attr === node ? parent : node;
}

/** The call of which the expression is the function. */
export function callOf(node: AnyNode): Call | undefined {
  return node.parent?.type === 'Call' && node.parent.func === node ? node.parent : undefined;
}

/** `f.cache_clear()`, `f.__name__` */
function isHarmless({ parent }: AnyNode): boolean {
  return (
    parent?.type === 'Attribute' &&
    /^(?:cache_clear|cache_info|__name__|__qualname__|__doc__|__module__)$/.test(parent.attr.value)
  );
}

/** Decorators that give the function what it is called with, and nothing else. */
function addDecorators(path: string, { decorators }: FunctionDef, list: CallList): void {
  for (const { decorator, start } of decorators) {
    const name = dottedName(decorator.type === 'Call' ? decorator.func : decorator) ?? 'a decorator';
    if (transparent.test(name)) continue;
    list.addHindrance({ path, offset: start, kind: 'decorator', because: `is handed to @${name}` });
  }
}

const transparent =
  /(?:^|\.)(?:staticmethod|classmethod|lru_cache|cache|contextmanager|asynccontextmanager|override|final|atomic)$/;
