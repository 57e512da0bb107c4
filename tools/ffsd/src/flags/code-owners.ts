import type { Workspace } from '@ffsd/workspace';

/** Who owns a file; empty when nobody is named. */
export type OwnersOf = (path: string) => readonly string[];

/** The owners by the CODEOWNERS file of the workspace, where GitHub, GitLab and Bitbucket look for it. */
export function codeOwners(workspace: Workspace): OwnersOf {
  const text = places.map((path) => workspace.read(path)).find((found) => found !== undefined);
  return text === undefined ? () => [] : ownersIn(text);
}

const places = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', '.bitbucket/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** The last rule that matches decides, also when it names nobody. In GitLab's form every section decides for itself. */
export function ownersIn(text: string): OwnersOf {
  const sections: Rule[][] = [[]];
  let defaults: readonly string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const words = line
      .replace(/(?<!\\)#.*$/, '')
      .trim()
      .split(/(?<!\\)\s+/)
      .filter((word) => word !== '');
    if (words.length === 0) continue;
    // `[Docs][2] @writers` begins a section; `^[Docs]` one whose owners need not agree.
    const section = /^\^?\[[^\]]*\](?:\[\d+\])?(.*)$/.exec(words.join(' '));
    if (section) {
      sections.push([]);
      defaults = section[1]!.trim().split(/\s+/).filter(Boolean);
      continue;
    }
    const [pattern, ...owners] = words;
    sections.at(-1)!.push({ matches: matcher(pattern!), owners: owners.length > 0 ? owners : defaults });
  }
  return (path) => {
    const owners = sections.flatMap((rules) => rules.findLast(({ matches }) => matches.test(path))?.owners ?? []);
    return [...new Set(owners)];
  };
}

interface Rule {
  readonly matches: RegExp;
  readonly owners: readonly string[];
}

/** A pattern of .gitignore, but for one thing: `docs/*` is not what lies in folders below docs. */
function matcher(pattern: string): RegExp {
  const plain = pattern.replace(/\\([ #])/g, '$1');
  const isAnchored = /\/./.test(plain);
  const body = plain
    .replace(/^\/|\/$/g, '')
    .split(/(\*\*\/|\/\*\*|\*+|\?)/)
    .map((part) => wildcards[part] ?? part.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&'))
    .join('');
  const below = plain.endsWith('/') ? '/' : /\/\*$/.test(plain) ? '$' : '(?:/|$)';
  return new RegExp(`${isAnchored ? '^' : '(?:^|/)'}${body}${below}`);
}

const wildcards: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '/**': '/.*',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
};
