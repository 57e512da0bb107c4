import type { AnyNode, ClassDef, FunctionDef } from '@ffsd/python';
import { docstringOf, dottedName, findAll, stringValue } from '@ffsd/python';

/** The function that a place stands in and pytest or unittest calls: a test, a fixture, a `setUp`; the outermost one. */
export type Around =
  | { readonly kind: 'test'; readonly node: FunctionDef }
  | { readonly kind: 'fixture'; readonly node: FunctionDef }
  /** `setUp` of a class: it runs before each of its tests. */
  | { readonly kind: 'group'; readonly node: ClassDef }
  /** A function that tests call, or the module. */
  | { readonly kind: 'none' };

export function aroundOf(place: AnyNode): Around {
  let outermost: FunctionDef | undefined;
  for (let at = place.parent; at; at = at.parent) if (at.type === 'FunctionDef') outermost = at;
  if (!outermost) return { kind: 'none' };
  if (isFixture(outermost)) return { kind: 'fixture', node: outermost };
  const owner = ownerOf(outermost);
  if (owner && /^(?:setUp|setUpClass|setUpTestData|asyncSetUp|setup_method|setup_class)$/.test(outermost.name.value))
    return { kind: 'group', node: owner };
  return isTest(outermost) ? { kind: 'test', node: outermost } : { kind: 'none' };
}

/** A function that is collected as a test: of a module, or of a class at the top level of one. */
export function isTest(node: FunctionDef): boolean {
  if (!/^test/.test(node.name.value) || isFixture(node)) return false;
  return ownerOf(node) !== undefined || node.parent?.type === 'Module';
}

export function ownerOf(node: FunctionDef): ClassDef | undefined {
  const owner = node.parent?.parent;
  return owner?.type === 'ClassDef' ? owner : undefined;
}

/** `@pytest.fixture`, with arguments or without. */
export function isFixture({ decorators }: FunctionDef): boolean {
  return decorators.some(({ decorator }) => {
    const name = dottedName(decorator.type === 'Call' ? decorator.func : decorator);
    return name !== undefined && /(?:^|\.)fixture$/.test(name);
  });
}

export function testsOf(group: ClassDef): readonly FunctionDef[] {
  return (group.body.body as readonly AnyNode[]).filter(
    (one): one is FunctionDef => one.type === 'FunctionDef' && isTest(one),
  );
}

/** The name and the documentation of a test or a group of tests. */
export function titleOf({ name, body }: FunctionDef | ClassDef): string {
  const text = docstringOf(body as never);
  return `${name.value} ${text ? (stringValue(text as AnyNode) ?? '') : ''}`;
}

/** Whether a statement or an expression checks something: `assert`, `self.assertEqual(…)`, `pytest.raises(…)`. */
export function checks(node: AnyNode): boolean {
  if (node.type === 'Assert' || findAll(node, 'Assert').length > 0) return true;
  return findAll(node, 'Call').some(({ func }) =>
    /(?:^|[._])(?:assert\w*|expect|raises|fail|warns)$/i.test(dottedName(func) ?? lastName(func)),
  );
}

function lastName(func: AnyNode): string {
  return func.type === 'Attribute' ? func.attr.value : '';
}
