/** Whether a file belongs to a package that was installed, and to somebody else. */
export function isInstalled(path: string): boolean {
  return /(?:^|\/)(?:site-packages|dist-packages|node_modules|\.?venv|\.tox|\.nox)\//.test(path);
}
