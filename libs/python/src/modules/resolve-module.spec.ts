import { memoryWorkspace } from '@ffsd/workspace';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveModule } from './resolve-module.ts';

/** The path of the module, `folder/` for each part of a namespace, or the code of the refusal with what may be meant. */
function resolve(paths: readonly string[] | Record<string, string>, from: string, specifier: string): string {
  const files = Array.isArray(paths) ? Object.fromEntries(paths.map((path) => [path, ''])) : paths;
  const found = resolveModule(memoryWorkspace(files as Record<string, string>), from, specifier);
  if (found.kind === 'unresolved') return [found.code, ...found.candidates].join(' ');
  return found.path ?? found.folders.map((folder) => `${folder}/`).join(' ');
}

describe('resolveModule, absolute', () => {
  const flat = [
    'app/__init__.py',
    'app/main.py',
    'app/sub/__init__.py',
    'app/sub/deep.py',
    'app/logging.py',
    'app/both.py',
    'app/both/__init__.py',
    'app/typed.py',
    'app/typed.pyi',
    'app/native.pyi',
    'app/data/rows.py',
    'tests/test_main.py',
    'tests/support.py',
    'logging.py',
  ];
  it.each([
    ['app/main.py', 'app', 'app/__init__.py'],
    ['app/main.py', 'app.sub.deep', 'app/sub/deep.py'],
    ['app/sub/deep.py', 'app.main', 'app/main.py'],
    ['tests/test_main.py', 'app.main', 'app/main.py'],
    ['tests/test_main.py', 'support', 'tests/support.py'],
    ['app/main.py', 'sub', 'outside'],
    ['app/main.py', 'app.nothing', 'missing app/__init__.py'],
    ['app/main.py', 'app.main.x', 'missing app/main.py'],
    ['app/main.py', 'requests', 'outside'],
    ['app/main.py', 'os.path', 'outside'],
    // What lies on the very path of the importer hides Python's own module; what lies elsewhere does not.
    ['app/main.py', 'logging', 'logging.py'],
    ['tests/test_main.py', 'logging', 'outside'],
    ['app/main.py', 'app.both', 'app/both/__init__.py'],
    ['app/main.py', 'app.typed', 'app/typed.py'],
    ['app/main.py', 'app.native', 'app/native.pyi'],
    ['app/main.py', 'app.data', 'app/data/'],
    ['app/main.py', 'app.data.rows', 'app/data/rows.py'],
  ])('in %s: %s is %s', (from, specifier, expected) => expect(resolve(flat, from, specifier)).toBe(expected));

  it('names the stub beside a source', () => {
    expect(resolveModule(memoryWorkspace({ 'a.py': '', 'a.pyi': '' }), 'b.py', 'a')).toMatchObject({
      kind: 'module',
      path: 'a.py',
      stub: 'a.pyi',
    });
  });

  it('finds the sources of a project in src, from its tests too', () => {
    const files = [
      'pyproject.toml',
      'src/app/__init__.py',
      'src/app/a.py',
      'tests/unit/test_a.py',
      'tests/unit/__init__.py',
    ];
    expect(resolve(files, 'tests/unit/test_a.py', 'app.a')).toBe('src/app/a.py');
    expect(resolve(files, 'src/app/a.py', 'app')).toBe('src/app/__init__.py');
    expect(resolve(files, 'src/app/a.py', 'src.app')).toBe('src/app/__init__.py');
  });

  it.each([
    ['pyproject.toml', '[tool.setuptools.packages.find]\nwhere = ["code"]'],
    ['pyproject.toml', '[tool.setuptools.package-dir]\n"" = "code"'],
    ['pyproject.toml', '[tool.poetry]\npackages = [{ include = "app", from = "code" }]'],
    ['pyproject.toml', '[tool.hatch.build.targets.wheel]\npackages = ["code/app"]'],
    ['pyproject.toml', '[tool.pytest.ini_options]\npythonpath = [\n  "code",\n]'],
    ['setup.py', "setup(package_dir={'': 'code'}, packages=find_packages('code'))"],
    ['setup.cfg', '[options]\npackage_dir =\n    = code'],
    ['pytest.ini', '[pytest]\npythonpath = code'],
  ])('believes %s: %j', (name, text) => {
    const files = {
      [`one/${name}`]: text,
      'one/code/app/a.py': '',
      'one/code/app/__init__.py': '',
      'one/tests/t.py': '',
    };
    expect(resolve(files, 'one/tests/t.py', 'app.a')).toBe('one/code/app/a.py');
    expect(resolve({ ...files, 'two/setup.py': '', 'two/x.py': '' }, 'two/x.py', 'app.a')).toBe('one/code/app/a.py');
  });

  it('finds what another project of the workspace offers, unless two do', () => {
    const files = [
      'libs/one/pyproject.toml',
      'libs/one/src/shared/__init__.py',
      'libs/one/src/only/__init__.py',
      'libs/two/setup.py',
      'libs/two/shared/__init__.py',
      'apps/web/pyproject.toml',
      'apps/web/main.py',
    ];
    expect(resolve(files, 'apps/web/main.py', 'only')).toBe('libs/one/src/only/__init__.py');
    expect(resolve(files, 'apps/web/main.py', 'shared')).toBe(
      'ambiguous libs/one/src/shared/__init__.py libs/two/shared/__init__.py',
    );
    expect(resolve(files, 'libs/two/setup.py', 'shared')).toBe('libs/two/shared/__init__.py');
  });

  it('does not guess that a package somewhere in the workspace is on the path', () => {
    const files = ['app.py', 'vendor/third/yaml/__init__.py'];
    expect(resolve(files, 'app.py', 'yaml')).toBe('not-on-path vendor/third/yaml/__init__.py');
  });

  it('puts the folders of a namespace together', () => {
    const files = [
      'one/setup.py',
      'one/src/corp/auth/__init__.py',
      'two/setup.py',
      'two/src/corp/mail/__init__.py',
      'two/src/corp/mail/send.py',
    ];
    expect(resolve(files, 'two/src/corp/mail/send.py', 'corp')).toBe('two/src/corp/ one/src/corp/');
    expect(resolve(files, 'two/src/corp/mail/send.py', 'corp.auth')).toBe('one/src/corp/auth/__init__.py');
    expect(resolve(files, 'two/src/corp/mail/send.py', '..auth')).toBe('one/src/corp/auth/__init__.py');
    expect(resolve(files, 'two/src/corp/mail/send.py', 'mail')).toBe('not-on-path two/src/corp/mail/__init__.py');
  });

  it('knows the namespaces from before PEP 420', () => {
    const init = "__path__ = __import__('pkgutil').extend_path(__path__, __name__)";
    const files = {
      'one/setup.py': '',
      'one/corp/__init__.py': init,
      'one/corp/a.py': '',
      'two/setup.py': '',
      'two/corp/__init__.py': init,
      'two/corp/b.py': '',
    };
    expect(resolve(files, 'one/corp/a.py', 'corp.b')).toBe('two/corp/b.py');
    expect(resolve({ ...files, 'one/corp/__init__.py': '' }, 'one/corp/a.py', 'corp.b')).toBe(
      'missing one/corp/__init__.py',
    );
  });
});

