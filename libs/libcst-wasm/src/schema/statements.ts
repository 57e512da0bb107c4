import { blockNodes } from './blocks.ts';
import { branchNodes } from './branches.ts';
import { definitionNodes } from './definitions.ts';
import { importNodes } from './imports.ts';
import type { NodeSpec } from './schema.ts';
import { smallStatementNodes } from './small-statements.ts';
import { tryAndWithNodes } from './try-and-with.ts';
import { typeParameterNodes } from './type-parameters.ts';

/** Statements and what stands in them. */
export const statementNodes: readonly NodeSpec[] = [
  ...blockNodes,
  ...smallStatementNodes,
  ...importNodes,
  ...definitionNodes,
  ...branchNodes,
  ...tryAndWithNodes,
  ...typeParameterNodes,
];
