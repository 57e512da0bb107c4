import type { Node } from '@babel/types';
import { withoutTypes } from '@ffsd/typescript';
import { computesOnly } from './computes-only.ts';
import { isHookOfReaders } from './hooks-of-readers.ts';
import { mayDropCall } from './may-drop-call.ts';
import type { Session } from './session.ts';
import type { Site } from './site.ts';

/** Whether what gives an unused name its value may go with the name. */
export interface DroppableValue {
  drops(value: Node): boolean;
  /** What a reviewer has to know of it, as a sentence. */
  readonly cautions: readonly string[];
  /** The drafts that made it so. */
  readonly grounds: readonly string[];
}

export function droppableValue(session: Session, site: Site, droppable: ReadonlySet<string>): DroppableValue {
  const { file } = site;
  const cautions: string[] = [];
  const grounds: string[] = [];
  return {
    cautions,
    grounds,
    drops(value) {
      if (mayDropCall(file, value, droppable)) return true;
      const node = objectOf(value);
      const visited: string[] = [];
      const computes = computesOnly(session, file, node, droppable, (target) => {
        visited.push(...session.touching(target.file.path, target.fn.start!, target.fn.end!));
      });
      if (computes) {
        grounds.push(...visited);
        return true;
      }
      const isOfReaders = isHookOfReaders(session, file, node, droppable);
      if (!isOfReaders && !site.mayDrop(node)) return false;
      const code = file.text.slice(node.start!, node.end!).replaceAll(/\s+/g, ' ');
      const reason = isOfReaders ? 'which the readers of flags call, too' : 'which is taken to have no effect';
      cautions.push(` See that nothing is lost with ${code}, ${reason}.`);
      return true;
    },
  };
}

/** `useConfig()` of `useConfig().limits`. */
function objectOf(value: Node): Node {
  const node = withoutTypes(value);
  const isMember = node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression';
  return isMember && !node.computed ? objectOf(node.object) : node;
}
