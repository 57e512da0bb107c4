import { entriesOfPackage } from '@ffsd/typescript';
import type { Workspace } from '@ffsd/workspace';

/** Frameworks that render what a file exports because of where the file lies. */
const routers =
  /^(?:next|gatsby|astro|expo-router|waku|@remix-run\/.+|@react-router\/dev|@tanstack\/(?:react-)?start|@redwoodjs\/.+|vike)$/;

/** Whether a framework calls what a file exports by default: `pages/orders.tsx` of Next.js, with props of its own. */
export function isRoute(workspace: Workspace, path: string, exportedAs: readonly string[]): boolean {
  if (!exportedAs.includes('default') || !/(?:^|\/)(?:pages|app|routes|api)\//.test(path)) return false;
  return [...(entriesOfPackage(workspace, path)?.dependencies ?? [])].some((name) => routers.test(name));
}
