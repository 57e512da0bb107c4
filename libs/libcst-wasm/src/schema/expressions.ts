import { collectionNodes } from './collections.ts';
import { comprehensionNodes } from './comprehensions.ts';
import { literalNodes } from './literals.ts';
import { operationNodes } from './operations.ts';
import { parameterNodes } from './parameters.ts';
import type { NodeSpec } from './schema.ts';

/** Expressions and what stands in them. */
export const expressionNodes: readonly NodeSpec[] = [
  ...literalNodes,
  ...operationNodes,
  ...parameterNodes,
  ...collectionNodes,
  ...comprehensionNodes,
];
