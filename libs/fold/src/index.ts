/**
 * The law of constant folding, told without any word of the language it is applied to.
 *
 * Each function takes facts (which operand is known, whether the other has effects, what the surroundings can see) and
 * gives a verdict. Reading the facts from a tree and turning the verdict into edits is the business of the language rooms.
 *
 * @packageDocumentation
 */
export type { CaseTest, ChosenCase } from './choose-case.ts';
export { chooseCase } from './choose-case.ts';
export type { ComparisonOperator } from './comparison.ts';
export { foldComparison } from './comparison.ts';
export type { Constant, ConstantObject, Truthiness } from './constant.ts';
export { isNullish, isPrimitive, isTruthy } from './constant.ts';
export type { LogicalFacts, LogicalVerdict, OperandFacts } from './logical.ts';
export { foldLogical } from './logical.ts';
export type { LoopKind, LoopVerdict } from './loop.ts';
export { foldLoop } from './loop.ts';
export type { UnaryOperator } from './unary.ts';
export { foldUnary } from './unary.ts';
export type { LogicalOperator, Side, Visibility } from './visibility.ts';
export { tested, visibilityOfOperand, visible } from './visibility.ts';
