/**
 * One run, told to a reader: a person at a terminal, a person on a web page, or a program.
 *
 * Each format is one pure function from a {@link Report} to text. They say the same: every change with its reason and its diff, and
 * every place that was left alone with the reason for that.
 *
 * @packageDocumentation
 */
export type { JsonReport } from './json.ts';
export { jsonReport } from './json.ts';
export { markdownReport } from './markdown.ts';
export type { Paint } from './paint.ts';
export { paint, paintDiff } from './paint.ts';
export type { Report } from './report.ts';
export type { Summary } from './summary.ts';
export { summaryOf, summarySentence } from './summary.ts';
export type { TextOptions } from './text.ts';
export { textReport } from './text.ts';
export type { Problem, Verified } from './verified.ts';
