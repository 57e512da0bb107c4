import type { AnyNode } from 'libcst-wasm';
import type { Reference } from '../scopes/binding.ts';
import type { ExportReference, ReferenceKind, TextualCode } from './reference.ts';
import { usageOf } from './usage.ts';

/** One reference for each place; a guess does not hide what is known. */
export class ReferenceList {
  private readonly found = new Map<string, ExportReference>();

  add(path: string, offset: number, node: AnyNode | undefined, kind: Exclude<ReferenceKind, 'textual'>): void {
    const key = `${path}\n${offset}`;
    const known = this.found.get(key);
    if (!known || known.kind === 'textual') this.found.set(key, { path, offset, node, kind, code: undefined });
  }

  addTextual(path: string, offset: number, node: AnyNode | undefined, code: TextualCode): void {
    const key = `${path}\n${offset}`;
    if (!this.found.has(key)) this.found.set(key, { path, offset, node, kind: 'textual', code });
  }

  /** A use of the variable that stands for it in a file. */
  addReference(path: string, { node, offset, string, type, write, deletion }: Reference): void {
    const place = string ?? node;
    const kind = deletion ? 'delete' : write ? 'write' : type ? 'type' : usageOf(node);
    this.add(path, offset ?? place.start, place, kind);
  }

  sorted(): readonly ExportReference[] {
    return [...this.found.values()].sort(
      (one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0) || one.offset - other.offset,
    );
  }
}
