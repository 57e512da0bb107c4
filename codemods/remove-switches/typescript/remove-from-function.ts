import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { isPure, outerSpan, parentsOf, removeListItem, scopesOf } from '@ffsd/typescript';
import type { FunctionUses } from './calls-of.ts';
import type { FunctionNode } from './function-at.ts';
import { isMethod } from './function-at.ts';
import { parameterComment } from './parameter-comment.ts';
import type { FileEdits } from './remove-input.ts';
import { slotOf } from './slot-of.ts';
import { typesOfParameter } from './type-of-props.ts';
import type { UnusedInput } from './unused-inputs.ts';

/** `typesGo`: the annotation went with the parameter, so there is no member to be taken out of it. */
export type FromFunction = { readonly edits: FileEdits; readonly typesGo: boolean } | { readonly because: string };

/** Takes an input out of the function: the parameter, or the property of its pattern. */
export function removeFromFunction(uses: FunctionUses, unused: UnusedInput, whole: boolean): FromFunction {
  const { file, fn } = uses;
  const { input, name } = unused;
  const comment = parameterComment(file, fn, name);
  const done = (edits: readonly Edit[], typesGo: boolean): FromFunction => ({
    edits: new Map([[file.path, [...edits, ...comment, ...staticsOf(uses, name)]]]),
    typesGo,
  });
  const slot = slotOf(fn, input);
  if (!unused.local || slot?.kind !== 'local') return done([], false);
  if (slot.otherwise && !isPure(slot.otherwise as never, file)) return { because: 'its default may have an effect' };
  if (!slot.pattern || !slot.element) return removeParameter(uses, unused, done);
  if (whole && mayLoseParameter(uses, input.index)) return removeParameter(uses, unused, done);
  const { properties } = slot.pattern;
  return done(removeListItem(file, properties, properties.indexOf(slot.element)), false);
}

/** A component of `forwardRef` gets its ref as the second, and what other types say cannot go with the parameter. */
function mayLoseParameter({ file, fn, calls }: FunctionUses, index: number): boolean {
  const isElement = calls.some(({ kind }) => kind !== 'call');
  if (isElement && fn.params.length > 1) return false;
  return typesOfParameter(file, fn, index).every((type) => type !== 'unknown' && type.type === 'TSTypeAnnotation');
}

function removeParameter(
  { file, fn }: FunctionUses,
  { input }: UnusedInput,
  done: (edits: readonly Edit[], typesGo: boolean) => FromFunction,
): FromFunction {
  const shift = fn.params[0]?.type === 'Identifier' && fn.params[0].name === 'this' ? 1 : 0;
  const index = input.index + shift;
  const own = removeAt(file, fn, index);
  const signatures = signaturesOf(file, fn);
  if (!signatures) return { because: 'the type of the function is declared elsewhere' };
  const others: Edit[] = [];
  for (const signature of signatures) {
    const list: readonly Node[] = 'params' in signature ? signature.params : signature.parameters;
    if (!list[index]) continue;
    if (nameOf(list[index]) !== nameOf(fn.params[index]!)) return { because: 'its overloads have other parameters' };
    others.push(...removeListItem(file, list, index));
  }
  return done([...own, ...others], true);
}

function removeAt(file: SourceFile, fn: FunctionNode, index: number): readonly Edit[] {
  const parameter = fn.params[index]!;
  const { start, end } = outerSpan(file, parameter);
  const isBare =
    fn.type === 'ArrowFunctionExpression' && fn.params.length === 1 && start === parameter.start && !opens(file, fn);
  return isBare ? [{ start, end, text: '()' }] : removeListItem(file, fn.params, index);
}

/** `(on) => …`, in contrast to `on => …`. */
function opens({ text }: SourceFile, fn: FunctionNode): boolean {
  return text.slice(fn.start!, fn.params[0]!.start!).includes('(');
}

type Signature = Node & { type: 'TSDeclareFunction' | 'TSFunctionType' };

/** What else lists the parameters: overloads, and the type of the constant that holds the function. */
function signaturesOf(file: SourceFile, fn: FunctionNode): readonly Signature[] | undefined {
  const parents = parentsOf(file);
  if (isMethod(fn)) return [];
  if (fn.type === 'FunctionDeclaration') {
    const names = fn.id ? (scopesOf(file).bindingOf(fn.id)?.declarations ?? []) : [];
    return names.flatMap((name) => {
      const owner = parents.parent(name);
      return owner?.type === 'TSDeclareFunction' ? [owner] : [];
    });
  }
  for (const outer of parents.ancestors(fn)) {
    if (outer.type === 'VariableDeclarator') {
      const annotation = outer.id.type === 'Identifier' ? outer.id.typeAnnotation : undefined;
      if (annotation?.type !== 'TSTypeAnnotation') return [];
      return annotation.typeAnnotation.type === 'TSFunctionType' ? [annotation.typeAnnotation] : undefined;
    }
    // const open = ((on) => …) satisfies Opener
    if (/^TS(?:As|Satisfies)Expression$/.test(outer.type)) return undefined;
    if (/Statement$|Declaration$|Function|Method|^Program$/.test(outer.type)) return [];
  }
  return [];
}

function nameOf(parameter: Node): string | undefined {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  return target.type === 'Identifier' ? target.name : target.type;
}

/** The entries of `Page.propTypes` and `Page.defaultProps`, where they stand in the file of the component. */
function staticsOf({ file, statics }: FunctionUses, name: string): readonly Edit[] {
  return statics.flatMap(({ file: where, assignment }) => {
    const object = assignment.type === 'AssignmentExpression' ? assignment.right : undefined;
    if (where !== file || object?.type !== 'ObjectExpression') return [];
    const index = object.properties.findIndex(
      (one) => one.type === 'ObjectProperty' && !one.computed && one.key.type === 'Identifier' && one.key.name === name,
    );
    return index < 0 ? [] : removeListItem(file, object.properties, index);
  });
}
