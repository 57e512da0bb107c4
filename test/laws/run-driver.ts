import vm from 'node:vm';
import type { CaseFile, Texts } from '@ffsd/cases';
import { bundle } from './bundle.ts';
import { runInPython } from './python-host.ts';
import { Fragment, h, render } from './render.ts';
import { show } from './show.ts';

/** What can be seen of a program from outside. */
export interface Behaviour {
  /** The arguments of each call of `log`, as they were at that time. */
  readonly trace: readonly string[];
  /**
   * `returned …`, `threw …`, or `pending` when a promise was never settled. Of Python: `ended`, `raised …` or `stopped …` when it did not
   * end.
   */
  readonly end: string;
}

/**
 * Runs a driver and what it imports. Its default export is called, and awaited.
 *
 * A case may use these globals: `isEnabled(key)` and `flags[key]`, which give the value of the flag and false for every other;
 * `log(...values)`; `render(view)`, which makes text of JSX. `import { show } from 'page'` gives what a component of one file shows.
 *
 * A driver in Python is a script. Its globals are `is_enabled(key)`, `flags[key]` and `log(*values)`.
 */
export async function runDriver(
  texts: Texts,
  driver: CaseFile,
  { flag, value }: { readonly flag?: unknown; readonly value?: unknown },
): Promise<Behaviour> {
  if (driver.path.endsWith('.py')) return runInPython(texts, driver, { flag, value });
  return runScript(`${await bundle(texts, driver)}\nreturn driver.default();`, {
    isEnabled: (key: unknown) => (key === flag && flag !== undefined ? value : false),
    flags: typeof flag === 'string' ? { [flag]: value } : {},
  });
}

/** Runs the body of a function, which may be left with `return`, in a realm of its own; at most two seconds. */
export function runScript(body: string, globals: Readonly<Record<string, unknown>>): Behaviour {
  const trace: string[] = [];
  let end = 'pending';
  const context = vm.createContext(
    {
      ...globals,
      h,
      Fragment,
      render,
      log: (...values: unknown[]) => void trace.push(values.map(show).join(' ')),
      returned: (result: unknown) => {
        end = `returned ${show(result)}`;
      },
      threw: (error: unknown) => {
        end = `threw ${show(error)}`;
      },
    },
    // Promises are settled before runInContext returns, so the time limit holds for them, too.
    { microtaskMode: 'afterEvaluate' },
  );
  try {
    vm.runInContext(
      // A function of this realm given to `then` would wait for the queue of this realm, so each gets one around it.
      `{ const host = log; globalThis.log = (...values) => host(...values); }
      (async () => {${body}\n})().then((result) => returned(result), (error) => threw(error));`,
      context,
      { timeout: 2000 },
    );
  } catch (error) {
    end = `threw ${show(error)}`;
  }
  return { trace, end };
}
