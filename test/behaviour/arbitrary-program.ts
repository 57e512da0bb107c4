import fc from 'fast-check';
import type {
  AssignmentOperator,
  BinaryOperator,
  Case,
  Expression,
  FlagName,
  Item,
  Literal,
  LogicalOperator,
  Name,
  Program,
  Statement,
  Style,
} from './program.ts';

/** Programs that ask for the flag often. The simplest come first, so that a failing program shrinks towards them. */
export function arbitraryProgram(variants: readonly string[]): fc.Arbitrary<Program> {
  const literal = fc.constantFrom<Literal>(true, false, 0, 1, '', 'x', null, undefined, ...variants);
  const name = fc.constantFrom<Name>('a', 'b', 'c');
  const flagName = fc.constantFrom<FlagName>('on', 'hide', 'maybe', 'pulled', 'kind');

  const { expression, statement } = fc.letrec<{
    expression: Expression;
    item: Item;
    statement: Statement;
    body: readonly Statement[];
    branch: readonly Statement[];
    case: Case;
  }>((tie) => {
    const inner = tie('expression');
    const body = tie('body');
    const branch = tie('branch');
    return {
      expression: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 2, arbitrary: fc.record({ is: fc.constant('literal' as const), value: literal }) },
        { weight: 5, arbitrary: fc.record({ is: fc.constant('flag' as const) }) },
        { weight: 4, arbitrary: fc.record({ is: fc.constant('alias' as const), name: flagName }) },
        { weight: 3, arbitrary: fc.record({ is: fc.constant('name' as const), name }) },
        {
          weight: 4,
          arbitrary: fc.record({ is: fc.constant('effect' as const), mark: fc.nat(99), value: inner }),
        },
        {
          weight: 4,
          arbitrary: fc.record({
            is: fc.constantFrom('not', 'typeof', 'void', 'minus', 'cast', 'asserted', 'boolean'),
            of: inner,
          }),
        },
        {
          weight: 7,
          arbitrary: fc.record({
            is: fc.constant('logical' as const),
            operator: fc.constantFrom<LogicalOperator>('&&', '||', '??'),
            left: inner,
            right: inner,
          }),
        },
        {
          weight: 3,
          arbitrary: fc.record({
            is: fc.constant('binary' as const),
            operator: fc.constantFrom<BinaryOperator>('===', '!==', '==', '!=', '+', '<'),
            left: inner,
            right: inner,
          }),
        },
        { weight: 5, arbitrary: fc.record({ is: fc.constant('choice' as const), test: inner, yes: inner, no: inner }) },
        { weight: 1, arbitrary: fc.record({ is: fc.constant('sequence' as const), first: inner, second: inner }) },
        { weight: 1, arbitrary: fc.record({ is: fc.constant('template' as const), of: inner }) },
        {
          weight: 3,
          arbitrary: fc.record({
            is: fc.constantFrom('array' as const, 'object' as const),
            items: fc.array(tie('item'), { maxLength: 3 }),
          }),
        },
        {
          weight: 2,
          arbitrary: fc.record({
            is: fc.constant('assignment' as const),
            name: fc.oneof(name, fc.constant('maybe' as const)),
            operator: fc.constantFrom<AssignmentOperator>('=', '&&=', '||=', '??='),
            value: inner,
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            is: fc.constant('arrow' as const),
            parameter: fc.constantFrom('a' as const, 'on' as const),
            argument: inner,
            result: inner,
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({ is: fc.constant('method' as const), callee: inner, argument: inner }),
        },
        { weight: 1, arbitrary: fc.record({ is: fc.constant('function' as const) }) },
        {
          weight: 1,
          arbitrary: fc.record({ is: fc.constant('shorthand' as const), name: fc.oneof(name, flagName) }),
        },
        { weight: 1, arbitrary: fc.record({ is: fc.constant('member' as const), of: inner }) },
      ),
      item: fc.record({ spread: fc.boolean(), value: inner }),
      statement: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 4, arbitrary: fc.record({ is: fc.constant('expression' as const), value: inner }) },
        { weight: 6, arbitrary: fc.record({ is: fc.constant('shown' as const), value: inner }) },
        {
          weight: 9,
          arbitrary: fc.record({
            is: fc.constant('if' as const),
            test: inner,
            yes: branch,
            no: fc.option(branch, { nil: undefined }),
          }),
        },
        {
          weight: 3,
          arbitrary: fc.record({ is: fc.constantFrom('return' as const, 'throw' as const), value: inner }),
        },
        {
          weight: 2,
          arbitrary: fc.record({ is: fc.constantFrom('while' as const, 'do' as const), test: inner, body }),
        },
        {
          weight: 2,
          arbitrary: fc.record({ is: fc.constant('count' as const), test: fc.option(inner, { nil: undefined }), body }),
        },
        { weight: 1, arbitrary: fc.record({ is: fc.constant('each' as const), name, body }) },
        {
          weight: 3,
          arbitrary: fc.record({ is: fc.constantFrom('break' as const, 'continue' as const), labelled: fc.boolean() }),
        },
        { weight: 2, arbitrary: fc.record({ is: fc.constant('labelled' as const), body, loop: fc.boolean() }) },
        {
          weight: 3,
          arbitrary: fc.record({
            is: fc.constant('switch' as const),
            on: inner,
            cases: fc.array(tie('case'), { maxLength: 4 }),
          }),
        },
        {
          weight: 2,
          arbitrary: fc.record({
            is: fc.constant('try' as const),
            body,
            caught: fc.option(body, { nil: undefined }),
            last: fc.option(body, { nil: undefined }),
          }),
        },
        { weight: 1, arbitrary: fc.record({ is: fc.constant('block' as const), body }) },
        {
          weight: 4,
          arbitrary: fc.record({
            is: fc.constant('declare' as const),
            kind: fc.constantFrom('const' as const, 'let' as const, 'var' as const),
            name: fc.oneof(name, flagName),
            value: inner,
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            is: fc.constant('callback' as const),
            parameter: fc.constantFrom('a' as const, 'on' as const),
            body,
          }),
        },
        { weight: 1, arbitrary: fc.record({ is: fc.constant('declaration' as const), body }) },
      ),
      body: fc.array(tie('statement'), { maxLength: 3 }),
      branch: fc.array(tie('statement'), { maxLength: 2 }),
      case: fc.record({
        test: fc.option(
          fc.oneof(
            { weight: 3, arbitrary: fc.record({ is: fc.constant('literal' as const), value: literal }) },
            { weight: 1, arbitrary: inner },
          ),
          { nil: undefined },
        ),
        body: branch,
        ends: fc.boolean(),
      }),
    };
  });

  return fc.record({
    style: fc.record<Style>({
      semicolons: fc.constantFrom(true, false),
      bare: fc.boolean(),
      oneLine: fc.boolean(),
      tabs: fc.boolean(),
    }),
    body: fc.array(fc.oneof({ weight: 6, arbitrary: statement }, { weight: 2, arbitrary: asStatement(expression) }), {
      minLength: 1,
      maxLength: 5,
    }),
  });
}

function asStatement(expression: fc.Arbitrary<Expression>): fc.Arbitrary<Statement> {
  return expression.map((value) => ({ is: 'shown', value }));
}