describe('resolveModule, relative', () => {
  const files = [
    'pkg/__init__.py',
    'pkg/a.py',
    'pkg/sub/__init__.py',
    'pkg/sub/b.py',
    'pkg/sub/c/d.py',
    'loose/x.py',
    'loose/y.py',
  ];
  it.each([
    ['pkg/a.py', '.', 'pkg/__init__.py'],
    ['pkg/__init__.py', '.', 'pkg/__init__.py'],
    ['pkg/__init__.py', '.a', 'pkg/a.py'],
    ['pkg/sub/b.py', '..a', 'pkg/a.py'],
    ['pkg/sub/__init__.py', '..a', 'pkg/a.py'],
    ['pkg/sub/b.py', '..', 'pkg/__init__.py'],
    ['pkg/sub/b.py', '.c', 'pkg/sub/c/'],
    ['pkg/sub/c/d.py', '...a', 'pkg/a.py'],
    ['pkg/a.py', '.sub.b', 'pkg/sub/b.py'],
    ['pkg/a.py', '.none', 'missing pkg/__init__.py'],
    ['pkg/a.py', '....a', 'beyond-top-level'],
    ['loose/x.py', '.y', 'loose/y.py'],
  ])('in %s: %s is %s', (from, specifier, expected) => expect(resolve(files, from, specifier)).toBe(expected));
});

it('finds the same module by its absolute and by its relative name', () => {
  const name = fc.constantFrom('a', 'b', 'c');
  const module = fc.array(name, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(module, { minLength: 2, maxLength: 8 }), (modules) => {
      const files: Record<string, string> = { 'top/__init__.py': '' };
      for (const parts of modules) {
        const path = ['top', ...parts];
        for (let length = 1; length < path.length; length++)
          files[`${path.slice(0, length).join('/')}/__init__.py`] = '';
        files[`${path.join('/')}.py`] = '';
      }
      const workspace = memoryWorkspace(files);
      const [from, to] = modules as [string[], string[]];
      const importer = `top/${from.join('/')}.py`;
      const absolute = resolveModule(workspace, importer, `top.${to.join('.')}`);
      const relative = resolveModule(workspace, importer, '.'.repeat(from.length) + to.join('.'));
      expect(absolute.kind).not.toBe('unresolved');
      expect(relative).toEqual(absolute);
    }),
    { numRuns: 100 },
  );
});
