import { pythonFindings } from './python-findings.ts';

/** As `finishRemoval`, for Python: whole lines of the imports and assignments that lost their last use by the person's own work. */
export function finishPythonRemoval(path: string, before: string, after: string): string {
  const unusedBefore = new Set(unusedIn(path, before).map(({ message }) => message));
  let text = after;
  for (let round = 0; round < 20; round++) {
    const last = unusedIn(path, text)
      .filter(({ message }) => !unusedBefore.has(message))
      .sort((one, other) => other.line - one.line)[0];
    if (!last) return text;
    const lines = text.split('\n');
    text = [...lines.slice(0, last.line - 1), ...lines.slice(last.end)].join('\n');
  }
  return text;
}

function unusedIn(path: string, text: string) {
  return pythonFindings(new Map([[path, text]])).filter(({ kind }) => kind === 'unused');
}
