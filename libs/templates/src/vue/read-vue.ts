import type {
  DirectiveNode,
  ElementNode,
  SimpleExpressionNode,
  SourceLocation,
  TemplateChildNode,
} from '@vue/compiler-dom';
import type { ComponentFile, TemplatePart, UnreadableComponent } from '../component/component-file.ts';
import type { Span } from '../span.ts';
import { vueCompiler } from './compiler.ts';
import { hullInVue } from './hull-in-vue.ts';
import { partsOfTemplate } from './parts-of-template.ts';
import { attributeOf, spanOf } from './vue-nodes.ts';

/** Reads a single-file component of Vue: its scripts as spans, its template as the expressions that it holds. */
export function readVue(path: string, text: string): ComponentFile | UnreadableComponent {
  let problem: { readonly line: number; readonly message: string } | undefined;
  const onError = ({ message, loc }: { readonly message: string; readonly loc?: SourceLocation }) => {
    problem ??= { line: loc?.start.line ?? 1, message };
  };
  const { parse } = vueCompiler();
  const root = parse(text, { parseMode: 'sfc', comments: true, onError, onWarn() {} });
  const silent = root.children.map(handlerWithoutCode).find(Boolean);
  if (silent) problem ??= { line: silent.loc.start.line, message: 'v-on has neither code nor modifiers' };
  if (problem) return { path, ...problem };
  const blocks = root.children.filter((node): node is ElementNode => node.type === 1);
  const scripts = blocks.filter(({ tag }) => tag === 'script');
  const templates = blocks.filter(({ tag }) => tag === 'template');
  const styles = blocks.filter(({ tag }) => tag === 'style');
  const languages = scripts.map((script) => attributeOf(script, 'lang') ?? 'js');
  const language = languages.find((one) => /^tsx?$/.test(one));
  const isForeign = (block: ElementNode) =>
    attributeOf(block, 'src') !== undefined ||
    (block.tag === 'template' && (attributeOf(block, 'lang') ?? 'html') !== 'html');
  const roots = templates.filter((one) => !isForeign(one)).map((node) => ({ node, parent: undefined }));
  return {
    path,
    text,
    dialect: 'vue',
    scripts: scripts
      .filter((script) => !isForeign(script))
      .flatMap((script) => {
        const isPerInstance = attributeOf(script, 'setup') !== undefined;
        return contentOf(script).map((span) => ({ ...span, isPerInstance }));
      }),
    language: language === 'ts' || language === 'tsx' ? language : 'js',
    seesScript: scripts.some((script) => attributeOf(script, 'setup') !== undefined),
    hasHiddenNames:
      [...scripts, ...templates].some(isForeign) || languages.some((one) => !/^(?:[jt]sx?|javascript)$/.test(one)),
    parts: [
      ...templates.filter((one) => !isForeign(one)).flatMap((one) => partsOfTemplate(text, one)),
      ...styles.flatMap((one) => partsOfStyle(text, one)),
    ],
    comments: commentsOf(templates),
    hullOf: (edit) => hullInVue(text, roots, edit),
  };
}

/** `@click=""`, which the compiler refuses, although its parser takes it. */
function handlerWithoutCode(node: TemplateChildNode): DirectiveNode | undefined {
  if (node.type !== 1) return undefined;
  for (const prop of node.props) {
    const isHandler = prop.type === 7 && prop.name === 'on' && prop.arg !== undefined;
    if (isHandler && (prop.exp as SimpleExpressionNode | undefined)?.content.trim() === '') return prop;
  }
  return node.children.map(handlerWithoutCode).find(Boolean);
}

function contentOf({ children }: ElementNode): readonly Span[] {
  const [first, last] = [children[0], children.at(-1)];
  return first && last ? [{ start: first.loc.start.offset, end: last.loc.end.offset }] : [];
}

/** `color: v-bind(color)`, `width: v-bind('size.width')` */
function partsOfStyle(text: string, style: ElementNode): readonly TemplatePart[] {
  return contentOf(style).flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/\bv-bind\(\s*(?:'([^'\n]*)'|"([^"\n]*)"|([^)'"\n]*?))\s*\)/g)].map(
      (found): TemplatePart => {
        const code = found[1] ?? found[2] ?? found[3] ?? '';
        const at = start + found.index + found[0].indexOf(code, 'v-bind('.length);
        return {
          kind: 'code',
          start: at,
          end: at + code.length,
          code,
          isExact: true,
          mayBeStatements: false,
          isWritten: false,
          host: { kind: 'other' },
        };
      },
    ),
  );
}

function commentsOf(elements: readonly ElementNode[]): readonly Span[] {
  return elements.flatMap(({ children }) =>
    children.flatMap((child) => (child.type === 3 ? [spanOf(child)] : child.type === 1 ? commentsOf([child]) : [])),
  );
}
