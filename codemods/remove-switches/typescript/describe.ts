import type { Evidence, Safety } from '@ffsd/changes';
import type { SourceFile } from '@ffsd/typescript';
import type { FoundRead } from './find-reads.ts';
import type { SettledFlag } from './remove-flag.ts';
import type { Flow } from './site.ts';

/** What a reviewer reads above the diff of one read. */
export function describeFold(
  file: SourceFile,
  read: FoundRead,
  flag: SettledFlag,
  line: number,
  assumptions: readonly string[],
): { title: string; why: string; safety: Safety; evidence: readonly Evidence[] } {
  const source = file.text.slice(read.node.start!, read.node.end!).replace(/\s+/g, ' ').slice(0, 120);
  const value = JSON.stringify(flag.value);
  const name = file.path.split('/').at(-1)!;
  const evidence: Evidence[] = [{ kind: 'flag-read', text: source, place: { path: file.path, line } }];
  if (read.shape.source && read.shape.source !== 'user') {
    evidence.push({ kind: 'vocabulary', text: `read as described by ${read.shape.source}` });
  }
  // `client?.isEnabled('x')` gave undefined while there was no client.
  const optional = read.node.type === 'OptionalCallExpression' || read.node.type === 'OptionalMemberExpression';
  const inverted = read.shape.negate ? ', and this read yields the opposite' : '';
  const doubts = [...assumptions];
  if (optional)
    doubts.push(`the read gave undefined while its object was missing, and is ${value} then, too, from now on`);
  return {
    title: `Fold ${flag.key} to ${value} in ${name}, line ${line}`,
    why: `${flag.key} is ${value} from now on${inverted}, so what depends on ${source} is decided.${doubts.map((doubt) => ` See that ${doubt}.`).join('')}`,
    safety: doubts.length > 0 ? 'review' : 'safe',
    evidence,
  };
}

/** Why a value that goes on to another place is not followed. */
export function describeFlow({ kind, receiver }: Flow, { key }: { readonly key: string }): string {
  switch (kind) {
    case 'returned-value':
      return `the function returns the constant that ${key} became; its callers are not folded`;
    case 'passed-value':
      return `the constant that ${key} became is passed to ${receiver}, which is not folded`;
    case 'stored-value':
      return `the constant that ${key} became is stored in ${receiver}, which is not folded`;
    case 'exported-value':
      return `${receiver} is exported and now always the constant that ${key} became; its importers are not folded`;
    case 'reassigned':
      return `${receiver} is assigned again, so it is not always the constant that ${key} became`;
    case 'read-early':
      return `${receiver} is a var that may be read before its line gives it the constant that ${key} became`;
    case 'dynamic-scope':
      return `eval or with may use ${receiver} where nothing shows it, so its declaration stays`;
    case 'hoisted-var':
      return `nothing reaches this any more, but "${receiver}" declares a name for the whole function`;
    default:
      return kind satisfies never;
  }
}
