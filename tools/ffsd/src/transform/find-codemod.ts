import type { Codemod } from '@ffsd/codemod';

/** The codemod that a module exports under any name; undefined when it exports none. */
export function findCodemod(module: Readonly<Record<string, unknown>>): Codemod | undefined {
  return [module, ...Object.values(module)].find(isCodemod);
}

function isCodemod(value: unknown): value is Codemod {
  if (value === null || typeof value !== 'object') return false;
  const { name, summary, options, plan } = value as Partial<Codemod>;
  return (
    typeof plan === 'function' && typeof name === 'string' && typeof summary === 'string' && typeof options === 'object'
  );
}
