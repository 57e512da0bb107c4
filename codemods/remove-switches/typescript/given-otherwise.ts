import type { SourceFile } from '@ffsd/typescript';
import { parentsOf } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { calleeOf } from './callee-of.ts';
import type { Call } from './calls-of.ts';

/**
 * Whether an element may get other props than those that are written there: `cloneElement(child, { compact: false })` in the component
 * around it, or `wrapper.setProps({ compact: false })` in a test.
 */
export function isGivenOtherwise(workspace: Workspace, { file, node, kind }: Call): boolean {
  if (kind === 'call') return false;
  if (/\bcloneElement\b|\.setProps\(/.test(file.text)) return true;
  const around = componentAround(workspace, file, node);
  return around?.text.includes('cloneElement') ?? false;
}

/** The file of the component whose child or prop the element is. */
function componentAround(workspace: Workspace, file: SourceFile, element: Call['node']): SourceFile | undefined {
  let own = true;
  for (const outer of parentsOf(file).ancestors(element)) {
    if (outer.type !== 'JSXElement') continue;
    if (own) {
      own = false;
      continue;
    }
    const { name } = outer.openingElement;
    return name.type === 'JSXIdentifier' && /^[a-z]/.test(name.name)
      ? undefined
      : calleeOf(workspace, file, name)?.file;
  }
  return undefined;
}
