import type { Edit } from '@ffsd/edits';
import { inOrder, lineStart, nextLine } from '@ffsd/edits';
import type { AnyNode, Decorator, SourceFile, Statement } from '@ffsd/python';
import { findAll, removeListItem, scopesOf, unwrapBlock } from '@ffsd/python';
import { removal } from '../remove-statement.ts';
import type { Session } from '../session.ts';
import { makeSite } from '../site.ts';
import type { Replacement } from './replaced-readers.ts';
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
      return inOrder([...removal(makeSite(session, file), standing.node), ...withoutTool(file, standing.node)]);
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

/** The same for what replaces a reader: the parameter that gets the mock goes along, and what is said of it. */
export function replacementRemoval(
  session: Session,
  file: SourceFile,
  { parameter, statements }: Replacement,
  standing: Standing,
): readonly Edit[] | undefined {
  const own = setUpRemoval(session, file, standing);
  const parts = [
    ...(parameter ? [removeListItem(file, parameter)] : []),
    ...statements.map((one) => removal(makeSite(session, file), one as Statement)),
  ];
  return own && !parts.includes(undefined) ? inOrder([...own, ...parts.flatMap((one) => one ?? [])]) : undefined;
}

/** `monkeypatch`, `mocker` and `settings` do nothing by being asked for: a test that does not use them any more need not ask. */
function withoutTool(file: SourceFile, statement: AnyNode): readonly Edit[] {
  const [name] = findAll(statement, 'Name').filter(({ value }) => /^(?:monkeypatch|mocker|settings)$/.test(value));
  const binding = name && scopesOf(file).bindingOf(name);
  const parameter = binding?.kind === 'parameter' ? binding.declarations[0]?.parent : undefined;
  const isLast = binding?.references.every(({ node }) => statement.start <= node.start && node.end <= statement.end);
  return isLast && parameter?.type === 'Param' ? (removeListItem(file, parameter) ?? []) : [];
}
