import type { ReadShape, ReturnedValue } from '@ffsd/flags';
import { keyAtRead, returnedValue } from '@ffsd/flags';
import type { Expression, Pattern } from '@ffsd/templates';
import { compileTemplatePattern, templateMetavariable, withParts } from '@ffsd/templates';

/** A shape with its pattern compiled. */
export interface CompiledShape {
  readonly shape: ReadShape;
  readonly pattern: Pattern;
  readonly returned: ReturnedValue;
}

const compiled = new WeakMap<ReadShape, CompiledShape>();

/** @throws InvalidTemplatePatternError when the pattern is no expression and no tag of a template */
export function compile(shape: ReadShape): CompiledShape {
  const known = compiled.get(shape);
  if (known) return known;
  const fresh = { shape, pattern: compileTemplatePattern(shape.match), returned: returnedValue(shape.returns) };
  compiled.set(shape, fresh);
  return fresh;
}

/** The name in the pattern that says the most: its tag, its function, its last member. */
export function wordOf({ pattern }: CompiledShape): string | undefined {
  if (pattern.kind === 'tag') return pattern.name;
  const words = withParts(pattern.expression).flatMap((node): readonly string[] => {
    if (node.type === 'member' && !node.property.startsWith('$')) return [node.property];
    return node.type === 'name' && templateMetavariable(node) === undefined && !node.name.startsWith('$$$')
      ? [node.name]
      : [];
  });
  return words[0];
}

/** Spellings of the key that a file may contain. */
export function spellingsOf(key: string, shapes: readonly CompiledShape[]): readonly string[] {
  return [...new Set([key, ...shapes.map(({ shape }) => keyAtRead(shape, key))])];
}

/** The name at which the pattern begins, when it is none for any expression. */
export function rootOf(expression: Expression): string | undefined {
  let node = expression;
  while (node.type === 'member' || node.type === 'item' || node.type === 'call' || node.type === 'filter') {
    node = node.type === 'call' ? node.callee : node.object;
  }
  return node.type === 'name' && templateMetavariable(node) === undefined ? node.name : undefined;
}
