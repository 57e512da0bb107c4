/**
 * The files of a workspace as values.
 *
 * A codemod sees the world only through {@link Workspace}: which files there are, their texts, and which of them contain a string.
 * Three adapters give it: {@link memoryWorkspace} for tests, {@link diskWorkspace} for the command line, {@link treeWorkspace} for
 * Nx. One contract test holds them to the same answers. None of them writes; that is the journal's trade.
 *
 * @packageDocumentation
 */
export { decodeText } from './decode-text.ts';
export { diskWorkspace } from './disk-workspace.ts';
export type { Limits } from './editable.ts';
export { editable } from './editable.ts';
export { git } from './git-files.ts';
export type { WorkspaceOptions } from './memory-workspace.ts';
export { memoryWorkspace } from './memory-workspace.ts';
export type { Project } from './projects.ts';
export { projectFinder, projects } from './projects.ts';
export type { NxTree } from './tree-workspace.ts';
export { treeWorkspace } from './tree-workspace.ts';
export type { Workspace } from './workspace.ts';
