/** The text files of a workspace as values. Codemods see nothing else of the world. */
export interface Workspace {
  /** Paths of all files that are not ignored, relative to the root, with `/`, sorted by code unit. */
  files(): readonly string[];
  /** The text with its byte order mark and line ends, or undefined when the file is missing or is not UTF-8. */
  read(path: string): string | undefined;
  /** Sorted paths of the files that contain at least one of the strings (exact case). */
  search(strings: readonly string[]): readonly string[];
  /** False where the user keeps files from being changed: outside the given paths or projects, or in `keep`. They are still read. */
  isEditable(path: string): boolean;
}
