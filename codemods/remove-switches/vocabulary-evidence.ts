import type { Evidence } from '@ffsd/changes';

const words = 'read as described by ';

/** That a vocabulary knows the read which a change folds. */
export function vocabularyEvidence(name: string): Evidence {
  return { kind: 'vocabulary', text: `${words}${name}` };
}

/** The vocabularies that know the reads of a change. */
export function vocabulariesIn(evidence: readonly Evidence[]): readonly string[] {
  return evidence.filter(({ kind }) => kind === 'vocabulary').map(({ text }) => text.slice(words.length));
}
