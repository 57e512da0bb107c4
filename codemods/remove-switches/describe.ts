import type { Evidence, Safety } from '@ffsd/changes';
import type { ReadShape } from '@ffsd/flags';
import type { Flow } from './fold-result.ts';
import type { SettledFlag } from './language.ts';
import { vocabularyEvidence } from './vocabulary-evidence.ts';

/** One read, as a reader of the report sees it. */
export interface DescribedRead {
  readonly path: string;
  /** Counted from 1, in the text before the first change. */
  readonly line: number;
  /** The code of the read. */
  readonly code: string;
  readonly shape: ReadShape;
  /** What was assumed, in words. */
  readonly assumptions: readonly string[];
}

/** What a reviewer reads above the diff of one read. */
export function describeFold(
  { path, line, code, shape, assumptions }: DescribedRead,
  flag: SettledFlag,
): { title: string; why: string; safety: Safety; evidence: readonly Evidence[] } {
  const source = code.replace(/\s+/g, ' ').slice(0, 120);
  const value = JSON.stringify(flag.value);
  const name = path.split('/').at(-1)!;
  const evidence: Evidence[] = [{ kind: 'flag-read', text: source, place: { path, line } }];
  if (shape.source && shape.source !== 'user') {
    evidence.push(vocabularyEvidence(shape.source));
  }
  const inverted = shape.negate ? ', and this read yields the opposite' : '';
  return {
    title: `Fold ${flag.key} to ${value} in ${name}, line ${line}`,
    why: `${flag.key} is ${value} from now on${inverted}, so what depends on ${source} is decided.${assumptions.map((doubt) => ` See that ${doubt}.`).join('')}`,
    safety: assumptions.length > 0 ? 'review' : 'safe',
    evidence,
  };
}

/** Why a value that goes on to another place is not followed. */
export function describeFlow({ kind, receiver }: Flow, { key }: { readonly key: string }, path: string): string {
  const isPython = /\.pyi?$/.test(path);
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
      return `${receiver} ${isPython ? 'may' : 'is a var that may'} be read before its line gives it the constant that ${key} became`;
    case 'dynamic-scope':
      return `${isPython ? 'exec, eval or locals()' : 'eval or with'} may use ${receiver} where nothing shows it, so its declaration stays`;
    case 'hoisted-var':
      return `nothing reaches this any more, but "${receiver}" declares a name for the whole function`;
    case 'unfolded-use':
      return `a use of ${receiver} cannot be folded, so it keeps the constant that ${key} became`;
    case 'generator':
      return `nothing reaches "${receiver}" any more, but it holds the only yield of its function`;
    default:
      return kind satisfies never;
  }
}
