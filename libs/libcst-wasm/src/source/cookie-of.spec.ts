import { describe, expect, it } from 'vitest';
import { cookieOf } from './cookie-of.ts';

const cookie = (text: string) => cookieOf(new TextEncoder().encode(text));

describe('cookieOf', () => {
  it.each([
    ['# -*- coding: latin-1 -*-\n', 'latin-1'],
    ['# vim: set fileencoding=koi8-r :\n', 'koi8-r'],
    ['#!/usr/bin/python\n# coding=cp1252\n', 'cp1252'],
    ['\n# coding:utf8', 'utf8'],
    [' \t\f# coding=\t latin_1.x\n', 'latin_1.x'],
    ['#a\r\n# coding: ascii\r\n', 'ascii'],
    // `tokenize.detect_encoding` reads one line here, CPython's own tokenizer two.
    ['#a\r# coding: ascii\r', 'ascii'],
    ['# coding: one coding: two\n# coding: three\n', 'one'],
    ['# é coding: latin-1\n', 'latin-1'],
    ['#coding:latin-1,utf-8\n', 'latin-1'],
    // CPython takes the second `coding`'s own name, and then knows no such encoding.
    ['# coding: coding: latin-1\n', 'coding'],
  ])('finds the name in %j', (text, name) => {
    expect(cookie(text)).toBe(name);
  });

  it.each([
    [''],
    ['x = 1  # coding: latin-1\n'],
    ['x = 1\n# coding: latin-1\n'],
    ['"""\n# coding: latin-1\n"""\n'],
    ['\\\n# coding: latin-1\n'],
    ['#\n#\n# coding: latin-1\n'],
    ['# coding : latin-1\n'],
    ['# coding:\nlatin-1'],
    ['#\n\n# coding: latin-1'],
  ])('finds none in %j', (text) => {
    expect(cookie(text)).toBeNull();
  });
});
