import {readFileSync, realpathSync} from 'node:fs';
import {findPackageJSON, isBuiltin} from 'node:module';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {MillraceError} from '@millrace/core';
import {parseModule, type ParsedModule} from './parse-module.ts';

/** Where an import leads: a module of ours, or a package whose version is locked. */
export type Target =
	| {readonly kind: 'module'; readonly url: string}
	| {readonly kind: 'package'; readonly name: string; readonly version: string};

/** Reads modules once and follows their imports; make one for each run, since it remembers what it read. */
export interface ModuleGraph {
	parsed(url: string): ParsedModule;
	/** Undefined for modules built into Node. */
	resolve(specifier: string, from: string): Target | undefined;
}

export function moduleGraph(): ModuleGraph {
	const modules = new Map<string, ParsedModule>();
	const targets = new Map<string, Target | undefined>();
	return {
		parsed(url) {
			let module = modules.get(url);
			if (!module) modules.set(url, (module = readModule(url)));
			return module;
		},
		resolve(specifier, from) {
			const key = `${specifier}\n${from}`;
			if (!targets.has(key)) targets.set(key, resolve(specifier, from));
			return targets.get(key);
		},
	};
}

/** What this process parsed, by file; a module of the same text is not parsed twice. */
const parsedBefore = new Map<string, {readonly text: string; readonly module: ParsedModule}>();

function readModule(url: string): ParsedModule {
	const file = fileURLToPath(url);
	try {
		const text = readFileSync(file, 'utf8');
		const before = parsedBefore.get(file);
		if (before?.text === text) return before.module;
		const module = parseModule(file, text);
		parsedBefore.set(file, {text, module});
		return module;
	} catch (cause) {
		throw new MillraceError(
			'usage',
			`${file}: the module cannot be fingerprinted: ${cause instanceof Error ? cause.message : String(cause)}.`,
			{cause},
		);
	}
}

function resolve(specifier: string, from: string): Target | undefined {
	if (isBuiltin(specifier)) return undefined;
	if (/^(\.|\/|file:)/.test(specifier)) return {kind: 'module', url: fileOf(specifier, from)};
	const real = realpathSync(manifestOf(specifier, from));
	const {name, version, exports} = packageOf(real);
	if (real.includes('/node_modules/') || exports === undefined) return {kind: 'package', name, version};
	return {kind: 'module', url: new URL(exports, pathToFileURL(real)).href};
}

function fileOf(specifier: string, from: string): string {
	const url = new URL(specifier, from);
	try {
		return pathToFileURL(realpathSync(url)).href;
	} catch (cause) {
		throw new MillraceError(
			'usage',
			`${fileURLToPath(from)}: the module ${specifier} that it imports is not there; mend the import.`,
			{cause},
		);
	}
}

function manifestOf(specifier: string, from: string): string {
	try {
		const manifest = findPackageJSON(specifier, from);
		if (manifest !== undefined) return manifest;
	} catch (cause) {
		throw new MillraceError(
			'usage',
			`${fileURLToPath(from)}: package ${specifier} is not installed; run npm ci.`,
			{cause},
		);
	}
	throw new MillraceError(
		'usage',
		`${fileURLToPath(from)}: package ${specifier} has no package.json; run npm ci.`,
	);
}

function packageOf(file: string): {
	readonly name: string;
	readonly version: string;
	readonly exports: string | undefined;
} {
	const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
	const fields = new Map<string, unknown>(
		typeof found === 'object' && found !== null ? Object.entries(found) : [],
	);
	const exported = fields.get('exports');
	const entry =
		typeof exported === 'object' && exported !== null && '.' in exported ? exported['.'] : exported;
	return {
		name: String(fields.get('name')),
		version: String(fields.get('version')),
		exports: typeof entry === 'string' ? entry : undefined,
	};
}
