import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { withoutTypes } from '@ffsd/typescript';
import { guardStatementStart, statementsOf } from './guard-statement-start.ts';
import type { Site } from './site.ts';

/**
 * Takes the name from what gives it its value: `const first = next();` becomes `next();`. The call may have an effect, so it stays, and
 * nothing is left that is declared for nobody.
 *
 * @param identifier the only name of its declaration
 * @returns undefined where the value is no call, or the name stands in another way
 */
export function keepInitializer(site: Site, identifier: Node): readonly Edit[] | undefined {
  const declarator = declaratorOf(site, identifier);
  if (declarator?.type !== 'VariableDeclarator' || !declarator.init) return undefined;
  const declaration = site.parents.parent(declarator);
  if (declaration?.type !== 'VariableDeclaration' || declaration.declarations.length > 1) return undefined;
  if (/using/.test(declaration.kind) || !statementsOf(site.parents.parent(declaration)!)) return undefined;
  const value = withoutTypes(declarator.init);
  if (!/^(?:Optional)?CallExpression$|^NewExpression$|^AwaitExpression$/.test(value.type)) return undefined;
  const { text, tree } = site.file;
  const [start, end] = [declaration.start!, declaration.end!];
  const isInside = (comment: { start?: number | null; end?: number | null }) =>
    (comment.start! >= start && comment.end! <= value.start!) || (comment.start! >= value.end! && comment.end! <= end);
  if (tree.comments?.some(isInside)) return undefined;
  const source = text.slice(value.start!, value.end!);
  // `{}.a()` and `function () {}()` would begin something else.
  if (/^(?:\{|function\b|class\b|async\s+function\b|let\s*\[)/.test(source)) return undefined;
  return [
    { start, end: value.start!, text: guardStatementStart(site, declaration, source) },
    { start: value.end!, end, text: text[end - 1] === ';' ? ';' : '' },
  ].filter((edit) => edit.start < edit.end || edit.text !== '');
}

/** The declarator, as long as the name is all that it declares. To take apart an array asks it for its elements, which a generator notices. */
function declaratorOf(site: Site, identifier: Node): Node | undefined {
  let node: Node | undefined = identifier;
  for (;;) {
    const parent: Node | undefined = site.parents.parent(node);
    if (parent?.type === 'VariableDeclarator') return parent.id === node ? parent : undefined;
    if (parent?.type === 'AssignmentPattern') {
      if (parent.left !== node || !site.isPure(parent.right)) return undefined;
    } else if (parent?.type === 'ObjectProperty') {
      if (parent.value !== node || (parent.computed && !site.isPure(parent.key))) return undefined;
    } else if (parent?.type !== 'ObjectPattern' || parent.properties.length > 1) {
      return undefined;
    }
    node = parent;
  }
}
