import type { Class, Node, ObjectExpression } from '@babel/types';
import type { Span } from '@ffsd/templates';
import type { SourceFile } from '@ffsd/typescript';
import { importsOf, parsedFile, scopesOf, walk } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';
import { isClass, memberName } from '../typescript/member-of-class.ts';

/** A class with `@Component` or `@Directive`. */
export interface Component {
  readonly file: SourceFile;
  readonly owner: Class;
  /** What the decorator is given. */
  readonly options: ObjectExpression | undefined;
  readonly template: TemplatePlace;
}

/** Where a template stands: as a file of its own, or as a text in the code. */
export type TemplatePlace =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'inline'; readonly path: string; readonly span: Span }
  /** Its text is put together, or has escapes. */
  | { readonly kind: 'unknown'; readonly node: Node | undefined }
  | { readonly kind: 'none' };

/** The components and directives that a file of code declares. */
export function componentsIn(file: SourceFile): readonly Component[] {
  if (!file.text.includes('@angular/core')) return [];
  const found: Component[] = [];
  walk(file.tree.program, (owner) => {
    if (!isClass(owner)) return;
    for (const { expression } of owner.decorators ?? []) {
      if (expression.type !== 'CallExpression' || !isOfAngular(file, expression.callee)) continue;
      const [given] = expression.arguments;
      const options = given?.type === 'ObjectExpression' ? given : undefined;
      found.push({ file, owner, options, template: templateOf(file, options, given) });
    }
  });
  return found;
}

/** The components whose template is the file. */
export function componentsOf(workspace: Workspace, path: string): readonly Component[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return workspace
    .search([name])
    .filter((one) => /\.[cm]?tsx?$/.test(one))
    .flatMap((one) => {
      const file = parsedFile(workspace, one);
      return file
        ? componentsIn(file).filter(({ template }) => template.kind === 'file' && template.path === path)
        : [];
    });
}

/** The value of an option of the decorator. */
export function optionOf(options: ObjectExpression | undefined, name: string): Node | undefined {
  for (const one of options?.properties ?? []) {
    if (one.type === 'ObjectProperty' && !one.computed && memberName(one.key) === name) return one.value;
  }
  return undefined;
}

function isOfAngular(file: SourceFile, callee: Node): boolean {
  if (callee.type !== 'Identifier') return false;
  const declaration = scopesOf(file).bindingOf(callee)?.declarations[0];
  return importsOf(file).some(
    ({ specifier, names }) =>
      specifier === '@angular/core' &&
      names.some(
        ({ local, imported }) => local === declaration && (imported === 'Component' || imported === 'Directive'),
      ),
  );
}

function templateOf(file: SourceFile, options: ObjectExpression | undefined, given: Node | undefined): TemplatePlace {
  if (!options) return given ? { kind: 'unknown', node: given } : { kind: 'none' };
  const url = optionOf(options, 'templateUrl');
  const inline = optionOf(options, 'template');
  if (url) {
    const relative = textOf(url);
    return relative === undefined
      ? { kind: 'unknown', node: url }
      : { kind: 'file', path: pathFrom(file.path, relative) };
  }
  if (inline) {
    const text = textOf(inline);
    const span = { start: inline.start! + 1, end: inline.end! - 1 };
    // An escape makes one character of several, so the offsets behind it would be others.
    const isPlain = text !== undefined && !file.text.slice(span.start, span.end).includes('\\');
    return isPlain ? { kind: 'inline', path: file.path, span } : { kind: 'unknown', node: inline };
  }
  const isSpread = options.properties.some(({ type }) => type === 'SpreadElement');
  return isSpread ? { kind: 'unknown', node: options } : { kind: 'none' };
}

function textOf(node: Node): string | undefined {
  if (node.type === 'StringLiteral') return node.value;
  return node.type === 'TemplateLiteral' && node.expressions.length === 0
    ? (node.quasis[0]?.value.cooked ?? undefined)
    : undefined;
}

/** The path that is written relative to a file. */
export function pathFrom(from: string, relative: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
