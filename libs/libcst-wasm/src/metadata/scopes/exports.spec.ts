import { describe, expect, it } from 'vitest';
import { parseModule } from '../../parse-module.ts';
import { exportsOf } from './exports.ts';

function exported(source: string): string[] {
  const found = exportsOf(parseModule(source))!;
  return [...found.names.map(({ name, assignments }) => `${name} ${assignments.length}`), `${found.isComplete}`];
}

describe('exports', () => {
  it('are the strings of __all__, with what they name', () => {
    expect(exported('import a\n__all__ = ["a", "b"]\nb = 1\nb = 2')).toEqual(['a 1', 'b 2', 'true']);
  });

  it.each([
    '__all__ = ("a", "b")',
    '__all__: list[str] = ["a", "b"]',
    '__all__ = ["a"] + ["b"]',
    '__all__ = ["a"]\n__all__ += ["b"]',
    '__all__ = ["a"]\n__all__ = __all__ + ["b"]',
    '__all__ = ["a"]\n__all__.append("b")',
    '__all__ = []\n__all__.extend(("a", "b"))',
    '__all__ = ["a"]\ndef f():\n  __all__.append("b")',
  ])('are read in %s', (source) => {
    expect(exported(source)).toEqual(['a 0', 'b 0', 'true']);
  });

  it.each([
    '__all__ = ["a"] + other.__all__',
    '__all__ = ["a"]\n__all__ += names',
    '__all__ = ["a", name]',
    '__all__ = ["a", *names]',
    '__all__ = ["a"]\n__all__.remove("b")',
    '__all__ = ["a"]\nadd = __all__.append',
  ])('are incomplete in %s', (source) => {
    expect(exported(source)).toEqual(['a 0', 'false']);
  });

  it('are null where there is no __all__', () => {
    expect(exportsOf(parseModule('def f():\n  __all__ = ["a"]'))).toBeNull();
  });
});
