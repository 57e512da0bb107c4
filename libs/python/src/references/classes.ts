import type { Workspace } from '@ffsd/workspace';
import type { AnyNode, ClassDef } from 'libcst-wasm';
import { parsedFile } from '../modules/parsed-file.ts';
import { resolveExpression } from '../modules/resolve-expression.ts';
import type { SourceFile } from '../parse.ts';

/** A class where it is written. */
export interface ClassPlace {
  readonly path: string;
  readonly node: ClassDef;
}

/** How one class stands to another; `unknown` where a base cannot be told. */
export type Relation = 'same' | 'subclass' | 'superclass' | 'unrelated' | 'unknown';

export function relationOf(workspace: Workspace, one: ClassPlace, other: ClassPlace): Relation {
  if (one.node === other.node) return 'same';
  const above = ancestorsOf(workspace, one);
  if (above.classes.some(({ node }) => node === other.node)) return 'subclass';
  const below = ancestorsOf(workspace, other);
  if (below.classes.some(({ node }) => node === one.node)) return 'superclass';
  return above.isOpen || below.isOpen ? 'unknown' : 'unrelated';
}

interface Ancestors {
  readonly classes: readonly ClassPlace[];
  /** A base is computed, or cannot be found. One from outside of the workspace is no reason: it cannot know of a class in it. */
  readonly isOpen: boolean;
}

function ancestorsOf(workspace: Workspace, start: ClassPlace): Ancestors {
  const classes: ClassPlace[] = [];
  const seen = new Set<ClassDef>([start.node]);
  let isOpen = false;
  for (let at: ClassPlace | undefined = start, next = 0; at; at = classes[next++]) {
    const file = parsedFile(workspace, at.path);
    if (!file) continue;
    for (const { value } of at.node.bases) {
      const bases = classesOf(workspace, file, value);
      if (bases === undefined) isOpen = true;
      for (const base of bases ?? []) {
        if (seen.has(base.node)) continue;
        seen.add(base.node);
        classes.push(base);
      }
    }
  }
  return { classes, isOpen };
}

/** The classes that an expression names; none for builtins and those from outside; undefined when nobody knows. */
export function classesOf(
  workspace: Workspace,
  file: SourceFile,
  expression: AnyNode,
): readonly ClassPlace[] | undefined {
  // Generic[T] and Base[int]
  const node = expression.type === 'Subscript' ? expression.value : expression;
  if (node.type !== 'Name' && node.type !== 'Attribute') return undefined;
  const resolution = resolveExpression(workspace, file, node);
  if (!resolution) return node.type === 'Name' && isPlainGlobal(node.value) ? [] : undefined;
  const { definitions, outside, uncertain } = resolution;
  if (definitions.length + outside.length === 0 || uncertain.length > 0) return undefined;
  const places = definitions.map((one) =>
    one.kind === 'name' && one.declaration.type === 'ClassDef' ? { path: one.path, node: one.declaration } : undefined,
  );
  return places.includes(undefined) ? undefined : (places as readonly ClassPlace[]);
}

function isPlainGlobal(name: string): boolean {
  return /^(?:object|type|str|int|float|bool|bytes|dict|list|set|tuple|frozenset|\w*(?:Exception|Error|Warning))$/.test(
    name,
  );
}
