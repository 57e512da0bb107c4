import type { Span } from '../span.ts';
import type { SvelteHost } from '../svelte/svelte-host.ts';
import type { VueHost } from '../vue/vue-host.ts';

/** A component with its script and its template in one file, as far as the names of the script are concerned. All offsets are those of the file. */
export interface ComponentFile {
  readonly path: string;
  readonly text: string;
  readonly dialect: 'vue' | 'svelte';
  readonly scripts: readonly ComponentScript[];
  /** In which language the scripts and the expressions of the template are written. */
  readonly language: 'ts' | 'tsx' | 'js';
  /** Whether a name in the template is that of the script. A component that is an object gives the template its members instead. */
  readonly seesScript: boolean;
  /** Names may be used where nothing here sees it: in a template of another language, or in another file. */
  readonly hasHiddenNames: boolean;
  readonly parts: readonly TemplatePart[];
  readonly comments: readonly Span[];
  /** What an edit of the template counts on beside the characters that it replaces; undefined outside of the template. */
  hullOf(edit: Span): Span | undefined;
}

export interface ComponentScript extends Span {
  /** It runs for each instance of the component, and not when the module is loaded. */
  readonly isPerInstance: boolean;
}

/** What a template says in the language of the script. */
export type TemplatePart = TemplateCode | TemplateScope | TemplateName | TemplateLiteral;

export interface TemplateCode extends Span {
  readonly kind: 'code';
  readonly code: string;
  /** Whether the characters of the file are those of the code. In `a="x &amp;&amp; y"` they are not, so nothing can be replaced there. */
  readonly isExact: boolean;
  /** A handler of an event may be a list of statements. */
  readonly mayBeStatements: boolean;
  /** The template gives the expression a value, as `v-model` does. */
  readonly isWritten: boolean;
  readonly host: TemplateHost;
}

export type TemplateHost = VueHost | SvelteHost;

/** A part in which the template declares names of its own: the body of a loop, what fills a slot. */
export interface TemplateScope extends Span {
  readonly kind: 'scope';
  /** As they would stand between the parentheses of a function. */
  readonly parameters: readonly (Span & { readonly code: string; readonly isExact: boolean })[];
  readonly parts: readonly TemplatePart[];
}

/** A tag or a directive, which may be called by one of several names of the script. */
export interface TemplateName extends Span {
  readonly kind: 'name';
  readonly names: readonly string[];
}

/** The plain text of an attribute, with its quotation marks. */
export interface TemplateLiteral extends Span {
  readonly kind: 'literal';
  readonly value: string;
}

export interface UnreadableComponent {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

export function isReadComponent(result: ComponentFile | UnreadableComponent): result is ComponentFile {
  return 'parts' in result;
}
