import type { AnyNode, ClassDef, FunctionDef, SourceFile } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { classOf } from '../constant-of.ts';
import { isSole } from './sole-fixture.ts';
import type { Standing } from './standing.ts';
import { ownerOf } from './test-around.ts';

/**
 * The `setUp` that a set-up is all of, and that can go with it. A class above it with one of its own would set up more without this
 * one in its way.
 */
export function emptiedSetUp(
  workspace: Workspace,
  file: SourceFile,
  around: FunctionDef | undefined,
  standing: Standing,
): FunctionDef | undefined {
  const owner = around && ownerOf(around);
  if (!around || !owner || around.decorators.length > 0 || !isSole(around, standing)) return undefined;
  const name = around.name.value;
  if (!/^(?:setUp|asyncSetUp|setup_method)$/.test(name)) return undefined;
  return inherits(workspace, file, owner, name) ? undefined : around;
}

function inherits(workspace: Workspace, file: SourceFile, owner: ClassDef, name: string, depth = 0): boolean {
  if (depth > 4) return true;
  return owner.bases.some(({ value }) => {
    const base = classOf(workspace, file, value);
    if (!base) return false;
    const lines = base.node.body.body as readonly AnyNode[];
    const has = lines.some((line) => line.type === 'FunctionDef' && line.name.value === name);
    return has || inherits(workspace, base.file, base.node, name, depth + 1);
  });
}
