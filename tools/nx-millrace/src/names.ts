import ts from 'typescript';

/** The forms of a name. */
export interface Names {
	/** As given: `strip-footers`. */
	readonly name: string;
	/** As an identifier: `stripFooters`. */
	readonly camel: string;
	/** In prose: `Strip footers`. */
	readonly title: string;
}

/** Makes the forms of a name. Throws where it is not made of lower-case words, or is a word that the code uses. */
export function namesOf(kind: string, name: string): Names {
	if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) || name.length > 64) {
		throw new Error(
			`nx g ${kind}: expected a name of lower-case words joined by "-", such as strip-footers, found "${name}".`,
		);
	}
	const camel = name.replaceAll(/-(.)/g, (_, first: string) => first.toUpperCase());
	if (!isFree(camel))
		throw new Error(
			`nx g ${kind}: "${name}" is a word of TypeScript or of the code to write; choose another name.`,
		);
	const words = name.replaceAll('-', ' ');
	return {name, camel, title: words.slice(0, 1).toUpperCase() + words.slice(1)};
}

/** What the templates import: a declaration of the same name would clash. */
const imported = new Set(
	'createHash defineStage fromJsonl inlineExecutor length memoryStore normalizeText pipeline readFile refresh runStage test testStage toParquet utf8 z'.split(
		' ',
	),
);

const isFree = (word: string): boolean =>
	!imported.has(word) &&
	ts.createScanner(ts.ScriptTarget.Latest, true, undefined, word).scan() === ts.SyntaxKind.Identifier;
