import {stripTypeScriptTypes} from 'node:module';
import {parse, type Program} from 'acorn';
import {simple} from 'acorn-walk';
import {analyze, type Scope} from 'eslint-scope';
import type {Program as EstreeProgram} from 'estree';

/** What a fingerprint needs to know of a module: its text, its top-level declarations and what they reach. */
export interface ParsedModule {
	/** The source without its types; positions are those of the file. */
	readonly source: string;
	/** Whether it does nothing but re-export, so that only what is asked of it counts. */
	readonly barrel: boolean;
	/** Local name of each import. */
	readonly imports: ReadonlyMap<string, Imported>;
	/** Exported name of each re-export; `*` is not among them. */
	readonly reexports: ReadonlyMap<string, Imported>;
	/** Modules loaded for everything they do: bare imports, `export *`, literal dynamic imports. */
	readonly whole: readonly string[];
	/** Files named by `new URL('./x', import.meta.url)`. */
	readonly assets: readonly string[];
	/** Top-level declarations by name: their text and the names they use. Found out when first asked for. */
	readonly declarations: ReadonlyMap<string, Declared>;
}

export interface Imported {
	readonly from: string;
	readonly name: string;
}

export interface Declared {
	readonly text: string;
	readonly uses: ReadonlySet<string>;
}

/** Parses a module written in TypeScript or JavaScript. */
export function parseModule(file: string, text: string): ParsedModule {
	const source = /\.[cm]?ts$/.test(file) ? withoutTypes(text) : text;
	const program = parse(source, {ecmaVersion: 'latest', sourceType: 'module', ranges: true});
	const imports = new Map<string, Imported>();
	const reexports = new Map<string, Imported>();
	const whole: string[] = [];
	let barrel = true;
	for (const statement of program.body) {
		if (statement.type === 'ImportDeclaration') {
			barrel = false;
			const from = String(statement.source.value);
			if (statement.specifiers.length === 0) whole.push(from);
			for (const specifier of statement.specifiers) {
				const name =
					specifier.type === 'ImportNamespaceSpecifier'
						? '*'
						: specifier.type === 'ImportDefaultSpecifier'
							? 'default'
							: nameOf(specifier.imported);
				imports.set(specifier.local.name, {from, name});
			}
		} else if (statement.type === 'ExportNamedDeclaration' && statement.source) {
			const from = String(statement.source.value);
			for (const {exported, local} of statement.specifiers)
				reexports.set(nameOf(exported), {from, name: nameOf(local)});
		} else if (statement.type === 'ExportAllDeclaration') {
			whole.push(String(statement.source.value));
		} else {
			barrel = false;
		}
	}
	const assets: string[] = [];
	simple(program, {
		ImportExpression({source: from}) {
			if (from.type === 'Literal') whole.push(String(from.value));
		},
		NewExpression({callee, arguments: [first, second]}) {
			const isUrl =
				callee.type === 'Identifier' && callee.name === 'URL' && second?.type === 'MemberExpression';
			if (isUrl && first?.type === 'Literal') assets.push(String(first.value));
		},
	});
	let declarations: ReadonlyMap<string, Declared> | undefined;
	return {
		source,
		barrel,
		imports,
		reexports,
		whole,
		assets,
		get declarations() {
			return (declarations ??= declarationsOf(program, source));
		},
	};
}

/** The names that a function's source takes from outside; undefined where it cannot be parsed. */
export function freeNames(functionSource: string): ReadonlySet<string> | undefined {
	for (const text of [`(${functionSource})`, `({${functionSource}})`]) {
		try {
			return through(parse(text, {ecmaVersion: 'latest', sourceType: 'module', ranges: true}));
		} catch (error) {
			if (!(error instanceof SyntaxError)) throw error;
		}
	}
	return undefined;
}

function through(program: Program): ReadonlySet<string> {
	const [scope] = scopesOf(program);
	return new Set(scope?.through.map(({identifier}) => identifier.name));
}

/** The global scope of a program. */
function scopesOf(program: Program): readonly Scope[] {
	const tree: object = program;
	return isEstree(tree) ? analyze(tree, {ecmaVersion: 2024, sourceType: 'module'}).scopes : [];
}

/** Acorn's tree is ESTree; only its declared types differ. */
const isEstree = (tree: object): tree is EstreeProgram => 'type' in tree && tree.type === 'Program';

function declarationsOf(program: Program, source: string): ReadonlyMap<string, Declared> {
	const declarations = new Map<string, Declared>();
	const moduleScope = scopesOf(program).find((scope) => scope.type === 'module');
	for (const variable of moduleScope?.variables ?? []) {
		const ranges = variable.defs
			.filter(({type}) => type !== 'ImportBinding')
			.map(({node, parent}) => rangeOf(parent ?? node));
		if (ranges.length === 0) continue;
		const uses = new Set<string>();
		const inside = (at: number): boolean => ranges.some(([start, end]) => at >= start && at < end);
		for (const other of moduleScope?.variables ?? []) {
			if (other.references.some(({identifier}) => inside(identifier.range?.[0] ?? -1))) uses.add(other.name);
		}
		declarations.set(variable.name, {
			text: ranges.map(([start, end]) => source.slice(start, end)).join('\n'),
			uses,
		});
	}
	return declarations;
}

const rangeOf = (node: {readonly range?: [number, number] | undefined}): readonly [number, number] =>
	node.range ?? [0, 0];

const nameOf = (node: {readonly type: string; readonly name?: string; readonly value?: unknown}): string =>
	node.name ?? String(node.value);

function withoutTypes(text: string): string {
	// The function is experimental in Node 24 and says so once on stderr, which is no news to a user of Millrace.
	const warn = process.emitWarning.bind(process);
	process.emitWarning = () => undefined;
	try {
		return stripTypeScriptTypes(text);
	} finally {
		process.emitWarning = warn;
	}
}
