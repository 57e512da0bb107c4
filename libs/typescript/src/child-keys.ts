/**
 * The properties of a node that hold its children, in the order in which the children stand in the source.
 *
 * `@babel/types` has such a table, but loading it costs more than parsing most files, and its order is not everywhere that
 * of the source. A type that is missing here is read property by property.
 */
export function childKeysOf(node: { readonly type: string }): readonly string[] {
  const keys = table[node.type];
  if (keys) return keys;
  return Object.keys(node).filter((key) => !noChildren.has(key));
}

const noChildren = new Set(
  'type start end range loc extra tokens comments errors leadingComments trailingComments innerComments'.split(' '),
);

const method = 'decorators key typeParameters params returnType body';
const property = 'decorators variance key typeAnnotation value';
const functionKeys = 'id typeParameters params returnType predicate body';
const classKeys = 'decorators id typeParameters superClass superTypeParameters mixins implements body';
const call = 'callee typeParameters typeArguments arguments';
const signature = 'key typeParameters parameters typeAnnotation';

const expressions = {
  Identifier: 'decorators typeAnnotation',
  ArrayExpression: 'elements',
  ArrowFunctionExpression: 'typeParameters params returnType predicate body',
  AssignmentExpression: 'left right',
  AwaitExpression: 'argument',
  BinaryExpression: 'left right',
  BindExpression: 'object callee',
  CallExpression: call,
  ClassExpression: classKeys,
  ConditionalExpression: 'test consequent alternate',
  DoExpression: 'body',
  FunctionExpression: functionKeys,
  ImportExpression: 'source options',
  LogicalExpression: 'left right',
  MemberExpression: 'object property',
  MetaProperty: 'meta property',
  ModuleExpression: 'body',
  NewExpression: call,
  ObjectExpression: 'properties',
  ObjectMethod: method,
  ObjectProperty: 'decorators key value',
  OptionalCallExpression: call,
  OptionalMemberExpression: 'object property',
  ParenthesizedExpression: 'expression',
  PrivateName: 'id',
  RecordExpression: 'properties',
  SequenceExpression: 'expressions',
  SpreadElement: 'argument',
  TaggedTemplateExpression: 'tag typeParameters quasi',
  TemplateLiteral: 'quasis expressions',
  TupleExpression: 'elements',
  TypeCastExpression: 'expression typeAnnotation',
  UnaryExpression: 'argument',
  UpdateExpression: 'argument',
  YieldExpression: 'argument',
};

const statements = {
  File: 'program',
  Program: 'interpreter directives body',
  BlockStatement: 'directives body',
  BreakStatement: 'label',
  CatchClause: 'param body',
  ContinueStatement: 'label',
  Directive: 'value',
  DoWhileStatement: 'body test',
  ExpressionStatement: 'expression',
  ForInStatement: 'left right body',
  ForOfStatement: 'left right body',
  ForStatement: 'init test update body',
  IfStatement: 'test consequent alternate',
  LabeledStatement: 'label body',
  ReturnStatement: 'argument',
  SwitchCase: 'test consequent',
  SwitchStatement: 'discriminant cases',
  ThrowStatement: 'argument',
  TryStatement: 'block handler finalizer',
  VariableDeclaration: 'declarations',
  VariableDeclarator: 'id init',
  WhileStatement: 'test body',
  WithStatement: 'object body',
};

const declarations = {
  ArrayPattern: 'decorators elements typeAnnotation',
  AssignmentPattern: 'decorators left right',
  ClassAccessorProperty: property,
  ClassBody: 'body',
  ClassDeclaration: classKeys,
  ClassMethod: method,
  ClassPrivateMethod: method,
  ClassPrivateProperty: property,
  ClassProperty: property,
  Decorator: 'expression',
  FunctionDeclaration: functionKeys,
  ObjectPattern: 'decorators properties typeAnnotation',
  RestElement: 'decorators argument typeAnnotation',
  StaticBlock: 'body',
  ExportAllDeclaration: 'exported source attributes assertions',
  ExportDefaultDeclaration: 'declaration',
  ExportDefaultSpecifier: 'exported',
  ExportNamedDeclaration: 'declaration specifiers source attributes assertions',
  ExportNamespaceSpecifier: 'exported',
  ExportSpecifier: 'local exported',
  ImportAttribute: 'key value',
  ImportDeclaration: 'specifiers source attributes assertions',
  ImportDefaultSpecifier: 'local',
  ImportNamespaceSpecifier: 'local',
  ImportSpecifier: 'imported local',
};

