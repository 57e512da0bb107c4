import type { ReadShape, ReturnedValue } from '@ffsd/flags';
import { keyAtRead, returnedValue } from '@ffsd/flags';
import type { AngularExpression } from '@ffsd/templates';
import { InvalidTemplatePatternError, isParsedAngular, parseAngular, withAngularParts } from '@ffsd/templates';

/** A shape with its pattern compiled. */
export interface CompiledShape {
  readonly shape: ReadShape;
  readonly pattern: Pattern;
  readonly returned: ReturnedValue;
}

export type Pattern =
  /** `*featureFlag="$FLAG"`: the element is shown where the flag is on, else what its input `else` names. */
  | { readonly kind: 'directive'; readonly name: string }
  /** `$FLAG | flag`, `$FLAGS.isEnabled($FLAG)` */
  | { readonly kind: 'expression'; readonly expression: AngularExpression };

const compiled = new WeakMap<ReadShape, CompiledShape>();

/** @throws InvalidTemplatePatternError when the pattern is no directive and no expression of a template */
export function compile(shape: ReadShape): CompiledShape {
  const known = compiled.get(shape);
  if (known) return known;
  const fresh = { shape, pattern: patternOf(shape.match), returned: returnedValue(shape.returns) };
  compiled.set(shape, fresh);
  return fresh;
}

function patternOf(match: string): Pattern {
  const directive = /^\*([A-Za-z]\w*)\s*=\s*"\s*\$FLAG\s*(?:;\s*\$\$\$\s*)?"$/.exec(match.trim());
  if (directive) return { kind: 'directive', name: directive[1]! };
  // Only what could be one needs the parser to be loaded.
  const isLike = !/[{}<>@;=]/.test(match) && !/^\s*(?:new|await|async)\b/.test(match);
  const parsed = isLike ? parseAngular('pattern', `{{ ${match} }}`) : undefined;
  const place = parsed && isParsedAngular(parsed) ? parsed.places[0] : undefined;
  if (place?.kind !== 'output' || !place.isExact) throw new InvalidTemplatePatternError(match);
  return { kind: 'expression', expression: place.expression };
}

/** The name in the pattern that says the most: its directive, its pipe, its last member. */
export function wordOfPattern({ pattern }: CompiledShape): string | undefined {
  if (pattern.kind === 'directive') return pattern.name;
  const parts = withAngularParts(pattern.expression);
  const names = parts.flatMap((node) =>
    (node.type === 'pipe' || node.type === 'member' || node.type === 'name') && !node.name.startsWith('$')
      ? [node.name]
      : [],
  );
  return names[0];
}

/** Spellings of the key that a file may contain. */
export function spellingsOf(key: string, shapes: readonly CompiledShape[]): readonly string[] {
  return [...new Set([key, ...shapes.map(({ shape }) => keyAtRead(shape, key))])];
}

/**
 * What stands for `$FLAG` where the expression matches the pattern; undefined where it does not.
 *
 * `$NAME` stands for any expression, and `$$$` for the rest of the arguments.
 */
export function keyMatched(pattern: AngularExpression, node: AngularExpression): AngularExpression | undefined {
  const found: { key?: AngularExpression } = {};
  return matches(pattern, node, found) ? found.key : undefined;
}

function matches(pattern: AngularExpression, node: AngularExpression, found: { key?: AngularExpression }): boolean {
  if (pattern.type === 'name' && /^\$[A-Z]/.test(pattern.name)) {
    if (pattern.name === '$FLAG') found.key = node;
    return true;
  }
  switch (pattern.type) {
    case 'name':
      return node.type === 'name' && node.name === pattern.name;
    case 'literal':
      return node.type === 'literal' && node.value === pattern.value;
    case 'member':
      return node.type === 'member' && node.name === pattern.name && matches(pattern.object, node.object, found);
    case 'call':
      return (
        node.type === 'call' && matches(pattern.callee, node.callee, found) && allMatch(pattern.args, node.args, found)
      );
    case 'pipe':
      return (
        node.type === 'pipe' &&
        node.name === pattern.name &&
        matches(pattern.object, node.object, found) &&
        allMatch(pattern.args, node.args, found)
      );
    case 'item':
      return (
        node.type === 'item' && matches(pattern.object, node.object, found) && matches(pattern.index, node.index, found)
      );
    case 'group':
      return matches(pattern.inner, node, found);
    case 'not':
    case 'logical':
    case 'comparison':
    case 'conditional':
    case 'write':
    case 'other':
      return false;
    default:
      return pattern satisfies never;
  }
}

function allMatch(
  patterns: readonly AngularExpression[],
  nodes: readonly AngularExpression[],
  found: { key?: AngularExpression },
): boolean {
  for (const [index, pattern] of patterns.entries()) {
    if (pattern.type === 'name' && pattern.name.startsWith('$$$')) return true;
    const node = nodes[index];
    if (!node || !matches(pattern, node, found)) return false;
  }
  return nodes.length === patterns.length;
}
