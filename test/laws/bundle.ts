import type { CaseFile, Texts } from '@ffsd/cases';
import { build, type Loader, type Plugin } from 'esbuild';
import { compileComponent, frameworkModule, frameworkScript, isOfFramework, pageModule } from './compile-component.ts';

/**
 * One script of a driver and what it imports, from memory; its exports are in the variable `driver`.
 *
 * A module that the case has no file for is an error, except when it stands in the case's own `node_modules`.
 */
export async function bundle(texts: Texts, driver: CaseFile): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [driver.path],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'driver',
    target: 'es2022',
    jsx: 'transform',
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
    treeShaking: false,
    // An import that nothing uses any more still loads its module, unless somebody takes it away.
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    logLevel: 'silent',
    plugins: [fromMemory(new Map([...texts, [driver.path, driver.text]]))],
  });
  const { text } = outputFiles[0]!;
  return text.includes('module.exports = frameworks.') ? `${await frameworkScript()}\n${text}` : text;
}

function fromMemory(texts: Texts): Plugin {
  return {
    name: 'memory',
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
        if (path === 'page' || isOfFramework(path)) return { path, namespace: 'framework' };
        // What makes the components of older versions do as they did.
        if (path.startsWith('svelte/internal/')) return { path: 'empty', namespace: 'framework' };
        const found = kind === 'entry-point' ? path : resolve(texts, importer, path);
        if (found === undefined) return { errors: [{ text: `the case has no file for "${path}"` }] };
        return { path: found, namespace: 'case' };
      });
      build.onLoad({ filter: /.*/, namespace: 'framework' }, ({ path }) => ({
        contents: path === 'page' ? pageModule : path === 'empty' ? '' : frameworkModule(path),
      }));
      build.onLoad({ filter: /\.(?:vue|svelte)$/, namespace: 'case' }, ({ path }) => ({
        contents: compileComponent(path, texts.get(path)!),
        loader: 'ts',
      }));
      build.onLoad({ filter: /.*/, namespace: 'case' }, ({ path }) => ({
        contents: texts.get(path)!,
        loader: path
          .split('.')
          .at(-1)!
          .replace(/^[cm](?=[jt]s$)/, '') as Loader,
      }));
    },
  };
}

function resolve(texts: Texts, importer: string, module: string): string | undefined {
  const target = module.startsWith('.') ? join(importer, module) : `node_modules/${module}`;
  const bare = target.replace(/\.[cm]?jsx?$/, '');
  const endings = ['', '.ts', '.tsx', '.js', '.jsx', '.json', '/index.ts', '/index.tsx', '/index.js'];
  return [target, bare].flatMap((base) => endings.map((ending) => base + ending)).find((path) => texts.has(path));
}

function join(importer: string, module: string): string {
  const parts = importer.split('/').slice(0, -1);
  for (const part of module.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
