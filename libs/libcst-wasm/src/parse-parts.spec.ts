import { describe, expect, it } from 'vitest';
import { ParserSyntaxError } from './errors/parser-syntax-error.ts';
import { parseExpression } from './parse-expression.ts';
import { parseModule } from './parse-module.ts';
import { parseStatement } from './parse-statement.ts';

describe('parseStatement', () => {
  it.each([
    ['x = 1', 'SimpleStatementLine', 'x = 1'],
    ['x = 1\n', 'SimpleStatementLine', 'x = 1\n'],
    ['x; y  # c', 'SimpleStatementLine', 'x; y  # c'],
    ['# a\n\nx = 1\n', 'SimpleStatementLine', '# a\n\nx = 1\n'],
    ['if x:\n\ty', 'If', 'if x:\n\ty'],
    ['def f():\n  pass\n  # c\n', 'FunctionDef', 'def f():\n  pass\n  # c\n'],
    ['@d\nclass A: pass\r\n', 'ClassDef', '@d\nclass A: pass\r\n'],
    // As LibCST, white space that no node would own is dropped.
    ['x = 1\n\n \n', 'SimpleStatementLine', 'x = 1\n'],
    ['if x:\n y\n\n', 'If', 'if x:\n y\n'],
  ])('takes %j', (source, type, code) => {
    const statement = parseStatement(source);
    expect({ type: statement.type, code: statement.code, parent: statement.parent }).toEqual({
      type,
      code,
      parent: null,
    });
  });

  it.each([[''], ['\n'], [' x'], ['x\ny'], ['x = 1\n# c\n'], ['def f():\n  pass\n# c\n'], ['else: pass']])(
    'refuses %j',
    (source) => {
      expect(() => parseStatement(source)).toThrowError(ParserSyntaxError);
    },
  );

  it('has a place', () => {
    const statement = parseStatement('# c\nx = 1\n');
    expect([statement.fullStart, statement.start, statement.end, statement.fullEnd]).toEqual([0, 4, 9, 10]);
  });
});

describe('parseExpression', () => {
  it.each([
    ['x', 'Name', 'x'],
    ['( x )', 'Name', '( x )'],
    ['a, b', 'Tuple', 'a, b'],
    ['[\n  1,  # one\n]', 'List', '[\n  1,  # one\n]'],
    ['(y := f(x))', 'NamedExpr', '(y := f(x))'],
    ['await x', 'Await', 'await x'],
    ['x \n', 'Name', 'x'],
  ])('takes %j', (source, type, code) => {
    const { type: found, code: text } = parseExpression(source);
    expect([found, text]).toEqual([type, code]);
  });

  it.each([[''], [' x'], ['\nx'], ['# c\nx'], ['x = 1'], ['x # c'], ['x; y'], ['pass'], ['x\ny']])(
    'refuses %j',
    (source) => {
      expect(() => parseExpression(source)).toThrowError(ParserSyntaxError);
    },
  );
});

describe('what the text does not say', () => {
  it('comes from the caller', () => {
    const module = parseModule('x = 1', { defaultIndent: '\t', defaultNewline: '\r\n' });
    expect([module.defaultIndent, module.defaultNewline]).toEqual(['\t', '\r\n']);
    const block = parseStatement('if x:\n  y\n');
    expect(module.with({ body: [block] }).code).toBe('if x:\r\n\ty');
  });

  it('is not asked of the caller where the text says it', () => {
    const text = 'if x:\n  y\n';
    const module = parseModule(text, { defaultIndent: '\t', defaultNewline: '\r\n' });
    expect([module.defaultIndent, module.defaultNewline, module.code]).toEqual(['  ', '\n', text]);
  });

  it('is what Python people use', () => {
    const { defaultIndent, defaultNewline, encoding } = parseModule('x');
    expect([defaultIndent, defaultNewline, encoding]).toEqual(['    ', '\n', 'utf-8']);
  });
});
