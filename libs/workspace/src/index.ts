/**
 * The files of a workspace as values.
 *
 * @packageDocumentation
 */
export type { Workspace } from './workspace.ts';
