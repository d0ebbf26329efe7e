import ts from 'typescript';

/** One import as written: of what, at which line (from 1), and whether only a type crosses. */
export interface Import {
  readonly of: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

/** What a file takes in and whether it exports a default. */
export interface Reading {
  readonly imports: readonly Import[];
  /** Line of the default export, or undefined. */
  readonly defaultExport?: number;
}

/** Reads TypeScript, JavaScript or an Astro component by syntax, never by pattern: strings and comments do not count. */
export function readImports(path: string, text: string): Reading {
  return path.endsWith('.astro') ? readAstro(path, text) : readScript(path, text, 0);
}

function readScript(path: string, text: string, above: number): Reading {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('.mjs') ? ts.ScriptKind.JS : ts.ScriptKind.TS);
  const imports: Import[] = [];
  let defaultExport: number | undefined;
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1 + above;
  const take = (node: ts.Node, of: ts.Node | undefined, typeOnly: boolean) => {
    if (of && ts.isStringLiteralLike(of)) imports.push({ of: of.text, line: lineOf(node), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) take(node, node.moduleSpecifier, isTypeOnly(node));
    else if (ts.isExportDeclaration(node)) take(node, node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node)) take(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    else if (ts.isCallExpression(node) && loads(node.expression)) take(node, node.arguments[0], false);
    if (ts.isExportAssignment(node) || isDefault(node)) defaultExport ??= lineOf(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { imports, ...(defaultExport === undefined ? {} : { defaultExport }) };
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = importClause.namedBindings;
  return !importClause.name && !!named && ts.isNamedImports(named) && named.elements.length > 0 && named.elements.every((each) => each.isTypeOnly);
}

function loads(callee: ts.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}

function isDefault(node: ts.Node): boolean {
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  return ts.canHaveModifiers(node) && !!ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
}

/** The frontmatter and the scripts of a component, each read where it stands. */
function readAstro(path: string, text: string): Reading {
  const parts = [...text.matchAll(/(?:^---\r?\n(?<front>[\s\S]*?)\r?\n---$)|(?:<script\b(?<attributes>[^>]*)>(?<script>[\s\S]*?)<\/script>)/gm)];
  const imports = parts.flatMap((part) => {
    const body = part.groups?.['front'] ?? part.groups?.['script'] ?? '';
    const above = text.slice(0, part.index + part[0].indexOf(body)).split('\n').length - 1;
    return readScript(path, body, above).imports;
  });
  return { imports };
}
