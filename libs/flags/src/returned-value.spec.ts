import { describe, expect, it } from 'vitest';
import { InvalidReadError } from './invalid-read-error.ts';
import { returnedValue } from './returned-value.ts';

describe('returnedValue', () => {
  it.each([
    [undefined, 'value', [], 'attribute'],
    ['value', 'value', [], 'attribute'],
    ['promise', 'promise', [], 'attribute'],
    ['object:.value', 'value', ['value'], 'attribute'],
    ['object:.a.b', 'value', ['a', 'b'], 'attribute'],
    ['object:["name"]', 'value', ['name'], 'item'],
    ['promise-object:.value', 'promise', ['value'], 'attribute'],
    ['promise-object:["the name"]', 'promise', ['the name'], 'item'],
    ['tuple:0', 'value', ['0'], 'index'],
    ['tuple:01', 'value', ['1'], 'index'],
  ])('understands %s', (returns, wrap, path, access) => {
    expect(returnedValue(returns)).toEqual({ wrap, path, access });
  });

  it.each([
    '',
    'Promise',
    'object',
    'object:value',
    'object:.',
    'object:.a.',
    'tuple:',
    'tuple:x',
    'object:.a-b',
    'object:[""]',
    'object:[0]',
  ])('refuses %s', (returns) => expect(() => returnedValue(returns)).toThrow(InvalidReadError));
});
