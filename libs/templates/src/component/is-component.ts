/** True for the files that hold a component with its template. */
export function isComponent(path: string): boolean {
  return /\.(?:vue|svelte)$/.test(path);
}
