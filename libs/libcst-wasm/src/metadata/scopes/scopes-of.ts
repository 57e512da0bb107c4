import type { Module } from '../../generated/nodes.ts';
import { analysisFor } from './analysis.ts';
import type { Scopes } from './scope.ts';

/**
 * The scopes of a module. They are found when they are first asked for, and kept as long as the module is.
 *
 * @throws DetachedNodeError for a module that was built.
 */
export function scopesOf(module: Module): Scopes {
  return analysisFor(module);
}
