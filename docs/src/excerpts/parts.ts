import { parse } from '@babel/parser';

/** A part of a source, by its lines, which count from 1; the comments that lead to it belong to it. */
export type Part = {
  /** `replies`, `Keyspace.get`, `imports`, or the first words of a statement that has no name. */
  names: readonly string[];
  first: number;
  last: number;
  /** How its source begins, after the comments. */
  text: string;
};

/** The parser's nodes, as far as they matter here. */
type Node = NonNullable<ReturnType<typeof parse>['program']['body'][number]>;
type Lines = Pick<Part, 'first' | 'last' | 'text'>;

/** The parts of a source, outer before inner. All imports together are a part, and so is each member of a class. */
export function partsOf(source: string): Part[] {
  const { body } = parse(source, { sourceType: 'module', plugins: ['typescript'] }).program;
  const imports = body.filter(({ type }) => type === 'ImportDeclaration');
  const others = body.filter(({ type }) => type !== 'ImportDeclaration');
  const parts = others.flatMap((node, i) => {
    const lines = linesOf(source, node, lineBefore(others[i - 1] ?? imports.at(-1)));
    return [{ names: namesOf(node), ...lines }, ...membersOf(source, node)];
  });
  return joinNeighbours([...importsTogether(source, imports), ...parts]);
}

function importsTogether(source: string, imports: readonly Node[]): Part[] {
  const [first, last] = [imports[0], imports.at(-1)];
  if (!first || !last) return [];
  return [{ ...linesOf(source, first, 0), names: ['imports'], last: last.loc?.end.line ?? 0 }];
}

function membersOf(source: string, node: Node): Part[] {
  const declaration = declarationIn(node);
  if (declaration?.type !== 'ClassDeclaration') return [];
  const { body } = declaration.body;
  const start = declaration.body.loc?.start.line ?? 0;
  return body.flatMap((member, i) => {
    if (!('key' in member)) return [];
    const sign = member.key.type === 'PrivateName' ? '#' : '';
    const key = member.key.type === 'PrivateName' ? member.key.id : member.key;
    const name = key.type === 'Identifier' ? key.name : source.slice(key.start ?? 0, key.end ?? 0);
    const lines = linesOf(source, member, i === 0 ? start : lineBefore(body[i - 1]));
    return [{ names: [`${declaration.id?.name ?? 'default'}.${sign}${name}`], ...lines }];
  });
}

/** What a statement is called: what it declares. A statement that declares nothing has no name. */
function namesOf(node: Node): string[] {
  const declaration = declarationIn(node);
  if (declaration?.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? id.name : []));
  }
  if (!declaration || !('id' in declaration) || declaration.id?.type !== 'Identifier') return [];
  return [declaration.id.name];
}

function declarationIn(node: Node) {
  return node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration'
    ? node.declaration
    : node;
}

type Located = Pick<Node, 'loc' | 'start' | 'end' | 'leadingComments'>;

/** Comments lead to a part unless they stand on a line of the one before. */
function linesOf(source: string, node: Located, before: number): Lines {
  const comments = (node.leadingComments ?? []).map(({ loc }) => loc?.start.line ?? 0);
  const own = node.loc?.start.line ?? 0;
  return {
    first: Math.min(own, ...comments.filter((line) => line > before)),
    last: node.loc?.end.line ?? own,
    text: source.slice(node.start ?? 0, node.end ?? 0),
  };
}

function lineBefore(node: Located | undefined): number {
  return node?.loc?.end.line ?? 0;
}

/** The overloads of a function are one part, and so are a getter and its setter. */
function joinNeighbours(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    const isSame = before && part.names.length > 0 && before.names.join() === part.names.join();
    if (isSame) joined[joined.length - 1] = { ...before, last: part.last };
    else joined.push(part);
  }
  return joined;
}
