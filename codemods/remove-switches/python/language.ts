import type { Language } from '../language.ts';
export const python: Language = {
  name: 'python',
  owns: (path) => /\.pyi?$/.test(path),
  breaks: () => false,
  impliedDependencies: () => [],
  complaintAbout: () => new Error(),
  open: () => ({
    foldReads: () => [],
    removeLeftovers: () => false,
    spellings: (key) => [key],
    knownKeys: () => [],
    standsElsewhere: () => false,
    removeDefinitions() {},
  }),
};
