import type { Edit } from '@ffsd/edits';
import type { AnyNode, ClassDef, FunctionDef, SourceFile } from '@ffsd/python';
import { docstringOf, findAll, stringValue } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { classOf } from '../constant-of.ts';
import { removal } from '../remove-statement.ts';
import { makeSite } from '../site.ts';
import { isFixture, ownerOf, testsOf } from './test-around.ts';

/** What goes, and its edits. */
export interface CoveredRemoval {
  readonly node: FunctionDef | ClassDef;
  readonly name: string;
  readonly edits: readonly Edit[];
}

/**
 * Removes a test or a class of tests, and a class whose last test goes. Undefined where something else uses it: another test calls it, or
 * another class is made of it.
 */
export function coveredRemoval(
  workspace: Workspace,
  file: SourceFile,
  node: FunctionDef | ClassDef,
): CoveredRemoval | undefined {
  if (isNamed(workspace, file, node)) return undefined;
  const owner = node.type === 'FunctionDef' ? ownerOf(node) : undefined;
  const whole = owner && isOnlyTest(workspace, file, owner) && !isNamed(workspace, file, owner) ? owner : node;
  return { node: whole, name: whole.name.value, edits: removal(makeSite(workspace, file), whole) };
}

/** Whether the name stands somewhere beside its definition. Tests of other classes may have the same name. */
function isNamed(workspace: Workspace, file: SourceFile, { name, type }: FunctionDef | ClassDef): boolean {
  const isUse = (node: AnyNode) => {
    if (node.type === 'SimpleString') return stringValue(node) === name.value;
    const isDefinition = node.parent?.type === 'FunctionDef' || node.parent?.type === 'ClassDef';
    return node.type === 'Name' && node.value === name.value && !(isDefinition && node.parent!.name === node);
  };
  if (findAll(file.tree, ['Name', 'SimpleString']).some(isUse)) return true;
  if (type === 'FunctionDef') return false;
  const word = new RegExp(`(?<!\\w)${name.value}(?!\\w)`);
  return workspace
    .search([name.value])
    .some((path) => path !== file.path && path.endsWith('.py') && word.test(workspace.read(path) ?? ''));
}

/** Whether a class has one test alone, and beside it nothing that anybody else could want. */
function isOnlyTest(workspace: Workspace, file: SourceFile, owner: ClassDef): boolean {
  if (testsOf(owner).length !== 1 || inheritsTests(workspace, file, owner)) return false;
  const documentation = docstringOf(owner.body as never);
  return (owner.body.body as readonly AnyNode[]).every((line) => {
    if (line === documentation) return true;
    if (line.type === 'FunctionDef') return true;
    return (
      line.type === 'SimpleStatementLine' &&
      line.body.every(({ type }) => type === 'Assign' || type === 'AnnAssign' || type === 'Pass')
    );
  });
}

function inheritsTests(workspace: Workspace, file: SourceFile, owner: ClassDef, depth = 0): boolean {
  if (depth > 4) return true;
  return owner.bases.some(({ value }) => {
    const base = classOf(workspace, file, value);
    if (!base) return false;
    const hasTests = findAll(base.node.body, 'FunctionDef').some(
      (one) => /^test/.test(one.name.value) && !isFixture(one),
    );
    return hasTests || inheritsTests(workspace, base.file, base.node, depth + 1);
  });
}
