import { didYouMean } from '@ffsd/codemod';
import type { Node } from 'jsonc-parser';

/** The part of JSON Schema that ffsd.schema.json is written in. */
export interface Schema {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'boolean' | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly additionalProperties?: boolean | Schema | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: Schema | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly pattern?: string | undefined;
  readonly description?: string | undefined;
}

export interface Problem {
  /** Offset in the text. */
  readonly offset: number;
  /** Where in the document, such as `reads[1].match`; empty for the document itself. */
  readonly path: string;
  /** What is wrong, to be read behind the path. */
  readonly message: string;
  /** The next step. */
  readonly hint: string;
}

/** Everything in the document that the schema does not allow, in the order of the document. */
export function findProblems(node: Node, schema: Schema, path = ''): readonly Problem[] {
  if (schema.anyOf) return problemsOfAny(node, schema.anyOf, path);
  const problem = (message: string): Problem[] => [{ offset: node.offset, path, message, hint: hintOf(schema) }];
  if (schema.type && node.type !== schema.type) return problem(`must be ${article(schema.type)}, not ${shown(node)}`);
  if (schema.enum && !schema.enum.includes(node.value)) {
    const hint = didYouMean(String(node.value), schema.enum, hintOf(schema));
    return [
      { offset: node.offset, path, message: `must be one of ${schema.enum.join(', ')}, not ${shown(node)}`, hint },
    ];
  }
  if (schema.pattern && !new RegExp(schema.pattern).test(node.value)) return problem(`cannot be ${shown(node)}`);
  if (node.type === 'array') {
    const { items } = schema;
    return items ? (node.children ?? []).flatMap((item, index) => findProblems(item, items, `${path}[${index}]`)) : [];
  }
  return node.type === 'object' ? problemsOfObject(node, schema, path) : [];
}

function problemsOfObject(node: Node, schema: Schema, path: string): readonly Problem[] {
  const known = schema.properties ?? {};
  const found = new Set<string>();
  const problems: Problem[] = [];
  for (const property of node.children ?? []) {
    const [key, value] = property.children as [Node, Node | undefined];
    const name: string = key.value;
    const inner = path === '' ? name : `${path}.${name}`;
    const rule = Object.hasOwn(known, name) ? known[name] : schema.additionalProperties;
    if (found.has(name)) {
      problems.push({ offset: key.offset, path: inner, message: 'stands here twice', hint: 'Keep one of them.' });
    }
    found.add(name);
    if (rule === false) {
      const names = Object.keys(known);
      const hint = didYouMean(name, names, `Known keys are ${names.join(', ')}.`);
      problems.push({ offset: key.offset, path: inner, message: 'is not a known key', hint });
    } else if (typeof rule === 'object' && value) {
      problems.push(...findProblems(value, rule, inner));
    }
  }
  const missing = (schema.required ?? []).filter((name) => !found.has(name));
  for (const name of missing) {
    const hint = hintOf(known[name] ?? {});
    problems.push({ offset: node.offset, path, message: `lacks the key "${name}"`, hint });
  }
  return problems;
}

/** The problems of the alternative that has the type of the node, because its author meant that one. */
function problemsOfAny(node: Node, alternatives: readonly Schema[], path: string): readonly Problem[] {
  const meant = alternatives.find(({ type }) => type === node.type);
  if (meant) return findProblems(node, meant, path);
  const types = alternatives.map(({ type }) => (type ? article(type) : 'any value')).join(' or ');
  return [{ offset: node.offset, path, message: `must be ${types}, not ${shown(node)}`, hint: hintOf({}) }];
}

function hintOf({ description }: Schema): string {
  return description ?? 'The schema in ffsd/ffsd.schema.json describes every key.';
}

function article(type: string): string {
  return type === 'object' || type === 'array' ? `an ${type}` : `a ${type}`;
}

function shown(node: Node): string {
  return node.type === 'object' || node.type === 'array' ? article(node.type) : JSON.stringify(node.value);
}
