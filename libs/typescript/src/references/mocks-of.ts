import type { Node, StringLiteral } from '@babel/types';
import type { SourceFile } from '../parse.ts';
import { walk } from '../walk.ts';

/** A call that names a module to a test runner. */
export interface Mock {
  readonly source: StringLiteral;
  readonly node: Node;
}

/** `jest.mock('x')`, `vi.importActual('x')` and the like, in source order. */
export function mocksOf(file: SourceFile): readonly Mock[] {
  const mocks: Mock[] = [];
  if (!/\b(?:jest|vi|vitest|td|proxyquire|rewiremock|sinon|mock)\b/.test(file.text)) return mocks;
  walk(file.tree.program, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return;
    const { object, property } = node.callee;
    if (object.type !== 'Identifier' || property.type !== 'Identifier' || !runners.has(object.name)) return;
    let [source] = node.arguments as (Node | undefined)[];
    // vi.mock(import('./x'))
    if (source?.type === 'CallExpression' && source.callee.type === 'Import') source = source.arguments[0];
    if (methods.test(property.name) && source?.type === 'StringLiteral') mocks.push({ source, node });
  });
  return mocks;
}

const runners = new Set(['jest', 'vi', 'vitest', 'td', 'mock', 'rewiremock']);
const methods = /mock|replace|require|import|proxy/i;
