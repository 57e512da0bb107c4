import { lineStart, lineTable } from '@ffsd/edits';
import type { Constant } from '@ffsd/fold';
import { isTruthy } from '@ffsd/fold';
import type { AnyNode, Arg, SourceFile } from '@ffsd/python';
import { rejoin, removeListItem, stringValue } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import type { KeptCode } from '../kept-code.ts';
import type { PlannedRead } from '../planned-read.ts';
import type { PlacedDecorator } from './decorator-read.ts';
import { decoratorsNamed, lastName } from './decorator-read.ts';
import type { FoundRead } from './find-reads.ts';

type Decorator = AnyNode & { readonly type: 'Decorator' };

/** `@flag_required('x')` goes when the flag is on; when it is off, what stands below it never runs, and that is more than a line. */
export function planDecorator(file: SourceFile, { effects }: FoundRead, node: Decorator, value: Constant): PlannedRead {
  if (effects.length > 0)
    return kept('impure-argument', 'an argument of the decorator has an effect that would be lost');
  if (!isTruthy(value, 'python')) return guarded('the decorator');
  const edits = [{ start: lineStart(file.text, node.start), end: node.fullEnd, text: '' }];
  return { kind: 'edits', edits, births: [], flows: [], assumptions: [] };
}

/** `feature_flag='x'` among the arguments of `@view_config(…)`. */
export function planKeyword(
  workspace: Workspace,
  file: SourceFile,
  node: Decorator,
  argument: Arg,
  value: Constant,
): PlannedRead {
  const keyword = argument.keyword!.value;
  if (!isTruthy(value, 'python')) return guarded(`${keyword} of the decorator`);
  const others = registeredToo(workspace, file, node, argument);
  const twin = others.find(({ isSame }) => isSame);
  if (twin) {
    return kept(
      'same-registration',
      `without ${keyword} this would be registered with the same arguments as ${twin.at}, which has lost its use`,
    );
  }
  const edits = removeListItem(file, argument);
  if (!edits) return kept('would-break', 'the keyword cannot be taken out of the decorator');
  return {
    kind: 'edits',
    edits: rejoin(file, edits),
    births: [],
    flows: [],
    assumptions: others.map(({ at, shared }) => `${at} is registered with ${shared}, too, and may now be meant first`),
  };
}

function guarded(what: string): PlannedRead {
  return kept('guarded-definition', `${what} never lets through what stands below it, which has lost its use`);
}

interface Registered {
  /** `views.py:12`. */
  readonly at: string;
  /** The argument that says what both are registered for. */
  readonly shared: string;
  /** All arguments are the same, and the framework would have to choose. */
  readonly isSame: boolean;
}

/** The other definitions that a decorator of the name registers for the same route, path or name. */
function registeredToo(workspace: Workspace, file: SourceFile, node: Decorator, argument: Arg): readonly Registered[] {
  const name = lastName(node.decorator);
  const own = argumentsOf({ file, node }, argument);
  const main = [...own].find(([key, source]) => isMain(key, source));
  if (name === undefined || !main) return [];
  return decoratorsNamed(workspace, file, name).flatMap((other) => {
    if (other.node.start === node.start && other.file === file) return [];
    const theirs = argumentsOf(other);
    const [key, source] = main;
    if (theirs.get(key) !== source) return [];
    const isSame = theirs.size === own.size && [...own].every(([one, text]) => theirs.get(one) === text);
    const line = lineTable(other.file.text).lineOf(other.node.start);
    return [{ at: `${other.file.path}:${line}`, shared: `${key}=${source}`, isSame }];
  });
}

/** What a definition is registered for: its route, path, url or name, or the text that is the first argument. */
function isMain(key: string, source: string): boolean {
  if (key === '0') return /^\w*['"]/.test(source);
  return /route|path|url|rule|pattern|^name$/.test(key);
}

function argumentsOf({ file, node }: PlacedDecorator, but?: Arg): ReadonlyMap<string, string> {
  const { decorator } = node;
  const args = decorator.type === 'Call' ? decorator.args : [];
  return new Map(
    args
      .filter((one) => one !== but)
      .map((one, index) => {
        const text = stringValue(one.value);
        const source = text === undefined ? file.text.slice(one.value.start, one.value.end) : JSON.stringify(text);
        return [one.keyword?.value ?? String(index), source.replace(/\s+/g, ' ')];
      }),
  );
}

function kept(code: KeptCode, because: string): PlannedRead {
  return { kind: 'kept', code, because };
}
