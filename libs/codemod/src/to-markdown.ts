import type { OptionSpec, OptionSpecs } from './codemod.ts';
import { kebabCase } from './spelling.ts';

/** The options as a table for a codemod's page. */
export function toMarkdown(options: OptionSpecs): string {
  const rows = Object.entries(options).map(
    ([name, spec]) => `| ${flagOf(name, spec)} | ${keyOf(spec)} | ${textOf(spec)} |`,
  );
  return ['| option | ffsd.json | |', '|---|---|---|', ...rows, ''].join('\n');
}

function flagOf(name: string, spec: OptionSpec): string {
  if (spec.configOnly) return 'only in ffsd.json';
  const value = spec.type === 'boolean' ? '' : ` ${spec.choices?.join('\\|') ?? kebabCase(name).toUpperCase()}`;
  const alias = spec.alias === undefined ? '' : `, \`${spec.alias.length === 1 ? '-' : '--'}${spec.alias}\``;
  return `\`--${kebabCase(name)}${value}\`${alias}`;
}

function keyOf(spec: OptionSpec): string {
  return spec.config === undefined ? '' : `\`${spec.config}\``;
}

function textOf(spec: OptionSpec): string {
  const text = spec.describe.replaceAll('|', '\\|');
  return spec.default === undefined ? text : `${text} (default: \`${spec.default}\`)`;
}
