import { describe, expect, it } from 'vitest';
import { DetachedNodeError } from '../../errors/detached-node-error.ts';
import { findAll } from '../../find-all.ts';
import { type AnyNode, Name } from '../../generated/nodes.ts';
import { parseExpression } from '../../parse-expression.ts';
import { parseModule } from '../../parse-module.ts';
import { ForeignNodeError } from './foreign-node-error.ts';
import { scopesOf } from './scopes-of.ts';

const source = `@d
def f(p: a = b) -> r:
    x = [e for t in i if c]
class C(B):
    y = 1
`;

describe('scopesOf', () => {
  it('gives the same scopes each time', () => {
    const module = parseModule(source);
    expect(scopesOf(module)).toBe(scopesOf(module));
    expect(scopesOf(module).module).toBe(module);
  });

  it('says where a node is evaluated', () => {
    const module = parseModule(source);
    const scopes = scopesOf(module);
    const where = Object.fromEntries(
      (findAll(module, 'Name') as readonly Name[]).map((node) => [node.value, scopes.scopeOf(node).kind]),
    );
    expect(where).toEqual({
      d: 'global',
      f: 'global',
      p: 'function',
      a: 'global',
      b: 'global',
      r: 'global',
      x: 'function',
      e: 'comprehension',
      t: 'comprehension',
      i: 'function',
      c: 'comprehension',
      C: 'global',
      B: 'global',
      y: 'class',
    });
  });

  it('says which scope a node makes', () => {
    const module = parseModule(source);
    const scopes = scopesOf(module);
    const [definition] = module.body;
    expect(scopes.scopeMadeBy(module)).toBe(scopes.global);
    expect(scopes.scopeMadeBy(definition!)!.kind).toBe('function');
    expect(scopes.scopeMadeBy(definition!)!.node).toBe(definition);
    expect(scopes.scopeOf(definition!)).toBe(scopes.global);
    expect(scopes.scopeMadeBy(definition!.children()[0]!)).toBeNull();
    expect(scopes.all.map(({ kind }) => kind)).toEqual(['global', 'function', 'comprehension', 'class']);
    expect(scopes.global.children.map(({ kind }) => kind)).toEqual(['function', 'class']);
    expect(scopes.global.parent).toBe(scopes.builtin);
    expect(scopes.builtin.parent).toBeNull();
  });

  it('finds the access and the assignment of a node', () => {
    const module = parseModule('import a.b as c\nc\nx += 1\ndef f(): pass');
    const scopes = scopesOf(module);
    const at = (offset: number): AnyNode => findAll(module, 'Name').find((node) => node.start === offset)!;
    const [assignment] = scopes.global.assignments.get('c')!;
    const read = scopes.accessOf(at(16))!;
    expect(read.referents).toEqual([assignment]);
    expect(assignment!.references).toEqual([read]);
    expect(scopes.assignmentOf(at(14))).toBe(assignment);
    expect(scopes.assignmentOf(at(7).parent!)).toBe(assignment);
    expect(scopes.assignmentOf(at(7).parent!.parent!)).toBe(assignment);
    expect(scopes.accessOf(at(7))).toBeNull();
    expect(scopes.accessOf(at(18))!.name).toBe('x');
    expect(scopes.assignmentOf(at(18))!.kind).toBe('augmented');
    expect(scopes.assignmentOf(module.body[3]!)!.name).toBe('f');
    expect(scopes.assignmentOf(module)).toBeNull();
  });

  it('answers for nodes of string annotations and for white space of no length', () => {
    const module = parseModule('x: "A[[b for b in c]]"\nf()');
    const scopes = scopesOf(module);
    const inString = scopes.all.flatMap(({ accesses }) => accesses).find(({ name }) => name === 'b')!;
    expect(scopes.scopeOf(inString.node).kind).toBe('comprehension');
    expect(scopes.accessOf(inString.node)).toBe(inString);
    const [call] = findAll(module, 'Call') as readonly (AnyNode & { readonly type: 'Call' })[];
    expect(scopes.scopeOf(call!.whitespaceBeforeArgs)).toBe(scopes.global);
    expect(scopes.accessOf(call!.whitespaceBeforeArgs)).toBeNull();
  });

  it('looks names up', () => {
    const scopes = scopesOf(parseModule('x = 1\ndef f():\n  y = 2\n  x = 3'));
    const [, f] = scopes.all;
    expect(f!.lookup('x').map(({ nameNode }) => nameNode!.start)).toEqual([25]);
    expect(f!.lookup('f').map(({ kind }) => kind)).toEqual(['function']);
    expect(f!.lookup('len').map(({ kind }) => kind)).toEqual(['builtin']);
    expect(f!.lookup('z')).toEqual([]);
    expect(f!.scopeOfName('y')).toBe(f);
    expect(f!.scopeOfName('f')).toBe(scopes.global);
    expect(f!.scopeOfName('__file__')).toBe(scopes.builtin);
    expect(f!.scopeOfName('z')).toBeNull();
  });

  it('refuses nodes that are not of the module', () => {
    const scopes = scopesOf(parseModule('x'));
    expect(() => scopes.scopeOf(parseModule('x').body[0]!)).toThrow(ForeignNodeError);
    expect(() => scopes.scopeOf(parseExpression('x'))).toThrow(ForeignNodeError);
    expect(() => scopes.scopeOf(Name.create({ value: 'x' }))).toThrow(DetachedNodeError);
    expect(() => scopesOf(parseModule('x').with({ header: [] }))).toThrow(DetachedNodeError);
  });

  it('has a reference for each referent, and the other way round', () => {
    const { all, builtin } = scopesOf(parseModule(`${source}class D:\n  len = len\n  del len\n  len\n  z: D\n`));
    const pairs = all.flatMap(({ accesses }) =>
      accesses.flatMap((access) => access.referents.map((referent) => [access, referent] as const)),
    );
    for (const [access, referent] of pairs) expect(referent.references).toContain(access);
    const assignments = [builtin, ...all].flatMap((scope) => [...scope.assignments.values()].flat());
    expect(assignments.reduce((sum, { references }) => sum + references.length, 0)).toBe(pairs.length);
    expect(pairs.length).toBeGreaterThan(3);
  });

  it('goes through deep trees and long files', () => {
    const deep = `x = ${Array.from({ length: 1_000 }, () => 'x').join(' + ')}\n`;
    const long = 'y = f(y)\n'.repeat(2_000);
    const { global } = scopesOf(parseModule(`${deep}y = 0\n${long}`));
    expect(global.accesses).toHaveLength(1_000 + 4_000);
    expect(global.assignments.get('y')).toHaveLength(2_001);
    expect(global.assignments.get('y')!.at(-2)!.references).toHaveLength(1);
  });
});
