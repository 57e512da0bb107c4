import { expect, it } from 'vitest';
import { dump } from './dump.ts';
import * as n from './generated/nodes.ts';
import { parseModule } from './parse-module.ts';

it('shows the calls that would build the tree', () => {
  expect(dump(parseModule('from . import a  # why\nf(x, *y)\n'))).toBe(
    `
Module({
  body: [
    SimpleStatementLine({
      body: [
        ImportFrom({
          module: null,
          names: [
            ImportAlias({
              name: Name({
                value: "a",
              }),
            }),
          ],
          relative: [
            Dot(),
          ],
        }),
      ],
    }),
    SimpleStatementLine({
      body: [
        Expr({
          value: Call({
            func: Name({
              value: "f",
            }),
            args: [
              Arg({
                value: Name({
                  value: "x",
                }),
              }),
              Arg({
                value: Name({
                  value: "y",
                }),
                star: "*",
              }),
            ],
          }),
        }),
      ],
    }),
  ],
})`.trim(),
  );
});

it('shows all fields where that is asked for', () => {
  expect(dump(n.Pass.create(), { all: true })).toBe('Pass({\n  semicolon: null,\n})');
  expect(dump(n.Pass.create())).toBe('Pass()');
});

it('goes as deep as the tree does', () => {
  let sum: n.BaseExpression = n.Name.create({ value: 'a' });
  for (let count = 0; count < 2_000; count++)
    sum = n.UnaryOperation.create({ operator: n.Not.create(), expression: sum });
  expect(dump(sum)).toContain('expression: Name({');
});
