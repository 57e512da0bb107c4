import { InvalidFieldError } from './errors/invalid-field-error.ts';
import { shapes, unions } from './generated/shapes.ts';
import { constructorOf, Node, type NodeConstructor } from './node.ts';
import type { Default, FieldShape, NodeDefault } from './shape.ts';

/**
 * A node of the given fields, with LibCST's defaults for the others.
 *
 * @throws InvalidFieldError for a field that the node does not have, that is missing, or whose value cannot stand there.
 */
export function build<T extends Node>(of: NodeConstructor<T>, init: object): T {
  const shape = shapes[of.prototype.kind]!;
  const given = init as Readonly<Record<string, unknown>>;
  checkNames(shape.name, shape.fields, given);
  const values = shape.fields.map((field) => {
    const value = given[field.name];
    if (value !== undefined) return checked(shape.name, field, value);
    if (field.default !== undefined) return defaultOf(field);
    throw new InvalidFieldError(shape.name, field.name, 'is missing', `A ${shape.name} cannot be built without it.`);
  });
  return new of(null, -1, values, null);
}

/**
 * The same node with other values in the given fields. Nodes in the other fields are shared, not copied.
 *
 * @throws InvalidFieldError as `build` does.
 */
export function change<T extends Node>(node: T, changes: object): T {
  const shape = shapes[node.kind]!;
  const given = changes as Readonly<Record<string, unknown>>;
  checkNames(shape.name, shape.fields, given);
  const values = shape.fields.map((field, index) => {
    const value = given[field.name];
    return value === undefined ? node.field(index) : checked(shape.name, field, value);
  });
  return new (node.constructor as NodeConstructor<T>)(
    null,
    -1,
    values,
    node.origin ?? (node.tree === null ? null : node),
  );
}

function checkNames(type: string, fields: readonly FieldShape[], given: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(given)) {
    if (fields.some((field) => field.name === name)) continue;
    const known = fields.map((field) => field.name).join(', ');
    throw new InvalidFieldError(type, name, 'does not exist', `The fields of ${type} are: ${known || 'none'}.`);
  }
}

function checked(type: string, field: FieldShape, value: unknown): unknown {
  const isList = Array.isArray(value);
  const many = field.many === 'list' || field.many === 'optional-list' || (field.many === 'list-or-one' && isList);
  if (value === null && (field.many === 'optional' || field.many === 'optional-list')) return null;
  if (many && !isList)
    throw new InvalidFieldError(type, field.name, 'must be a list', `Give an array of ${field.type}.`);
  if (many) return Object.freeze((value as unknown[]).map((item) => checkedItem(type, field, item)));
  return checkedItem(type, field, value);
}

function checkedItem(type: string, field: FieldShape, value: unknown): unknown {
  const fits =
    field.type === 'text'
      ? typeof value === 'string'
      : field.type === 'flag'
        ? typeof value === 'boolean'
        : isA(field, value);
  if (fits) return value;
  const what = value instanceof Node ? `a ${value.type}` : value === null ? 'null' : `a ${typeof value}`;
  throw new InvalidFieldError(type, field.name, `cannot be ${what}`, `It must be ${expected(field)}.`);
}

function isA(field: FieldShape, value: unknown): boolean {
  if (!(value instanceof Node)) return false;
  if (field.many === 'list-or-one' && value.type === 'ImportStar') return true;
  return (unions[field.type] ?? [field.type]).includes(value.type);
}

function expected(field: FieldShape): string {
  if (field.type === 'text') return 'a string';
  if (field.type === 'flag') return 'true or false';
  return (unions[field.type] ?? [field.type]).join(', ');
}

/** What `build` gives a field; undefined if it must be given. */
export const defaultOf = (field: FieldShape): unknown =>
  field.default === undefined ? undefined : defaultValue(field.default);

const known = new Map<Default, unknown>();

/** Nodes are immutable, so each default is made once. */
function defaultValue(value: Default): unknown {
  if (typeof value !== 'object' || value === null) return value;
  let made = known.get(value);
  if (made === undefined) {
    made = Array.isArray(value) ? Object.freeze(value.map(defaultValue)) : defaultNode(value as NodeDefault);
    known.set(value, made);
  }
  return made;
}

function defaultNode(value: NodeDefault): Node {
  const fields = Object.entries(value.fields).map(([name, field]) => [name, defaultValue(field)]);
  return build(constructorOf(value.node), Object.fromEntries(fields));
}
