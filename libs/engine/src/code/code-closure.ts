import {readFileSync, statSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {sha256, type Origin} from '@millrace/core';
import type {ModuleGraph} from './module-graph.ts';
import {freeNames} from './parse-module.ts';

/** The code that something reaches: pieces of source by where they stand, and packages by their versions. */
export interface CodeClosure {
	/** Digest of each piece of source, by `url#name`. */
	readonly pieces: ReadonlyMap<string, string>;
	/** Version of each package, by name. */
	readonly packages: ReadonlyMap<string, string>;
	/** Whether a function captures a value that no source shows. */
	readonly captures: boolean;
}

const everything = '*';
const globals = new Set([
	...Object.getOwnPropertyNames(globalThis),
	'undefined',
	'NaN',
	'Infinity',
	'arguments',
	'import',
	'require',
]);

/**
 * The code that a step reaches. A step of a library stands for its whole module; one written in place stands for
 * its functions and the declarations and imports that they name. A function that captures anything else, whose
 * value no source shows, stands for all that the pipeline's module reaches.
 */
export function codeClosure(
	graph: ModuleGraph,
	origin: Origin,
	pipelineModule: string | undefined,
): CodeClosure {
	const walk = walker(graph);
	const inline = origin.functions.length > 0 && origin.module === pipelineModule;
	if (!inline) walk.reach(origin.module, everything);
	const homes = inline ? [origin.module, ...modulesBelow(graph, origin.module)] : [...walk.modules()];
	let captures = false;
	for (const source of origin.functions) {
		walk.add(`function#${sha256(source)}`, source);
		const names = freeNames(source);
		const home = homes.find((url) => graph.parsed(url).source.includes(source)) ?? origin.module;
		if (!names || ![...names].every((name) => walk.reachName(home, name) || globals.has(name)))
			captures = true;
	}
	if (captures) walk.reach(pipelineModule ?? origin.module, everything);
	return {...walk.closure(), captures};
}

/** All code that a module reaches. */
export function wholeClosure(graph: ModuleGraph, module: string): CodeClosure {
	const walk = walker(graph);
	walk.reach(module, everything);
	return walk.closure();
}

function modulesBelow(graph: ModuleGraph, module: string): readonly string[] {
	const walk = walker(graph);
	walk.reach(module, everything);
	return [...walk.modules()];
}

function walker(graph: ModuleGraph) {
	const pieces = new Map<string, string>();
	const packages = new Map<string, string>();
	const seen = new Set<string>();

	const follow = (specifier: string, from: string, name: string): void => {
		const target = graph.resolve(specifier, from);
		if (target?.kind === 'package') packages.set(target.name, target.version);
		else if (target) reach(target.url, name);
	};
	const reach = (url: string, name: string): void => {
		const key = `${url}#${name}`;
		if (seen.has(key)) return;
		seen.add(key);
		if (!/\.[cm]?[jt]s$/.test(url)) {
			const file = fileURLToPath(url);
			// A folder is named for what is read from it, which is data.
			if (statSync(file, {throwIfNoEntry: false})?.isFile()) pieces.set(key, sha256(readFileSync(file)));
			return;
		}
		const module = graph.parsed(url);
		const reexport = module.reexports.get(name);
		if (module.barrel && reexport) {
			follow(reexport.from, url, reexport.name);
			return;
		}
		if (module.barrel && name !== everything) {
			for (const from of module.whole) follow(from, url, name);
			return;
		}
		pieces.set(`${url}#${everything}`, sha256(module.source));
		for (const {from, name: imported} of [...module.imports.values(), ...module.reexports.values()])
			follow(from, url, imported);
		for (const from of module.whole) follow(from, url, everything);
		for (const asset of module.assets) reach(new URL(asset, url).href, everything);
	};
	const reachName = (url: string, name: string): boolean => {
		const module = graph.parsed(url);
		const imported = module.imports.get(name);
		if (imported) {
			follow(imported.from, url, imported.name);
			return true;
		}
		const declared = module.declarations.get(name);
		if (!declared) return false;
		const key = `${url}#${name}`;
		if (!seen.has(key)) {
			seen.add(key);
			pieces.set(key, sha256(declared.text));
			for (const used of declared.uses) reachName(url, used);
		}
		return true;
	};
	return {
		reach,
		reachName,
		add: (key: string, text: string) => pieces.set(key, sha256(text)),
		modules: () =>
			new Set(
				[...pieces.keys()]
					.map((key) => key.slice(0, key.lastIndexOf('#')))
					.filter((url) => /\.[cm]?[jt]s$/.test(url)),
			),
		closure: (): CodeClosure => ({pieces, packages, captures: false}),
	};
}
