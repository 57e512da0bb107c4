import type { Node } from '@babel/types';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { scopesOf, withoutTypes } from '@ffsd/typescript';
import { constantOf } from '../constant-of.ts';
import type { CodeWorkspace } from '../session.ts';

/** What a set-up gives the flag, as far as the text shows. */
export type Given =
  | { readonly kind: 'value'; readonly value: Constant }
  /** The parameter of a function around decides. */
  | { readonly kind: 'parameter'; readonly name: Node & { readonly type: 'Identifier' } }
  /** One value after the other; what this one is, where it is known. */
  | { readonly kind: 'ordered'; readonly value?: Constant }
  | { readonly kind: 'unknown' };

export const unknown: Given = { kind: 'unknown' };

export function givenBy(workspace: CodeWorkspace, file: SourceFile, node: Node | null | undefined): Given {
  if (!node) return unknown;
  const value = withoutTypes(node);
  const known = constantOf(workspace, file, value);
  if (known) return { kind: 'value', value: known.value };
  const binding = value.type === 'Identifier' ? scopesOf(file).bindingOf(value) : undefined;
  const [name, ...more] = binding?.declarations ?? [];
  return binding?.kind === 'param' && name?.type === 'Identifier' && more.length === 0
    ? { kind: 'parameter', name }
    : unknown;
}
