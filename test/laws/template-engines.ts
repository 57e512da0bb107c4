import { spawnSync } from 'node:child_process';
import { python } from '../corpus/python.ts';

/** The template languages that the `python3` on PATH can render. A line says which it cannot: what is compared there is only the syntax. */
export const templateEngines: ReadonlySet<'django' | 'jinja'> = found();

function found(): ReadonlySet<'django' | 'jinja'> {
  const engines = new Set<'django' | 'jinja'>();
  if (python === null) return engines;
  for (const [engine, module] of [
    ['django', 'django'],
    ['jinja', 'jinja2'],
  ] as const) {
    if (spawnSync('python3', ['-c', `import ${module}`]).status === 0) engines.add(engine);
    else console.warn(`Skipped: templates of ${engine} are not rendered, because python3 has no ${module}.`);
  }
  return engines;
}
