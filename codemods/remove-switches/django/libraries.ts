import { vocabularies } from '@ffsd/flags';
import type { DjangoFile, Span, Tag } from '@ffsd/templates';
import type { Workspace } from '@ffsd/workspace';
import { tagsIn } from './names-in.ts';

/** One library that `{% load %}` names, or what it takes from one: `{% load flag switch from waffle_tags %}`. */
export interface Load {
  readonly tag: Tag;
  readonly libraries: readonly (Span & { readonly name: string })[];
  /** The tags and filters that are taken from the one library; undefined when all are. */
  readonly names: readonly (Span & { readonly name: string })[] | undefined;
}

/** The `{% load %}` tags of a template. */
export function loadsIn(file: DjangoFile): readonly Load[] {
  return tagsIn(file.nodes)
    .filter(({ name }) => name === 'load')
    .map((tag) => {
      const words = [...file.text.slice(tag.args.start, tag.args.end).matchAll(/\S+/g)].map(({ index, 0: name }) => {
        const start = tag.args.start + index;
        return { name, start, end: start + name.length };
      });
      const isPart = words.length > 2 && words.at(-2)!.name === 'from';
      return isPart
        ? { tag, libraries: words.slice(-1), names: words.slice(0, -2) }
        : { tag, libraries: words, names: undefined };
    });
}

/** Whether the tag is that of one of the libraries: the template loads it, or the settings make it one for all templates. */
export function isLoaded(workspace: Workspace, file: DjangoFile, tag: string, libraries: readonly string[]): boolean {
  const isHere = loadsIn(file).some(
    (load) =>
      load.libraries.some(({ name }) => libraries.includes(name)) &&
      (load.names === undefined || load.names.some(({ name }) => name === tag)),
  );
  return (
    isHere ||
    isNamedInPython(
      workspace,
      libraries.map((name) => `templatetags.${name}`),
    )
  );
}

/** Whether the settings name the extension of Jinja that knows the name. */
export function isKnownExtension(workspace: Workspace, modules: readonly string[]): boolean {
  return isNamedInPython(workspace, modules);
}

function isNamedInPython(workspace: Workspace, words: readonly string[]): boolean {
  return workspace.search(words).some((path) => path.endsWith('.py'));
}

/** The tags and filters of a library of a flag service; undefined for one that is not known. */
export function tagsOfLibrary(library: string): readonly string[] | undefined {
  for (const { templateLibraries = {} } of vocabularies) {
    if (Object.hasOwn(templateLibraries, library)) return templateLibraries[library];
  }
  return undefined;
}
