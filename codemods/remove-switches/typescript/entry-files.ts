import { entriesOfPackage, isCode, isMixed } from '@ffsd/typescript';
import type { Session } from './session.ts';

/**
 * Whether something loads the file by where it lies: a package.json names it as an entry, a framework serves it as a page, a tool reads it
 * as its configuration. Such a file is in use although nothing imports it.
 */
export function isEntryFile(session: Session, path: string): boolean {
  return isServedFile(session, path) || (entriesOfPackage(session, path)?.entries.includes(path) ?? false);
}

/** As {@link isEntryFile}, but for the entries of packages: what such a file exports is in use, too. */
export function isServedFile(session: Session, path: string): boolean {
  if (/\.d\.[cm]?ts$/.test(path) || conventions.some((convention) => convention.test(path))) return true;
  const owner = isCode(path) || isMixed(path) ? entriesOfPackage(session, path) : undefined;
  if (!owner) return false;
  const inside = owner.folder === '' ? path : path.slice(owner.folder.length + 1);
  // The frameworks of a monorepo may be listed at its root only.
  const root = owner.folder === '' ? undefined : entriesOfPackage(session, 'package.json');
  return [owner, root].some((one) => one && isServed(inside, one.dependencies));
}

/** Whatever framework is used. */
const conventions: readonly RegExp[] = [
  // Configuration of tools, which find it by its name.
  /(?:^|\/)[\w.-]+\.config\.\w+$|(?:^|\/)\.[\w-]+rc\.\w+$|(?:^|\/)(?:Gruntfile|gulpfile|Gulpfile|Jakefile|Brocfile)\.\w+$/,
  /(?:^|\/)\.[\w-]+\//,
  // Migrations run in the order of their names; seeds beside them.
  /(?:^|\/)(?:migrations|seeds|seeders)\//,
  // A test runner takes them in place of the modules next to them.
  /(?:^|\/)__mocks__\//,
  // Served as they are.
  /(?:^|\/)(?:public|static|www)\//,
  /(?:^|\/)(?:service-?worker|sw)\.[cm]?[jt]s$/i,
];

function isServed(path: string, dependencies: ReadonlySet<string>): boolean {
  return frameworks.some(
    ({ packages, files }) => packages.some((name) => dependencies.has(name)) && files.some((one) => one.test(path)),
  );
}

interface Framework {
  readonly packages: readonly string[];
  /** Files that it loads, relative to the folder of the package. */
  readonly files: readonly RegExp[];
}

const frameworks: readonly Framework[] = [
  {
    packages: ['next'],
    files: [
      /^(?:src\/)?pages\//,
      /^(?:src\/)?app\/(?:.*\/)?(?:page|layout|template|loading|error|global-error|not-found|default|route|sitemap|robots|manifest|icon\d*|apple-icon\d*|opengraph-image\d*|twitter-image\d*)\.[jt]sx?$/,
      /^(?:src\/)?(?:middleware|proxy|instrumentation|instrumentation-client|mdx-components)\.[jt]sx?$/,
    ],
  },
  {
    packages: ['@remix-run/react', '@remix-run/node', '@react-router/dev', '@react-router/node'],
    files: [/^app\/(?:routes\/|root\.|routes\.|entry\.)/],
  },
  { packages: ['@sveltejs/kit'], files: [/^src\/(?:routes|params)\//, /^src\/(?:hooks|service-worker|app)\b/] },
  {
    packages: ['nuxt', 'nuxt3', '@nuxt/kit'],
    files: [
      /^(?:app\/|src\/)?(?:pages|layouts|components|composables|middleware|plugins|utils|stores|store|server|modules)\//,
      /^(?:app\/|src\/)?(?:app|error)\.\w+$/,
    ],
  },
  { packages: ['gatsby'], files: [/^src\/(?:pages|templates|api)\//, /^gatsby-/] },
  { packages: ['astro'], files: [/^src\/(?:pages|content|middleware|actions)\b/] },
  { packages: ['@docusaurus/core'], files: [/^src\/(?:pages|theme)\//, /^(?:docs|blog)\//] },
  { packages: ['expo-router'], files: [/^(?:src\/)?app\//] },
  {
    packages: ['@tanstack/react-router', '@tanstack/router-plugin', '@tanstack/react-start', '@tanstack/start'],
    files: [/^(?:src|app)\/(?:routes\/|router\.|client\.|ssr\.|routeTree\.)/],
  },
  {
    packages: ['@redwoodjs/core', '@redwoodjs/web', '@redwoodjs/api'],
    files: [/^(?:web\/)?src\/pages\//, /^(?:api\/)?src\/(?:functions|services|graphql|directives)\//],
  },
  { packages: ['ember-source', 'ember-cli'], files: [/^(?:app|addon|tests)\//] },
  { packages: ['@vercel/node', 'vercel'], files: [/^api\//] },
  { packages: ['@netlify/functions', 'netlify-cli'], files: [/^netlify\//] },
  { packages: ['@strapi/strapi'], files: [/^(?:src\/api|config|database|extensions)\//] },
  { packages: ['@adonisjs/core'], files: [/^(?:app|commands|config|contracts|providers|start|database)\//] },
  { packages: ['sails'], files: [/^(?:api|config|tasks)\//] },
  { packages: ['wxt'], files: [/^(?:src\/)?(?:entrypoints|components|composables|hooks|utils)\//] },
  { packages: ['plasmo'], files: [/^(?:src\/)?(?:popup|options|newtab|background|contents?|tabs|sandboxe?s?)\b/] },
  {
    packages: ['unplugin-vue-components', 'unplugin-auto-import'],
    files: [/^src\/(?:components|composables|stores)\//],
  },
  {
    packages: ['vite-plugin-pages', 'vite-plugin-ssr', 'vike', 'unplugin-vue-router'],
    files: [/^(?:src\/)?(?:pages|renderer)\//],
  },
];
