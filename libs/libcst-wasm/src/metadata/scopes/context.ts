import type { AssignmentKind } from './scope.ts';
import type { VariableScope } from './variable-scope.ts';

/** What a name does where it stands. */
export type Role =
  | 'load'
  | 'store'
  /** `x += 1` reads and binds. */
  | 'augment'
  /** `:=` binds outside of comprehensions. */
  | 'walrus'
  | 'delete'
  /** It is no variable: an attribute, a keyword, a part of a module's name. */
  | 'none';

/** What a row passes on to its children: where and how their names are evaluated. Rows share it while nothing changes. */
export class Context {
  readonly scope: VariableScope;
  readonly role: Role;
  readonly isAnnotation: boolean;
  /**
   * The end of the outermost loop of this scope around the row, 0 outside of loops. What is bound further down in the
   * same loop may be seen in the next round.
   */
  readonly loopEnd: number;
  /** Of a target: what it makes. */
  readonly kind: AssignmentKind;
  /** Of a target: the row from which on the new value can be seen; -1 for that of the name. */
  readonly effect: number;
  readonly #roles = new Map<Role, Context>();
  #annotated: Context | null = null;

  constructor(
    scope: VariableScope,
    role: Role = 'load',
    isAnnotation = false,
    loopEnd = 0,
    kind: AssignmentKind = 'variable',
    effect = -1,
  ) {
    this.scope = scope;
    this.role = role;
    this.isAnnotation = isAnnotation;
    this.loopEnd = loopEnd;
    this.kind = kind;
    this.effect = effect;
  }

  as(role: Role): Context {
    if (role === this.role) return this;
    let made = this.#roles.get(role);
    if (made === undefined) {
      made = new Context(this.scope, role, this.isAnnotation, this.loopEnd);
      this.#roles.set(role, made);
    }
    return made;
  }

  annotated(): Context {
    if (this.isAnnotation) return this;
    this.#annotated ??= new Context(this.scope, 'load', true, this.loopEnd);
    return this.#annotated;
  }

  target(kind: AssignmentKind, effect: number, role: Role = 'store'): Context {
    return new Context(this.scope, role, this.isAnnotation, this.loopEnd, kind, effect);
  }

  /** The body of a loop; an inner loop adds nothing to what the outer one says. */
  inLoop(end: number): Context {
    return this.loopEnd === 0 ? new Context(this.scope, this.role, this.isAnnotation, end) : this;
  }

  /** The inside of a scope that is made here. */
  within(scope: VariableScope, loopEnd = 0): Context {
    return new Context(scope, 'load', this.isAnnotation, loopEnd);
  }
}
