import type * as transformers from '@huggingface/transformers';
import {MillraceError} from '@millrace/core';

export type TransformersLibrary = typeof transformers;

/** Loads transformers.js, which is not installed unless someone asks for it, and keeps it from printing. */
export async function loadLibrary(owner: string): Promise<TransformersLibrary> {
	try {
		const library = await import('@huggingface/transformers');
		library.env.logLevel = library.LogLevel.ERROR;
		return library;
	} catch (error) {
		throw libraryFault(owner, error);
	}
}

/** The sentence for a library that is absent or does not load. */
export function libraryFault(owner: string, error: unknown): MillraceError {
	const absent =
		error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND'
			? 'it is not installed'
			: `it does not load (${error instanceof Error ? error.message : String(error)})`;
	return new MillraceError(
		'usage',
		`${owner}: needs the package @huggingface/transformers, and ${absent}; install it: ${INSTALL_TRANSFORMERS}.`,
		{cause: error},
	);
}

/** Without its install scripts, since one would download libraries for graphics cards. */
export const INSTALL_TRANSFORMERS = 'npm install --ignore-scripts @huggingface/transformers@4';
