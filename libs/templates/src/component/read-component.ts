import { readSvelte } from '../svelte/read-svelte.ts';
import { readVue } from '../vue/read-vue.ts';
import type { ComponentFile, UnreadableComponent } from './component-file.ts';

/** Reads the file with the parser of its own framework, which is loaded for the first such file. */
export function readComponent(path: string, text: string): ComponentFile | UnreadableComponent {
  return path.endsWith('.svelte') ? readSvelte(path, text) : readVue(path, text);
}
