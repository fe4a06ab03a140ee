import {rmSync} from 'node:fs';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {MillraceError} from '@millrace/core';
import type {FramedProcess} from './framed-process.ts';
import {readTaggerModel, withClasses, type TaggerModel} from './tagger-model.ts';

/** Keeps the model of a tagger such that it knows how every word that comes is ambiguous. */
export interface SeenClasses {
	/** Looks at analysed texts; tells the path of a model that knows all classes of their words. */
	cover(analysed: readonly string[]): Promise<string>;
	/** Removes the models that were written. */
	close(): Promise<void>;
}

/**
 * Asks a probe, a tagger that tells of words whose ambiguity it does not know, about every word that was not asked about
 * before, and writes a model with their classes. A class that is added changes nothing for other words, so what
 * a text becomes does not depend on which texts came before.
 */
export function seenClasses(path: string, probe: FramedProcess): SeenClasses {
	let model: Promise<TaggerModel> | undefined;
	let folder: Promise<string> | undefined;
	const asked = new Set<string>();
	const unseen = new Map<string, readonly number[]>();
	let written = path;
	let writing: Promise<void> = Promise.resolve();
	let version = 0;

	const ask = async (word: string): Promise<void> => {
		const answer = await probe.send(word);
		for (const {1: names = ''} of answer.matchAll(/^New ambiguity class: \{([^}]*)\}/gm)) {
			if (unseen.has(names)) continue;
			const {tags} = await (model ??= readFile(path).then((bytes) => readTaggerModel(bytes, path)));
			unseen.set(names, tagsOf(names, tags, path));
		}
	};

	const write = async (): Promise<void> => {
		if (version === unseen.size || !model) return;
		version = unseen.size;
		folder ??= ownFolder();
		const target = join(await folder, `${version}.prob`);
		await writeFile(target, withClasses(await model, [...unseen.values()]));
		written = target;
	};

	return {
		cover: async (analysed) => {
			if (asked.size > MOST_ASKED) asked.clear();
			const words = new Set(
				analysed.flatMap((text) => text.match(WORD) ?? []).map((word) => word.replace(SURFACE, '^x/')),
			);
			const fresh = [...words].filter((word) => !asked.has(word) && word.includes('/', 3));
			await Promise.all(fresh.map(ask));
			for (const word of fresh) asked.add(word);
			await (writing = writing.then(write));
			return written;
		},
		close: async () => {
			await writing;
			if (folder) {
				const owned = await folder;
				await rm(owned, {recursive: true, force: true});
				folders.delete(owned);
			}
			folder = undefined;
			written = path;
			version = 0;
		},
	};
}

/** Folders of this process or worker, which nothing else removes where nobody closes. */
const folders = new Set<string>();

async function ownFolder(): Promise<string> {
	const path = await mkdtemp(join(tmpdir(), 'millrace-apertium-'));
	if (folders.size === 0) process.once('exit', removeFolders);
	folders.add(path);
	return path;
}

function removeFolders(): void {
	for (const path of folders) rmSync(path, {recursive: true, force: true});
}

const MOST_ASKED = 500_000;
/** A word with all its analyses, between `^` and `$`. */
const WORD = /\^(?:[^$\\]|\\.){1,10000}\$/gs;
/** Its form as it stands in the text, which no class depends on. */
const SURFACE = /^\^(?:[^/\\]|\\.)*\//s;

function tagsOf(names: string, tags: readonly string[], path: string): readonly number[] {
	const numbers = names.split(',').map((name) => tags.indexOf(name));
	if (numbers.includes(-1))
		throw new MillraceError(
			'corrupt',
			`${path}: expected tags of the model, found the ambiguity class {${names}}; install the language pair again.`,
		);
	return numbers.sort((a, b) => a - b);
}
