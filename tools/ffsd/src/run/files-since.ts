import { UsageError } from '@ffsd/codemod';
import { git } from '@ffsd/workspace';

/**
 * The files that differ from where this branch left the reference, and the untracked ones; relative to the root.
 *
 * @throws UsageError when git does not know the reference, or there is no git.
 */
export function filesSince(root: string, reference: string): readonly string[] {
  // A reference that begins with a dash would be read as an option.
  const base = git(root, ['merge-base', '--end-of-options', reference, 'HEAD']);
  if (base.status !== 0) throw unknown(root, reference, base.status === null, base.stderr);
  const changed = git(root, ['diff', '--name-only', '-z', '--relative', base.stdout.trim(), '--', '.']);
  const untracked = git(root, ['ls-files', '-z', '-o', '--exclude-standard', '--', '.']);
  return `${changed.stdout}${untracked.stdout}`.split('\0').filter((path) => path !== '');
}

function unknown(root: string, reference: string, hasNoGit: boolean, message: string): UsageError {
  if (hasNoGit)
    return new UsageError(
      'git/missing',
      '--since needs git, which was not found',
      'Install git, or leave --since out.',
    );
  if (/not a git repository/i.test(message)) {
    return new UsageError(
      'git/no-repository',
      `--since needs a git repository; ${root} is in none`,
      'Leave --since out.',
    );
  }
  const hint =
    'Name a branch, a tag or a commit that this clone has; a shallow clone may lack it (git fetch --unshallow).';
  return new UsageError('git/unknown-reference', `git finds no common ancestor of "${reference}" and HEAD`, hint);
}
