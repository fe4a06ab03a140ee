import {enableCompileCache} from 'node:module';
import {join} from 'node:path';

// Compiled modules are kept beside the packages, which halves the time to start; a folder that cannot be written is no fault.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/millrace'));

try {
	const {main} = await import('./cli/main.ts');
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	// Without its packages not even the sentence for an error can be made.
	const missing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
	if (!missing) throw error;
	process.stderr.write(`trainer: a package is not installed (${error.message}); run npm ci.\n`);
	process.exitCode = 2;
}
