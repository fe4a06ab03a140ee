import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import type {Json} from '@millrace/core';
import {z} from 'zod';

/** The installed versions of what computes results; `absent` where transformers.js is not installed. */
export function libraryVersions(): Json {
	const here = createRequire(import.meta.url);
	try {
		const library = packageOf(here.resolve('@huggingface/transformers'));
		const runtime = packageOf(createRequire(library.path).resolve('onnxruntime-node'));
		return {transformers: library.version, onnxruntime: runtime.version};
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')
			return {transformers: 'absent'};
		throw error;
	}
}

const shape = z.looseObject({name: z.string(), version: z.string()});

/** The manifest of the package that a module lies in. */
function packageOf(module: string): {readonly path: string; readonly version: string} {
	for (let folder = dirname(module); folder !== dirname(folder); folder = dirname(folder)) {
		const path = join(folder, 'package.json');
		try {
			const found = shape.safeParse(JSON.parse(readFileSync(path, 'utf8')));
			if (found.success) return {path, version: found.data.version};
		} catch (error) {
			if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
		}
	}
	throw new Error(`${module}: no package.json above it names a version.`);
}
