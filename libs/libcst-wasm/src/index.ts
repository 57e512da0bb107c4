export * from './generated/nodes.ts';
export { Node } from './node.ts';
export { parseModule } from './parse-module.ts';
