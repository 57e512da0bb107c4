import type { ComponentFile, ComponentScript, UnreadableComponent } from '../component/component-file.ts';
import type { Span } from '../span.ts';
import { svelteCompiler } from './compiler.ts';
import { partsOfFragment } from './parts-of-fragment.ts';
import type { SvelteFragment, SvelteNode } from './svelte-nodes.ts';
import { nodeAt, nodesAt } from './svelte-nodes.ts';

/** Reads a component of Svelte: its scripts as spans, its markup as the expressions that it holds. */
export function readSvelte(path: string, text: string): ComponentFile | UnreadableComponent {
  const root = parsed(path, text);
  if ('message' in root) return root;
  const loose = scriptsOf(root).map(looseRune).find(Boolean);
  if (loose) {
    const line = text.slice(0, loose.start).split(/\r\n|\r|\n/).length;
    return { path, line, message: 'a rune stands where it declares nothing' };
  }
  const { nodes } = root.fragment;
  const scripts = scriptsOf(root);
  const languages = scripts.map((script) => languageOf(script));
  const parts = partsOfFragment(text, root.fragment);
  return {
    path,
    text,
    dialect: 'svelte',
    scripts: scripts.flatMap((script): readonly ComponentScript[] => {
      const content = nodeAt(script, 'content');
      return content ? [{ start: content.start, end: content.end, isPerInstance: script === root.instance }] : [];
    }),
    language: languages.includes('ts') || languages.includes('typescript') ? 'ts' : 'js',
    seesScript: true,
    hasHiddenNames: parts === undefined,
    parts: parts ?? [],
    comments: commentsIn(nodes),
    hullOf: (edit) => hullIn(nodes, edit),
  };
}

interface Root {
  readonly fragment: SvelteFragment;
  readonly module: SvelteNode | null | undefined;
  readonly instance: SvelteNode | null | undefined;
}

function scriptsOf({ module, instance }: Root): readonly SvelteNode[] {
  return [module, instance].filter((one) => one !== null && one !== undefined);
}

/** `$props();` as a statement, which the compiler refuses, although its parser takes it. */
function looseRune(script: SvelteNode): SvelteNode | undefined {
  const program = nodeAt(script, 'content');
  for (const statement of program ? nodesAt(program, 'body') : []) {
    const call = statement.type === 'ExpressionStatement' ? nodeAt(statement, 'expression') : undefined;
    const callee = call?.type === 'CallExpression' ? nodeAt(call, 'callee') : undefined;
    const head = callee?.type === 'MemberExpression' ? nodeAt(callee, 'object') : callee;
    if (head?.type === 'Identifier' && /^\$(?:state|derived|props|bindable)$/.test(String(head.name))) return statement;
  }
  return undefined;
}

function parsed(path: string, text: string): Root | UnreadableComponent {
  try {
    // Its parser leaves a byte order mark out of the offsets.
    const source = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
    return svelteCompiler().parse(source, { modern: true }) as unknown as Root;
  } catch (error) {
    const { message, start } = error as { message: string; start?: { line: number } };
    return { path, line: start?.line ?? 1, message: message.split('\n')[0]! };
  }
}

function languageOf(script: SvelteNode): string {
  for (const attribute of nodesAt(script, 'attributes')) {
    const [value] = nodesAt(attribute, 'value');
    if (attribute.name === 'lang' && typeof value?.data === 'string') return value.data;
  }
  return 'js';
}

function commentsIn(nodes: readonly SvelteNode[]): readonly Span[] {
  return nodes.flatMap((node) =>
    node.type === 'Comment'
      ? [{ start: node.start, end: node.end }]
      : Object.values(node).flatMap((value) =>
          typeof value === 'object' && value !== null && 'nodes' in value
            ? commentsIn((value as SvelteFragment).nodes)
            : [],
        ),
  );
}

/** What stands at the top of the markup and is touched by an edit, to within what stands beside it. */
function hullIn(nodes: readonly SvelteNode[], edit: Span): Span | undefined {
  const shown = nodes.filter(({ type }) => type !== 'Text');
  if (!nodes.some(({ start, end }) => start <= edit.end && edit.start <= end && (start < edit.end || edit.start < end)))
    return undefined;
  const touched = shown.filter(({ start, end }) => start <= edit.end && edit.start <= end);
  const start = Math.min(edit.start, ...touched.map((one) => one.start));
  const end = Math.max(edit.end, ...touched.map((one) => one.end));
  const before = shown.filter((one) => one.end <= start).at(-1)?.end ?? start;
  const behind = shown.find((one) => one.start >= end)?.start ?? end;
  return { start: Math.min(start, before) - 1, end: Math.max(end, behind) + 1 };
}
