import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** One thing that CPython says of a file. */
export interface PythonFinding {
  readonly kind: 'unparsable' | 'unresolved' | 'unused';
  readonly message: string;
  /** Lines of the declaration of what is unused, from 1; 0 where there is none. */
  readonly line: number;
  readonly end: number;
}

/** Asks `python3`, which shares no code with the codemod. Texts by path; the paths are all that it knows of the project. */
export function pythonFindings(texts: ReadonlyMap<string, string>): readonly PythonFinding[] {
  if (texts.size === 0) return [];
  const input = JSON.stringify(Object.fromEntries(texts));
  const known = answers.get(input);
  if (known) return known;
  const script = fileURLToPath(new URL('./diagnose.py', import.meta.url));
  const { status, stdout, stderr } = spawnSync('python3', ['-W', 'ignore', script], {
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`python3 failed: ${stderr}`);
  const rows = JSON.parse(stdout) as [PythonFinding['kind'], string, number, number][];
  const findings = rows.map(([kind, message, line, end]) => ({ kind, message, line, end }));
  if (answers.size > 50) answers.clear();
  answers.set(input, findings);
  return findings;
}

// The same texts are asked for again and again: those before the changes.
const answers = new Map<string, readonly PythonFinding[]>();
