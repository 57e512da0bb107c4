/** A value that is known before the program runs. Objects are JSON; they are never mutated. */
export type Constant = boolean | number | string | null | undefined | ConstantObject | readonly Constant[];

export interface ConstantObject {
  readonly [key: string]: Constant;
}

/** The two languages disagree on what is true: `[]` and `{}` are true in JavaScript and false in Python. */
export type Truthiness = 'javascript' | 'python';

/** Whether the value takes the branch of an `if`. */
export function isTruthy(value: Constant, truthiness: Truthiness = 'javascript'): boolean {
  if (truthiness === 'javascript' || typeof value !== 'object' || value === null) return Boolean(value);
  return Object.keys(value).length > 0;
}

/** Whether `??` passes over the value. */
export function isNullish(value: Constant): value is null | undefined {
  return value === null || value === undefined;
}

/** Whether the value can be repeated wherever it is used: an object has an identity, a primitive has none. */
export function isPrimitive(value: Constant): value is boolean | number | string | null | undefined {
  return typeof value !== 'object' || value === null;
}
