/** Every reason for which a place is left alone, with what it means for the reader of the report. The codes are stable. */
export const keptCodes = {
  // Reads that stay.
  'dynamic-key': 'The key is computed while the program runs, so the read may or may not be one of this flag.',
  'key-in-tuple':
    'What is asked for is a tuple with the key in it, by a comma too many, so that the read is one of no flag at all.',
  'unknown-receiver':
    'The read looks like that of a flag service, but nothing shows that what is asked is the service.',
  'promise-not-awaited': 'The read gives a promise that is passed on instead of being awaited on the spot.',
  'value-in-callback': 'The read hands the value to a function that it is given, and nothing looks at what it gives.',
  'detail-object': 'The read gives an object, and more of it is used than the value.',
  'rest-element':
    'The flag is taken out of an object whose rest is collected; without its name it would become part of the rest.',
  'nested-pattern': 'The value of the flag is destructured further.',
  'flag-set': 'The code sets the flag here; reads in the same file are graded `review`.',
  'component-use': 'The component is used here in a way that does not tell what would stand in its place.',
  'other-type': 'This read cannot give the stated value: a boolean read of a flag that is a text.',
  'other-value': 'The flag is a constant, and the code gives it another value than the stated one.',
  'impure-argument': 'An argument of the read has an effect that would be lost or would happen at another time.',
  'object-value': 'The value is an object, which cannot be repeated where the flag is read.',
  'unfolded-use': 'The value is bound to a name, and one use of the name cannot be folded.',
  'switch-break-inside': 'A break in the middle of the chosen case leaves the switch.',
  'switch-shared-names': 'The cases of the switch declare names that they share.',
  'constant-case':
    'The read is a case of a switch over a constant. It always holds once it is reached, and the cases around it keep it.',
  'switch-without-block': 'The switch is the body of another statement, which has room for one statement only.',
  'no-surroundings': 'The read stands where nothing uses it.',
  'would-break':
    'The result would not parse, would use a name that is declared nowhere or twice, would leave a name unused or change what it means, or would take away what another file imports.',
  'scope-change':
    'The removed code is what makes a name belong to its function or class, and the name is used there: it would mean another one.',
  generator: 'The function would lose its only yield, and would no longer be a generator.',
  'guarded-definition': 'A decorator or base lets nothing through any more, so the whole definition has lost its use.',
  'other-arguments':
    'The decorator is given more than the flag, and nothing shows that it would work without the flag.',
  'same-registration':
    'Without the flag, the definition would be registered for the same as another one. One of the two has lost its use.',
  'not-editable': 'The file is outside of the paths or projects that may be changed, or ffsd.json keeps it.',
  // Where a value goes on and is not followed.
  'exported-value': 'The constant is exported, and not all of its uses are known or can be folded.',
  'returned-value': 'A function returns the constant, and not all of its callers are known or can be folded.',
  'passed-value':
    'The constant is passed to a function or component that gets something else elsewhere, or whose calls are not all known.',
  'stored-value': 'The constant is stored in a property, a field or a variable whose uses are not all known.',
  reassigned: 'The name that holds the value is assigned again, so it is not always the constant.',
  'read-early': 'The name is a var that may be read before its line has given it the constant.',
  'dynamic-scope': 'The file uses eval or with, so a name may be used where nothing shows it.',
  'hoisted-var': 'Nothing reaches this code any more, but it declares a name for the whole function.',
  'call-with-effect': 'The function always gives the same value, but does something else, too, so its call stays.',
  // What this run left unused and must not remove.
  'unused-effect': 'Nothing uses the name any more, but what gives it its value may have an effect.',
  'unused-writes': 'Nothing reads the name any more, but the code still gives it values.',
  'unused-cycle': 'Nothing uses the names any more but they each other, and one of them may have an effect.',
  'unused-parameter':
    'Nothing uses the parameter any more, but callers pass it, and not all of them are known or can do without.',
  'unused-member': 'The class does not use its private member any more, but others may reach it, or it has an effect.',
  'used-by-tests': 'Only tests use the code any more, and this one is about more than that.',
  published: 'Nothing in the workspace uses the export any more, but a package that others install offers it.',
  'named-elsewhere':
    'Nothing imports the file or the export any more, but a text names it: a template, a configuration, a list of files.',
  'unused-export':
    'Nothing uses the export any more, but it cannot go alone, or what gives it its value may have an effect.',
  'unused-asset': 'Nothing uses the file any more, and it is no text: it could not be given back.',
  'dependency-unused': 'Nothing imports the package any more, which is listed here.',
  // The key itself.
  'key-in-use': 'A name stands for the key of the flag and is still used.',
  'definition-in-use': 'The flag is defined here, but its key still stands elsewhere, or this may be no list of flags.',
  'test-of-other-value':
    'A test sets the flag to another value than the stated one, or compares its value: it has lost its subject.',
  'ordered-mock':
    'A test gives the flag one value after the other; without one of them the others would come too early.',
  'call-count': 'A test counts how often the flag is asked, or with what.',
  'other-flag-unread': 'Nothing asks for this other flag any more: what asked for it went with a branch.',
  mention: 'The key stands here, in code that is no known read, in a comment, or in a file that is no code.',
  'not-found': 'The key stands nowhere; the nearest keys that the code reads are offered.',
  minified: 'The file is minified, so it is built from other sources. It is not looked at.',
  unparsable: 'The file does not parse. It is reported and never changed.',
} as const satisfies Readonly<Record<string, string>>;

export type KeptCode = keyof typeof keptCodes;
