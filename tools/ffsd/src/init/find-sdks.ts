import type { Evidence } from '@ffsd/changes';
import { type Vocabulary, vocabularies } from '@ffsd/flags';
import type { Workspace } from '@ffsd/workspace';

export interface FoundSdk {
  readonly vocabulary: Vocabulary;
  /** The package that gave it away, and the line of its manifest. */
  readonly evidence: Evidence;
}

/** The flag SDKs that the manifests of the workspace depend on, by the name of their vocabulary. */
export function findSdks(workspace: Workspace, known: readonly Vocabulary[] = vocabularies): readonly FoundSdk[] {
  const manifests = workspace.files().flatMap((path) => {
    const language = languageOf(path);
    const text = language && workspace.read(path);
    return text ? [{ path, language, lines: text.split('\n') }] : [];
  });
  return known.flatMap((vocabulary): FoundSdk[] => {
    for (const { path, language, lines } of manifests) {
      if (!vocabulary.languages.includes(language)) continue;
      for (const name of vocabulary.packages) {
        const line = lines.findIndex((text) => names(text, name, language)) + 1;
        if (line > 0) return [{ vocabulary, evidence: { kind: 'dependency', text: name, place: { path, line } } }];
      }
    }
    return [];
  });
}

type Language = Vocabulary['languages'][number];

function languageOf(path: string): Language | undefined {
  if (/(^|\/)package\.json$/.test(path)) return 'typescript';
  return /(^|\/)(pyproject\.toml|requirements[^/]*\.(txt|in)|requirements\/[^/]+\.txt)$/.test(path)
    ? 'python'
    : undefined;
}

/** Whether a line of a manifest asks for the package. `unleash-client-extra` does not ask for `unleash-client`. */
function names(line: string, name: string, language: Language): boolean {
  if (language === 'typescript') return line.includes(`"${name}"`) && /"\s*:/.test(line);
  // For Python's package index `-`, `_` and `.` are the same, and so are upper and lower case.
  const pattern = name.replace(/[-_.]+/g, '[-_.]+');
  return new RegExp(`^[^#]*?(^|["'\\s])${pattern}(?=$|[\\s"'<>=~!;,\\[@])`, 'i').test(line);
}
