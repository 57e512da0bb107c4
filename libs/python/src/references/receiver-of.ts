import type { Workspace } from '@ffsd/workspace';
import type { AnyNode, ClassDef, Name } from 'libcst-wasm';
import { resolveExpression } from '../modules/resolve-expression.ts';
import type { SourceFile } from '../parse.ts';
import { isReassigned } from '../scopes/binding.ts';
import { scopesOf } from '../scopes.ts';
import { type ClassPlace, classesOf } from './classes.ts';

/**
 * What stands left of the dot: an object or the class itself (`of`: the classes it may be of), the rest of the bases (`super()`), or
 * something that is no object of a class of the workspace.
 */
export type Receiver =
  | { readonly kind: 'object' | 'super'; readonly of: readonly ClassPlace[] }
  | { readonly kind: 'other' }
  | { readonly kind: 'unknown' };

const unknown: Receiver = { kind: 'unknown' };

/** Annotations are believed, and so is a variable that is assigned once. */
export function receiverOf(workspace: Workspace, file: SourceFile, node: AnyNode): Receiver {
  switch (node.type) {
    case 'Name':
      return ofName(workspace, file, node);
    case 'Attribute': {
      const resolution = resolveExpression(workspace, file, node);
      return resolution ? ofClasses(classesOf(workspace, file, node), resolution.definitions) : unknown;
    }
    case 'Call': {
      if (node.func.type === 'Name' && node.func.value === 'super') {
        const own = enclosingClass(node);
        return own ? { kind: 'super', of: [{ path: file.path, node: own }] } : unknown;
      }
      const classes = classesOf(workspace, file, node.func);
      return classes && classes.length > 0 ? { kind: 'object', of: classes } : unknown;
    }
    case 'SimpleString':
    case 'ConcatenatedString':
    case 'FormattedString':
    case 'List':
    case 'Dict':
    case 'Set':
    case 'Tuple':
    case 'Integer':
    case 'Float':
      return { kind: 'other' };
    default:
      return unknown;
  }
}

function ofName(workspace: Workspace, file: SourceFile, node: Name): Receiver {
  const scopes = scopesOf(file);
  const binding = scopes.bindingOf(node);
  const [assignment, ...more] = binding?.assignments ?? [];
  if (!binding && scopes.scope.starImports.length > 0) {
    const resolution = resolveExpression(workspace, file, node);
    return resolution?.uncertain.length === 0
      ? ofClasses(classesOf(workspace, file, node), resolution.definitions)
      : unknown;
  }
  if (!binding || !assignment) return { kind: 'other' };
  if (/^(?:import|class|function)$/.test(binding.kind)) {
    const resolution = resolveExpression(workspace, file, node);
    return ofClasses(classesOf(workspace, file, node), resolution?.definitions ?? []);
  }
  if (more.length > 0 || isReassigned(binding) || !assignment.nameNode) return unknown;
  const { parent } = assignment.nameNode;
  switch (parent?.type) {
    case 'Param': {
      const own = classOfMethod(parent);
      if (own) return { kind: 'object', of: [{ path: file.path, node: own }] };
      return parent.annotation ? ofAnnotation(workspace, file, parent.annotation.annotation) : unknown;
    }
    case 'AnnAssign':
      return ofAnnotation(workspace, file, parent.annotation.annotation);
    case 'AssignTarget': {
      const value = parent.parent?.type === 'Assign' ? parent.parent.value : undefined;
      return value?.type === 'Call' ? receiverOf(workspace, file, value) : unknown;
    }
    default:
      return unknown;
  }
}

function ofClasses(
  classes: readonly ClassPlace[] | undefined,
  definitions: readonly { readonly kind: string }[],
): Receiver {
  if (classes && classes.length > 0) return { kind: 'object', of: classes };
  // A module, or what comes from outside.
  if (definitions.every(({ kind }) => kind === 'module')) return { kind: 'other' };
  return unknown;
}

function ofAnnotation(workspace: Workspace, file: SourceFile, annotation: AnyNode): Receiver {
  if (annotation.type !== 'Name' && annotation.type !== 'Attribute') return unknown;
  const classes = classesOf(workspace, file, annotation);
  return classes && classes.length > 0 ? { kind: 'object', of: classes } : unknown;
}

/** The class whose method has the parameter as its `self` or `cls`. */
function classOfMethod(param: AnyNode): ClassDef | undefined {
  const parameters = param.parent;
  const method = parameters?.parent;
  if (parameters?.type !== 'Parameters' || method?.type !== 'FunctionDef') return undefined;
  const [first] = [...parameters.posonlyParams, ...parameters.params];
  const isStatic = method.decorators.some(
    ({ decorator }) => decorator.type === 'Name' && decorator.value === 'staticmethod',
  );
  const owner = method.parent?.type === 'IndentedBlock' ? method.parent.parent : undefined;
  return first === param && !isStatic && owner?.type === 'ClassDef' ? owner : undefined;
}

/** The class of the method that the node stands in. */
function enclosingClass(node: AnyNode): ClassDef | undefined {
  for (let at: AnyNode | null = node; at; at = at.parent) if (at.type === 'ClassDef') return at;
  return undefined;
}
