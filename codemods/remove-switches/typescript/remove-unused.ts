import type { Node } from '@babel/types';
import type { Safety } from '@ffsd/changes';
import type { Binding, SourceFile } from '@ffsd/typescript';
import { parentsOf, scopesOf, walk } from '@ffsd/typescript';
import { bindingAt } from './fold-binding.ts';
import { makeSite } from './make-site.ts';
import { mayDropCall } from './may-drop-call.ts';
import { removeDeclared } from './remove-declared.ts';
import { removeLabel } from './remove-label.ts';
import type { Session } from './session.ts';
import { usersOf } from './users-of.ts';

/**
 * Removes what nothing uses any more because of the changes so far: imports, locals, functions and types of one file.
 *
 * Only what was used before the first change and is not used now. What was unused before is none of this run's business: it may
 * be kept for a reason, and its removal would not belong to the flag.
 *
 * @param droppable names of calls that only exist to reach the flags
 * @returns whether anything was removed
 */
export function removeUnused(session: Session, path: string, droppable: ReadonlySet<string>): boolean {
  const original = session.historyOf(path).length > 0 ? session.original(path) : undefined;
  if (!original) return false;
  let removed = false;
  while (removeNext(session, path, original, droppable) || removeLabel(session, path, original)) removed = true;
  return removed;
}

function removeNext(session: Session, path: string, original: SourceFile, droppable: ReadonlySet<string>): boolean {
  const file = session.parse(path);
  if (!file) return false;
  const site = makeSite(session, file);
  for (const binding of scopesOf(file).bindings()) {
    if (binding.exported || !isUnused(file, binding) || isImplicit(file, binding)) continue;
    const offset = binding.declarations[0]!.start!;
    const then = bindingAt(original, session.originOf(path, offset));
    if (!then || then.name !== binding.name || isUnused(original, then)) continue;
    const edits = removeDeclared(site, { ...binding, references: [] }, (call) => mayDropCall(file, call, droppable));
    if (!edits) {
      noteLeft(session, path, binding, offset);
      continue;
    }
    const users = usersOf(session, path, then);
    const what = describe(file, binding);
    session.commit({
      key: `unused ${path} ${binding.name} ${session.originOf(path, offset)}`,
      title: `Remove ${what.noun} ${binding.name} from ${path.split('/').at(-1)}`,
      why: `Nothing uses ${binding.name} any more once the changes that this one depends on are made.${what.caution}`,
      safety: what.safety,
      evidence: [
        {
          kind: 'no-other-reference',
          text: `${binding.name} has no reference left in this file`,
          place: { path, line: session.lineOf(path, offset) },
        },
      ],
      files: [{ kind: 'edit', path, edits }],
      dependsOn: users,
    });
    return true;
  }
  return false;
}

/** What is unused now and must stay: a call that may have an effect, a parameter, a part of a pattern with a rest. */
function noteLeft(session: Session, path: string, { name, kind }: Binding, offset: number): void {
  const isParameter = kind === 'param' || kind === 'param-property' || kind === 'catch';
  session.keep({
    place: { path, line: session.lineOf(path, offset) },
    code: isParameter ? 'unused-parameter' : 'unused-effect',
    because: isParameter
      ? `nothing uses the parameter ${name} any more, but callers pass it`
      : `nothing uses ${name} any more, but what gives it its value may have an effect`,
  });
}

/** No reference but those within its own declaration, such as the call of a recursive function. */
function isUnused(file: SourceFile, binding: Binding): boolean {
  if (binding.references.length === 0) return true;
  const declaration = ownDeclaration(file, binding);
  if (!declaration) return false;
  return binding.references.every(({ node }) => node.start! >= declaration.start! && node.end! <= declaration.end!);
}

function ownDeclaration(file: SourceFile, { declarations }: Binding): Node | undefined {
  const [name] = declarations;
  if (!name || declarations.length !== 1) return undefined;
  const owner = parentsOf(file).parent(name);
  return owner &&
    /^(?:FunctionDeclaration|ClassDeclaration|TSInterfaceDeclaration|TSTypeAliasDeclaration)$/.test(owner.type)
    ? owner
    : undefined;
}

/** `React` is used by every JSX element where the classic runtime compiles it, and a script shares its top level with others. */
function isImplicit(file: SourceFile, binding: Binding): boolean {
  if (!scopesOf(file).isModule && binding.scope === scopesOf(file).scope) return true;
  if (!/^(?:React|h|jsx|Fragment)$/.test(binding.name)) return false;
  let jsx = false;
  walk(file.tree.program, ({ type }) => {
    jsx ||= type === 'JSXElement' || type === 'JSXFragment';
  });
  return jsx;
}

function describe(file: SourceFile, binding: Binding): { noun: string; safety: Safety; caution: string } {
  switch (binding.kind) {
    case 'import':
    case 'import-type': {
      // TypeScript drops an import that is used as a value nowhere; JavaScript still runs the module.
      const erased = /\.[cm]?tsx?$/.test(file.path);
      return {
        noun: 'the import',
        safety: erased ? 'safe' : 'review',
        caution: erased ? '' : ' In JavaScript an import also runs the module: see that nothing counts on it.',
      };
    }
    case 'function':
      return { noun: 'the function', safety: 'safe', caution: '' };
    case 'class':
      return { noun: 'the class', safety: 'safe', caution: '' };
    case 'interface':
    case 'type':
      return { noun: 'the type', safety: 'safe', caution: '' };
    case 'enum':
      return { noun: 'the enum', safety: 'safe', caution: '' };
    default:
      return { noun: 'the local', safety: 'safe', caution: '' };
  }
}
