import type { Node } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { indentOf, lineBreakOf, lineStart } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { parentsOf, scopesOf } from '@ffsd/typescript';
import { statementsOf } from './guard-statement-start.ts';

/**
 * Leaves `var size;` in the place of a statement that goes, where its `var size = 2` declares a name for the rest of the function.
 *
 * ```text
 * if (off) { var size = 2; }
 * return size;                  =>     return size;      // oops! there is no size
 * ```
 *
 * @param names those that the edits leave without a declaration
 * @returns undefined when one of them is no such name
 */
export function keepVars(
  file: SourceFile,
  edits: readonly Edit[],
  names: readonly string[],
): readonly Edit[] | undefined {
  const kept = new Map<Edit, { anchor: Node; ids: Node[] }>();
  for (const name of names) {
    const found = lostVar(file, edits, name);
    if (!found) return undefined;
    const { edit, anchor, id } = found;
    const others = kept.get(edit)?.ids ?? [];
    kept.set(edit, { anchor, ids: [...others, id] });
  }
  return edits.map((edit) => {
    const one = kept.get(edit);
    return one ? declareInstead(file, edit, one.anchor, one.ids) : edit;
  });
}

/**
 * The names of the function whose declarations all go while a use of them stays. A name of the same spelling around the
 * function would hide that something is missing.
 */
export function lostVars(file: SourceFile, edits: readonly Edit[]): readonly string[] {
  const covering = ({ start, end }: Node) => edits.find((edit) => edit.start <= start! && end! <= edit.end);
  return scopesOf(file)
    .bindings()
    .filter(({ kind, declarations, references, name }) => {
      if (kind !== 'var' || references.every(({ node }) => covering(node))) return false;
      // An edit that writes the name may be one that moves its declaration.
      return declarations.every((one) => covering(one) && !covering(one)!.text.includes(name));
    })
    .map(({ name }) => name);
}

function lostVar(file: SourceFile, edits: readonly Edit[], name: string) {
  const lost = scopesOf(file)
    .bindings()
    .filter((binding) => binding.name === name && binding.kind === 'var')
    .flatMap(({ declarations }) => {
      const gone = declarations.every(({ start, end }) =>
        edits.some((edit) => edit.start <= start! && end! <= edit.end),
      );
      return gone ? declarations.slice(0, 1) : [];
    });
  const [id] = lost;
  // Two functions may have lost a name each.
  if (!id || lost.length > 1) return undefined;
  const touching = (node: Node) => edits.find(({ start, end }) => start <= node.start! && node.start! <= end);
  const parents = parentsOf(file);
  const anchor = [...parents.ancestors(id)]
    .filter((node) => statementsOf(parents.parent(node) ?? node)?.includes(node as never) && touching(node))
    .at(-1);
  return anchor && { id, anchor, edit: touching(anchor)! };
}

function declareInstead({ text }: SourceFile, edit: Edit, anchor: Node, ids: readonly Node[]): Edit {
  const declaration = `var ${ids.map(({ start, end }) => text.slice(start!, end!)).join(', ')};`;
  const line = lineBreakOf(text);
  const indent = indentOf(text, anchor.start!);
  // The last line of a file goes with the line break before it, others with the one behind.
  if (/[\r\n]/.test(text[edit.start] ?? '') && edit.start < anchor.start!) {
    return { ...edit, text: line + indent + declaration + edit.text };
  }
  return edit.start === lineStart(text, edit.start) && edit.start < anchor.start!
    ? { ...edit, text: indent + declaration + line + edit.text }
    : { ...edit, text: declaration + line + indent + edit.text };
}
