/**
 * Whether a file is a test, or only serves tests: a fixture, a mock, a story.
 *
 * Told by the path alone, because frameworks find their tests by it.
 */
export function isTestPath(path: string): boolean {
  return (
    /(?:^|\/)(?:__tests__|__mocks__|tests?|testing|e2e|cypress|specs?)\//.test(path) ||
    /[.-](?:test|spec|e2e|cy|stories)\.[cm]?[jt]sx?$/.test(path) ||
    /(?:^|\/)(?:test_[^/]*|[^/]*_tests?|conftest|tests)\.pyi?$/.test(path)
  );
}
