import type { Block, DjangoFile, Node, Span, Tag } from '@ffsd/templates';
import { blocksIn } from '@ffsd/templates';

/** A place where the template itself gives a name a value. */
export interface Bound extends Span {
  readonly name: string;
  readonly tag: Tag;
}

/** Every name that a tag binds: by `with`, `set`, `for`, `macro`, `import`, and `as` behind any tag. */
export function boundNames(file: DjangoFile): readonly Bound[] {
  return tagsIn(file.nodes).flatMap((tag) => {
    const { start, end } = tag.args;
    const args = file.text.slice(start, end);
    return spansBound(tag.name, args).map((span) => ({
      name: args.slice(span.start, span.end),
      tag,
      start: start + span.start,
      end: start + span.end,
    }));
  });
}

/** All tags that open something or stand alone, in the order of the text. */
export function tagsIn(nodes: readonly Node[]): readonly Tag[] {
  return nodes.flatMap((node): readonly Tag[] => {
    if (node.kind === 'tag') return [node];
    return node.kind === 'block' ? node.branches.flatMap((branch) => [branch.tag, ...tagsIn(branch.nodes)]) : [];
  });
}

/** The innermost block that holds the offset between its tags, with the branch. */
export function blockAround(
  file: DjangoFile,
  offset: number,
): { readonly block: Block; readonly branch: number } | undefined {
  let found: { readonly block: Block; readonly branch: number } | undefined;
  for (const block of blocksIn(file.nodes)) {
    const branch = block.branches.findIndex(({ start, end }) => start <= offset && offset <= end);
    if (branch >= 0) found = { block, branch };
  }
  return found;
}

function spansBound(tag: string, args: string): readonly Span[] {
  const named = (pattern: RegExp, text = args) =>
    [...text.matchAll(pattern)].map((found) => {
      const start = found.index + found[0].length - found[1]!.length;
      return { start, end: start + found[1]!.length };
    });
  switch (tag) {
    case 'with':
      return [...named(/(?:^|[\s,])(\w+)(?=\s*=)/g), ...named(/\sas\s+(\w+)/g)];
    case 'set':
      return words(args.slice(0, /=|$/.exec(args)!.index));
    case 'for':
      return words(args.slice(0, /\sin\s|$/.exec(args)!.index));
    case 'macro':
      return words(args.replace(/=\s*[^,)]*/g, (text) => ' '.repeat(text.length)));
    case 'import':
      return named(/\sas\s+(\w+)/g);
    case 'from': {
      const at = /\simport\s/.exec(args);
      return at
        ? words(args.slice(at.index + 7)).map(({ start, end }) => ({
            start: start + at.index + 7,
            end: end + at.index + 7,
          }))
        : [];
    }
    default:
      // `{% cycle 'a' 'b' as row silent %}`, `{% blocktranslate asvar title %}`
      return named(/(?:^|\s)as(?:var)?\s+(\w+)(?=\s|$)/g, withoutTexts(args));
  }
}

/** `{% translate "Sign in as a guest" %}` binds nothing. */
function withoutTexts(args: string): string {
  return args.replace(/"[^"]*"|'[^']*'/g, (text) => '"'.repeat(text.length));
}

function words(text: string): readonly Span[] {
  return [...text.matchAll(/[A-Za-z_]\w*/g)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
}