const jsx = {
  JSXAttribute: 'name value',
  JSXClosingElement: 'name',
  JSXElement: 'openingElement children closingElement',
  JSXExpressionContainer: 'expression',
  JSXFragment: 'openingFragment children closingFragment',
  JSXMemberExpression: 'object property',
  JSXNamespacedName: 'namespace name',
  JSXOpeningElement: 'name typeParameters typeArguments attributes',
  JSXSpreadAttribute: 'argument',
  JSXSpreadChild: 'expression',
};

const typescript = {
  TSArrayType: 'elementType',
  TSAsExpression: 'expression typeAnnotation',
  TSCallSignatureDeclaration: 'typeParameters parameters typeAnnotation',
  TSConditionalType: 'checkType extendsType trueType falseType',
  TSConstructSignatureDeclaration: 'typeParameters parameters typeAnnotation',
  TSConstructorType: 'typeParameters parameters typeAnnotation',
  TSDeclareFunction: 'id typeParameters params returnType',
  TSDeclareMethod: 'decorators key typeParameters params returnType',
  TSEnumBody: 'members',
  TSEnumDeclaration: 'id members body',
  TSEnumMember: 'id initializer',
  TSExportAssignment: 'expression',
  TSExpressionWithTypeArguments: 'expression typeParameters',
  TSExternalModuleReference: 'expression',
  TSFunctionType: 'typeParameters parameters typeAnnotation',
  TSImportEqualsDeclaration: 'id moduleReference',
  TSImportType: 'argument options qualifier typeParameters',
  TSIndexSignature: 'parameters typeAnnotation',
  TSIndexedAccessType: 'objectType indexType',
  TSInferType: 'typeParameter',
  TSInstantiationExpression: 'expression typeParameters',
  TSInterfaceBody: 'body',
  TSInterfaceDeclaration: 'id typeParameters extends body',
  TSIntersectionType: 'types',
  TSLiteralType: 'literal',
  TSMappedType: 'typeParameter nameType typeAnnotation',
  TSMethodSignature: signature,
  TSModuleBlock: 'body',
  TSModuleDeclaration: 'id body',
  TSNamedTupleMember: 'label elementType',
  TSNamespaceExportDeclaration: 'id',
  TSNonNullExpression: 'expression',
  TSOptionalType: 'typeAnnotation',
  TSParameterProperty: 'decorators parameter',
  TSParenthesizedType: 'typeAnnotation',
  TSPropertySignature: 'key typeAnnotation',
  TSQualifiedName: 'left right',
  TSRestType: 'typeAnnotation',
  TSSatisfiesExpression: 'expression typeAnnotation',
  TSTemplateLiteralType: 'quasis types',
  TSTupleType: 'elementTypes',
  TSTypeAliasDeclaration: 'id typeParameters typeAnnotation',
  TSTypeAnnotation: 'typeAnnotation',
  TSTypeAssertion: 'typeAnnotation expression',
  TSTypeLiteral: 'members',
  TSTypeOperator: 'typeAnnotation',
  TSTypeParameter: 'constraint default',
  TSTypeParameterDeclaration: 'params',
  TSTypeParameterInstantiation: 'params',
  TSTypePredicate: 'parameterName typeAnnotation',
  TSTypeQuery: 'exprName typeParameters',
  TSTypeReference: 'typeName typeParameters',
  TSUnionType: 'types',
};

const leaves =
  'ArgumentPlaceholder BigIntLiteral BooleanLiteral DebuggerStatement DecimalLiteral DirectiveLiteral EmptyStatement Import InterpreterDirective JSXClosingFragment JSXEmptyExpression JSXIdentifier JSXOpeningFragment JSXText NullLiteral NumericLiteral RegExpLiteral StringLiteral Super TemplateElement ThisExpression TSAnyKeyword TSBigIntKeyword TSBooleanKeyword TSIntrinsicKeyword TSNeverKeyword TSNullKeyword TSNumberKeyword TSObjectKeyword TSStringKeyword TSSymbolKeyword TSThisType TSUndefinedKeyword TSUnknownKeyword TSVoidKeyword';

const table: Record<string, readonly string[]> = Object.create(null);
for (const group of [expressions, statements, declarations, jsx, typescript]) {
  for (const [type, keys] of Object.entries(group)) table[type] = keys.split(' ');
}
for (const type of leaves.split(' ')) table[type] = [];
