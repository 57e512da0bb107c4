import { describe, expect, it } from 'vitest';
import { commentsWithin, endWithComment, endWithFooter, startWithComments } from './comments.ts';
import { parsed } from './find-in.ts';

describe('startWithComments', () => {
  it.each([
    ['# why\nx\n', '# why\nx'],
    ['# why\n# how\nx\n', '# why\n# how\nx'],
    ['# part\n\n# why\nx\n', '# why\nx'],
    ['if a:\n    b\n    # end\nx\n', 'x'],
    ['if a:\n# left\n    x\n', '# left\n    x'],
    ['a  # of a\nx\n', 'x'],
    ['a; x\n', 'x'],
    ['#!/bin/python\nx\n', 'x'],
    ['# -*- coding: utf-8 -*-\nx\n', 'x'],
    ['# vim: set ts=4:\nx\n', 'x'],
    ['# Copyright 2020 Somebody\n# of x\nx\n', '# of x\nx'],
    ['# SPDX-License-Identifier: MIT\nx\n', 'x'],
    ['# mypy: ignore-errors\nx\n', 'x'],
    ['# pylint: disable=all\nx\n', 'x'],
    ['# fmt: off\nx\n', 'x'],
    ['# region one\nx\n', 'x'],
    ['# %%\nx\n', 'x'],
    ['# ------\nx\n', 'x'],
    ['# encodings are hard\nx\n', '# encodings are hard\nx'],
    ['\ufeff# why\nx\n', '# why\nx'],
    ['"""\n# text"""\nx\n', 'x'],
  ])('of x in %j is %j', (text, own) => {
    const start = startWithComments(parsed(text), text.lastIndexOf('x'));
    expect(text.slice(start, text.lastIndexOf('x') + 1)).toBe(own);
  });
});

it.each([
  ['x  # why\ny\n', 'x  # why'],
  ['x\n# why\n', 'x'],
  ['x + y  # why\n', 'x'],
])('the comment behind x in %j ends at %j', (text, own) => {
  expect(text.slice(0, endWithComment(parsed(text), 1))).toBe(own);
});

it.each([
  ['if x:\n  y\n  # a\n\n # b\n# c\nz\n', 'if x:\n  y\n  # a\n\n # b'],
  ['if x:\n  y\n\n\nz\n', 'if x:\n  y'],
  ['if x:\n  y\n  # a', 'if x:\n  y\n  # a'],
])('the block of %j ends at %j', (text, own) => {
  expect(text.slice(0, endWithFooter(parsed(text), text.indexOf('y') + 1, ''))).toBe(own);
});

it('finds the comments of a part of a file', () => {
  const text = '# a\nx  # b\ny  # c\n';
  expect(commentsWithin(parsed(text), 4, text.indexOf('y')).map(({ value }) => value)).toEqual(['# b']);
});
