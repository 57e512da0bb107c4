import type { AnyNode, ClassDef, ClassPlace, SourceFile } from '@ffsd/python';
import { classesOf, dottedName, parsedFile, resolveExpression } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { referencesOf } from './references-of.ts';
import { remembered } from './remembered.ts';

/** Whose members an object of a class may have beside those that the class gives it. */
export interface ClassFamily {
  readonly owner: ClassPlace;
  /** What it inherits from. */
  readonly above: readonly ClassPlace[];
  /** What inherits from it. */
  readonly below: readonly ClassPlace[];
  /** What the classes below inherit from, too: a method of a mixin sees objects of the class as `self`. */
  readonly beside: readonly ClassPlace[];
  /** In words: bases that are not in the workspace, metaclasses, decorators, and places where the class goes by another name. */
  readonly outside: readonly string[];
  /** Those of them that come in by the classes below: one may come before the class itself. */
  readonly outsideBelow: readonly string[];
}

export function familyOf(workspace: Workspace, owner: ClassPlace): ClassFamily {
  return remembered(workspace, `family ${owner.path} ${owner.node.start}`, () => makeFamily(workspace, owner));
}

function makeFamily(workspace: Workspace, owner: ClassPlace): ClassFamily {
  const outside = new Set<string>();
  const above = upwards(workspace, [owner], outside);
  const below = downwards(workspace, owner, outside);
  const outsideBelow = new Set<string>();
  const beside = upwards(workspace, below, outsideBelow, [owner, ...above]);
  return { owner, above, below, beside, outside: [...outside, ...outsideBelow], outsideBelow: [...outsideBelow] };
}

/** All members of the family, the owner first. */
export function membersOf({ owner, above, below, beside }: ClassFamily): readonly ClassPlace[] {
  return [owner, ...above, ...below, ...beside];
}

/** The classes of the workspace that a class inherits from, the nearest first. */
export function ancestorsOf(workspace: Workspace, owner: ClassPlace): readonly ClassPlace[] {
  return remembered(workspace, `above ${owner.path} ${owner.node.start}`, () => upwards(workspace, [owner], new Set()));
}

/** @param known classes that were looked at already */
function upwards(
  workspace: Workspace,
  start: readonly ClassPlace[],
  outside: Set<string>,
  known: readonly ClassPlace[] = [],
): readonly ClassPlace[] {
  const seen = new Map([...known, ...start].map((one) => [one.node, one]));
  const waiting = [...start];
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    const file = parsedFile(workspace, at.path);
    if (!file) continue;
    for (const base of basesOf(workspace, file, at.node, outside)) {
      if (seen.has(base.node)) continue;
      seen.set(base.node, base);
      waiting.push(base);
    }
  }
  return [...seen.values()].slice(known.length + start.length);
}

function downwards(workspace: Workspace, owner: ClassPlace, outside: Set<string>): readonly ClassPlace[] {
  const seen = new Map([[owner.node, owner]]);
  const waiting = [owner];
  for (let at = waiting.shift(); at; at = waiting.shift()) {
    const file = parsedFile(workspace, at.path);
    const references = file && referencesOf(workspace, file, at.node.name);
    if (!references) outside.add(`what inherits from ${at.node.name.value}`);
    for (const { path, node, kind } of references ?? []) {
      const place = node && derivedFrom(node);
      if (place && !seen.has(place)) {
        const found = { path, node: place };
        seen.set(place, found);
        waiting.push(found);
      }
      // `Base = Page` and `class Other(Base)`: a class by another name.
      if (kind === 'write' || (node && isRenamed(node))) outside.add(`the other name of ${at.node.name.value}`);
    }
  }
  return [...seen.values()].slice(1);
}

/** The class of which the expression that ends in the node is a base. */
function derivedFrom(node: AnyNode): ClassDef | undefined {
  let at = node;
  if (at.parent?.type === 'Attribute' && at.parent.attr === at) at = at.parent;
  // Page[int]
  if (at.parent?.type === 'Subscript' && at.parent.value === at) at = at.parent;
  const argument = at.parent;
  const owner = argument?.type === 'Arg' ? argument.parent : undefined;
  return owner?.type === 'ClassDef' && owner.bases.includes(argument as never) ? owner : undefined;
}

function isRenamed(node: AnyNode): boolean {
  const at = node.parent?.type === 'Attribute' && node.parent.attr === node ? node.parent : node;
  const { parent } = at;
  return (
    (parent?.type === 'Assign' || parent?.type === 'AnnAssign' || parent?.type === 'NamedExpr') && parent.value === at
  );
}

function basesOf(
  workspace: Workspace,
  file: SourceFile,
  { bases, keywords, decorators }: ClassDef,
  outside: Set<string>,
): readonly ClassPlace[] {
  for (const { decorator } of decorators) {
    const name = dottedName(decorator.type === 'Call' ? decorator.func : decorator) ?? '?';
    if (!/(?:^|\.)(?:dataclass|final|runtime_checkable|total_ordering)$/.test(name)) outside.add(`@${name}`);
  }
  for (const { keyword, value } of keywords) {
    if (!/(?:^|\.)ABCMeta$/.test(dottedName(value) ?? '')) outside.add(`${keyword?.value ?? '**'} of the class`);
  }
  return bases.flatMap(({ value, star }) => {
    const node = value.type === 'Subscript' ? value.value : value;
    const name = dottedName(node) ?? file.text.slice(node.start, node.end);
    const classes = star === '' ? classesOf(workspace, file, value) : undefined;
    if (classes && classes.length > 0) return classes;
    if (!isPlain(workspace, file, node, name)) outside.add(name);
    return [];
  });
}

/** Bases of Python that neither set nor call anything of what inherits from them. */
function isPlain(workspace: Workspace, file: SourceFile, node: AnyNode, name: string): boolean {
  const resolution = resolveExpression(workspace, file, node);
  if (!resolution) return name === 'object';
  const origins = resolution.outside.map(({ module, name: member }) => `${module}.${member}`);
  return (
    origins.length > 0 &&
    origins.every((one) => /^(?:abc\.ABC|typing(?:_extensions)?\.(?:Generic|Protocol))$/.test(one))
  );
}
