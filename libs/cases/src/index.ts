/**
 * What a codemod does, told in Markdown: files before, options, and the diff that a reviewer will see.
 *
 * {@link readCases} reads the cases of one file, {@link runCase} plans one with its codemod, {@link expectationOf} says what it
 * would have to expect, and {@link writeExpectations} writes that into the file. The codemods of this repository and those of
 * others are held to the same format.
 *
 * @packageDocumentation
 */
export type { ByteOptions, Case, CaseFile, Expectation } from './case.ts';
export { CaseError } from './case-error.ts';
export { expectationOf } from './expectation-of.ts';
export { readCases, withBytes } from './read-cases.ts';
export type { CaseRun, Texts } from './run-case.ts';
export { applySome, runCase } from './run-case.ts';
export { writeExpectations } from './write-expectations.ts';
