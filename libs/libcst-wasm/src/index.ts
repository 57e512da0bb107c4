export { Node } from './node.ts';
export { parseModule } from './parse-module.ts';
