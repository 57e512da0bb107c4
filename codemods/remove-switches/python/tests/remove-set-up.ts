import type { Edit } from '@ffsd/edits';
import type { AnyNode, Decorator, SourceFile, Statement } from '@ffsd/python';
import { lineStart, nextLine, removeListItem, unwrapBlock } from '@ffsd/python';
import { removal } from '../remove-statement.ts';
import type { Session } from '../session.ts';
import { makeSite } from '../site.ts';
import type { Standing } from './standing.ts';

/** The edits that take a set-up out and leave what stood under it; undefined where it cannot go by itself. */
export function setUpRemoval(session: Session, file: SourceFile, standing: Standing): readonly Edit[] | undefined {
  switch (standing.kind) {
    case 'decorator':
      return [withoutDecorator(file, standing.node)];
    case 'with':
      return standing.alone
        ? unwrapBlock(file, standing.statement as Statement, standing.statement.body)
        : removeListItem(file, standing.item);
    case 'statement':
      return removal(makeSite(session, file), standing.node);
    case 'entry':
      return removeListItem(file, standing.node);
    case 'result':
    case 'used':
      return undefined;
    default:
      return standing satisfies never;
  }
}

/** Its lines, with the comment behind it. */
export function withoutDecorator({ text }: SourceFile, { start, end }: Decorator): Edit {
  return { start: lineStart(text, start), end: nextLine(text, end), text: '' };
}

/** The statement that a node stands in or is. */
export function statementAround(node: AnyNode): Statement | undefined {
  for (let at: AnyNode | null = node; at; at = at.parent) {
    if (/^(?:SimpleStatementLine|FunctionDef|ClassDef|With|If|For|While|Try|Match)$/.test(at.type))
      return at as Statement;
    if (at.parent?.type === 'SimpleStatementLine') return at as Statement;
  }
  return undefined;
}
