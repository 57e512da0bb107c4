import { createRequire } from 'node:module';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);

/** What a component of one file is compiled to, for a page that is made of text. */
export function compileComponent(path: string, text: string): string {
  return path.endsWith('.svelte') ? compileSvelte(path, text) : compileVue(path, text);
}

/** The parts of the frameworks that a compiled component and its driver ask for. */
export function isOfFramework(specifier: string): boolean {
  return Object.hasOwn(frameworks, specifier);
}

const frameworks = {
  vue: 'vue',
  'vue/server-renderer': 'vueServer',
  'svelte/server': 'svelteServer',
  'svelte/internal/server': 'svelteInternal',
  'svelte/store': 'svelteStore',
} as const;

/** A module that gives what {@link frameworkScript} has made. */
export function frameworkModule(specifier: string): string {
  return `module.exports = frameworks.${frameworks[specifier as keyof typeof frameworks]};`;
}

/** One script with all of them, made once: it is the same for every driver. */
export async function frameworkScript(): Promise<string> {
  script ??= build({
    stdin: {
      contents: Object.entries(frameworks)
        .map(([specifier, name]) => `export * as ${name} from '${specifier}';`)
        .join('\n'),
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'frameworks',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false' },
    logLevel: 'silent',
  }).then(({ outputFiles }) => outputFiles[0]!.text);
  return script;
}

let script: Promise<string> | undefined;

/** `import { show } from 'page'` in a driver: what a component shows, without the comments and the white space that nobody sees. */
export const pageModule = `
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { render } from 'svelte/server';
export async function show(component, props = {}) {
  const isOfSvelte = typeof component === 'function';
  const html = isOfSvelte ? render(component, { props }).body : await renderToString(createSSRApp(component, props));
  return html.replace(/<!--.*?-->/gs, '').replace(/\\s+/g, ' ').replace(/(?<=>) | (?=<)/g, '');
}
`;

function compileSvelte(path: string, text: string): string {
  const { compile } = require('svelte/compiler') as typeof import('svelte/compiler');
  return compile(text, { filename: path, generate: 'server', css: 'external' }).js.code;
}

function compileVue(path: string, text: string): string {
  const { compileScript, compileTemplate, parse } = require('vue/compiler-sfc') as typeof import('vue/compiler-sfc');
  const { descriptor, errors } = parse(text, { filename: path });
  if (errors[0]) throw errors[0];
  const id = path.replace(/\W/g, '-');
  const isSetup = descriptor.scriptSetup !== null;
  const script = descriptor.script || isSetup ? compileScript(descriptor, { id, inlineTemplate: isSetup }) : undefined;
  const code = (script?.content ?? 'export default {}').replace(/export default/, 'const component =');
  if (isSetup || !descriptor.template) return `${code}\nexport default component;`;
  const template = compileTemplate({ id, filename: path, source: descriptor.template.content });
  if (template.errors[0]) throw template.errors[0];
  return `${code}\n${template.code}\nexport default Object.assign(component, { render });`;
}
