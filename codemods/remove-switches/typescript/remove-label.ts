import type { Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { walk } from '@ffsd/typescript';
import { usersOf } from '../users-of.ts';
import type { Session } from './session.ts';

/**
 * Removes a label that no jump names any more because of the changes so far.
 *
 * @returns whether one was removed
 */
export function removeLabel(session: Session, path: string, original: SourceFile): boolean {
  const file = session.parse(path);
  if (!file) return false;
  for (const label of labelsOf(file)) {
    if (jumpsTo(label).length > 0) continue;
    const then = labelsOf(original).find(({ start }) => start === session.originOf(path, label.start!));
    const jumps = then ? jumpsTo(then) : [];
    if (jumps.length === 0) continue;
    const { name } = label.label;
    const line = session.lineOf(path, label.start!);
    return session.commit({
      key: `label ${path} ${name} ${then!.start}`,
      title: `Remove the label ${name} from ${path.split('/').at(-1)}`,
      why: `No break or continue names ${name} any more.`,
      safety: 'safe',
      evidence: [{ kind: 'no-other-reference', text: `no jump to ${name} is left`, place: { path, line } }],
      files: [{ kind: 'edit', path, edits: [{ start: label.start!, end: label.body.start!, text: '' }] }],
      dependsOn: usersOf(
        session,
        path,
        jumps.map(({ start }) => start!),
      ),
    });
  }
  return false;
}

type Label = Node & { type: 'LabeledStatement' };

function labelsOf(file: SourceFile): readonly Label[] {
  const labels: Label[] = [];
  walk(file.tree.program, (node) => {
    if (node.type === 'LabeledStatement') labels.push(node);
  });
  return labels;
}

function jumpsTo({ label, body }: Label): readonly Node[] {
  const jumps: Node[] = [];
  walk(body, (node) => {
    const jump = node.type === 'BreakStatement' || node.type === 'ContinueStatement';
    if (jump && node.label?.name === label.name) jumps.push(node);
  });
  return jumps;
}
