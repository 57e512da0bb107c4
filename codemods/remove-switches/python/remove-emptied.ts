import type { SourceFile } from '@ffsd/python';
import { importersOf, importsOf, isCode, parsedFile, resolveModule } from '@ffsd/python';
import { isTestPath } from '../test-path.ts';
import { isPackage } from './is-published.ts';
import type { Session } from './session.ts';

/**
 * Deletes modules that the changes so far have left without a statement, when no file imports them any more.
 *
 * @returns whether any was deleted
 */
export function removeEmptied(session: Session): boolean {
  for (const path of session.changed()) {
    if (!isCode(path) || isPackage(path) || isTestPath(path) || !session.isEditable(path)) continue;
    const file = parsedFile(session, path);
    const original = session.original(path);
    if (!file || !original || !isEmpty(file) || isEmpty(original)) continue;
    const importers = importersOf(session.base, path).filter((one) => one !== path);
    // What nobody imported before is started or loaded in some other way. Who has its name in a text only may not have meant it.
    if (!importers.some((one) => imports(session, session.original(one), path))) continue;
    if (importers.some((one) => stillNames(session, one, path))) continue;
    const done = session.commit({
      key: `emptied ${path}`,
      title: `Delete ${path.split('/').at(-1)}, which is empty now`,
      why: `Nothing is left in ${path}, and no file imports it any more once the changes that this one depends on are made.`,
      safety: 'review',
      evidence: [{ kind: 'no-importer', text: `no file imports ${path}`, place: { path, line: 1 } }],
      files: [{ kind: 'delete', path }],
      dependsOn: importers.flatMap((one) => session.historyOf(one).map(({ key }) => key)),
    });
    if (done) return true;
  }
  return false;
}

/** Without a statement, and without a comment that says something of its own. */
function isEmpty({ tree, text }: SourceFile): boolean {
  return tree.body.length === 0 && text.trim() === '';
}

function stillNames(session: Session, from: string, path: string): boolean {
  const text = session.read(from);
  if (text === undefined) return false;
  const file = isCode(from) ? parsedFile(session, from) : undefined;
  const parts = path.replace(/\.pyi?$/, '').split('/');
  const dotted = parts.slice(-2).join('.');
  if (!file || text.includes(`${dotted}'`) || text.includes(`${dotted}"`)) return true;
  return imports(session, file, path);
}

function imports(session: Session, file: SourceFile | undefined, path: string): boolean {
  const stem = path
    .replace(/\.pyi?$/, '')
    .split('/')
    .at(-1)!;
  return (file ? importsOf(file) : []).some(({ specifier, names }) => {
    const found = resolveModule(session.base, file!.path, specifier);
    const isModule = found.kind === 'unresolved' ? found.candidates.includes(path) : found.path === path;
    return isModule || names.some(({ imported }) => imported === stem) || specifier.endsWith(`.${stem}`);
  });
}
