/** `source`: code that runs for users; `test`: tests, mocks, stories and snapshots; `other`: documents, styles, lock files, data. */
export type FileKind = 'source' | 'test' | 'other';

export function fileKind(path: string): FileKind {
  if (/(?:^|\/)(?:__tests__|__mocks__|__snapshots__|tests?|test-util|e2e|cypress|fixtures|stories)\//.test(path))
    return 'test';
  if (/[.-](?:test|spec|stories|story|cy|e2e|mock)\.[cm]?[jt]sx?$|\.snap$/.test(path)) return 'test';
  if (/(?:^|\/)(?:test_[^/]*|[^/]*_tests?|conftest|factories)\.pyi?$/.test(path)) return 'test';
  return /\.(?:[cm]?[jt]sx?|py)$/.test(path) && !/(?:^|\/)(?:docs|website)\//.test(path) ? 'source' : 'other';
}
