/**
 * What a file is there for, by its path: `test` are tests and stories, which describe other code and keep none alive; `support` are
 * mocks and other files that tests share, which keep none alive either, but are no description of one piece of code.
 *
 * A folder `spec` or `fixtures` says nothing: product code lies in such folders, too.
 */
export function roleOfPath(path: string): 'product' | 'test' | 'support' {
  if (/[.-](?:test|spec|cy|e2e|stories|story|bench)\.(?:[cm]?[jt]sx?|mdx|svelte|vue)$/.test(path)) return 'test';
  if (/(?:^|\/)__tests__\//.test(path) && !/(?:^|\/)(?:__mocks__|__fixtures__|helpers?|utils?)\//.test(path))
    return 'test';
  if (/(?:^|\/)(?:__tests__|__mocks__|__snapshots__|__fixtures__|cypress|playwright|e2e|tests?)\//.test(path))
    return 'support';
  return /[.-](?:mock|mocks|fixture|fixtures)\.[cm]?[jt]sx?$/.test(path) ? 'support' : 'product';
}
