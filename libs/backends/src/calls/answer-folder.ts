import {mkdir, readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {canonicalJson, sha256, type Json} from '@millrace/core';
import {claimFile, writeWhole, type Claim} from './claim-file.ts';

/** Answers in files, by key, for several processes. */
export interface AnswerFolder {
	/** An answer as it was kept, or undefined where there is none or its file is damaged. */
	read(key: string): Promise<unknown>;
	/** The right to make an answer that others wait for; undefined once another has made it. */
	claim(key: string, signal: AbortSignal | undefined): Promise<Claim | undefined>;
	/** Writes an answer whole, for its owner alone. */
	keep(key: string, answer: Json): Promise<void>;
}

/** Keeps answers in a folder, each with a digest of its key and content. */
export function answerFolder(folder: string | URL): AnswerFolder {
	const root = folder instanceof URL ? fileURLToPath(folder) : folder;
	const pathOf = (key: string): string => join(root, key.slice(0, 2), `${key}.json`);
	return {
		read: async (key) => readAnswer(pathOf(key), key),
		async claim(key, signal) {
			const path = pathOf(key);
			await mkdir(dirname(path), {recursive: true, mode: 0o700});
			return claimFile(`${path}.claim`, async () => (await readAnswer(path, key)) !== undefined, {signal});
		},
		async keep(key, answer) {
			const text = canonicalJson(answer);
			await writeWhole(pathOf(key), `${sha256(key + text)}\n${text}\n`);
		},
	};
}

async function readAnswer(path: string, key: string): Promise<unknown> {
	const found = await readFile(path, 'utf8').catch((error: unknown) => {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
		throw error;
	});
	const [digest = '', text = ''] = found.split('\n');
	return sha256(key + text) === digest ? JSON.parse(text) : undefined;
}
