import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {z} from 'zod';

/** Versions of what computes results. */
export interface LibraryVersions {
	/** `absent` where it is not installed. */
	readonly transformers: string;
	readonly onnxruntime: string;
}

/** The installed versions of transformers.js and its runtime. */
export function libraryVersions(): LibraryVersions {
	const here = createRequire(import.meta.url);
	try {
		const library = packageOf(here.resolve('@huggingface/transformers'));
		const runtime = packageOf(createRequire(library.path).resolve('onnxruntime-node'));
		return {transformers: library.version, onnxruntime: runtime.version};
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')
			return {transformers: 'absent', onnxruntime: 'absent'};
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
