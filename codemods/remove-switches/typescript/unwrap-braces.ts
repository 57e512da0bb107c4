import type { BlockStatement, Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { contentOf, parentsOf, walk } from '@ffsd/typescript';
import { statementsOf } from './guard-statement-start.ts';
import { makeSite } from './make-site.ts';
import { clashesWithSurroundings } from './name-clash.ts';
import { putContent } from './put-content.ts';
import type { Session } from './session.ts';

/**
 * Takes away braces that a fold had to leave because of a name, when the other bearer of the name has gone since.
 *
 * @returns whether any were taken away
 */
export function unwrapBraces(session: Session, path: string): boolean {
  const original = session.historyOf(path).length > 0 ? session.original(path) : undefined;
  const file = session.parse(path);
  if (!file || !original) return false;
  const block = bareBlocks(file).find(
    (one) =>
      !wasBare(original, session.originOf(path, one.start!)) &&
      !clashesWithSurroundings(makeSite(session, file), one, one),
  );
  const content = block && contentOf(file, block);
  if (!block || !content) return false;
  return session.commit({
    key: `braces ${path} ${session.originOf(path, block.start!)}`,
    title: `Unwrap a block of ${path.split('/').at(-1)}, line ${session.lineOf(path, block.start!)}`,
    why: 'The braces only kept a name apart from another of the same name, which is gone.',
    safety: 'safe',
    evidence: [
      {
        kind: 'no-name-clash',
        text: 'no name of the block is declared or used around it',
        place: { path, line: session.lineOf(path, block.start!) },
      },
    ],
    files: [
      {
        kind: 'edit',
        path,
        edits: putContent(makeSite(session, file), block, block, content),
      },
    ],
    // Any of them may have removed the other name.
    dependsOn: session.historyOf(path).map(({ key }) => key),
  });
}

function bareBlocks(file: SourceFile): readonly BlockStatement[] {
  const parents = parentsOf(file);
  const found: BlockStatement[] = [];
  walk(file.tree.program, (node) => {
    const owner: Node | undefined = parents.parent(node);
    // The block that is all of a `case` is how cases are written.
    if (node.type === 'BlockStatement' && owner && owner.type !== 'SwitchCase' && statementsOf(owner)) found.push(node);
  });
  return found;
}

function wasBare(original: SourceFile, offset: number): boolean {
  return bareBlocks(original).some((block) => block.start === offset);
}
