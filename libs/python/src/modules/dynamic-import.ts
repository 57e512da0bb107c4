import type { Call, Name } from 'libcst-wasm';
import { dottedName } from '../dotted-name.ts';
import { stringValue } from '../string-value.ts';

/** A call that imports a module by its name as a string. */
export interface DynamicImport {
  /** Undefined when it is no literal: then any module may be meant. */
  readonly specifier: string | undefined;
  /** The module that the call gives: of `__import__('a.b')` that is `a`. */
  readonly module: string | undefined;
  /** The variable that the module is assigned to right there. */
  readonly local: Name | undefined;
}

/** `importlib.import_module('a.b')`, `import_module('.a', __package__)`, `__import__('a')`; undefined for any other call. */
export function dynamicImport(call: Call): DynamicImport | undefined {
  const name = dottedName(call.func) ?? '';
  if (!/(?:^|\.)(?:import_module|__import__)$/.test(name)) return undefined;
  const specifier = specifierOf(call);
  const module = name.endsWith('__import__') && call.args.length === 1 ? specifier?.split('.', 1)[0] : specifier;
  return { specifier, module, local: assignedTo(call) };
}

function specifierOf({ args }: Call): string | undefined {
  const [first, second] = args;
  if (first?.star !== '' || (first.keyword && first.keyword.value !== 'name')) return undefined;
  const specifier = stringValue(first.value);
  if (specifier === undefined || !/^\.*[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(specifier))
    return undefined;
  if (!specifier.startsWith('.')) return specifier;
  const base = second && (dottedName(second.value) ?? stringValue(second.value));
  if (base === undefined) return undefined;
  if (base === '__package__' || base === '__name__' || base === '__spec__.parent') return specifier;
  // A package that is named by a string: one dot is the package itself.
  return /^[\w.]+$/.test(base) && /^\.[^.]/.test(specifier) && stringValue(second!.value)
    ? base + specifier
    : undefined;
}

function assignedTo(call: Call): Name | undefined {
  const { parent } = call;
  if (parent?.type !== 'Assign' || parent.targets.length !== 1) return undefined;
  const { target } = parent.targets[0]!;
  return target.type === 'Name' ? target : undefined;
}
