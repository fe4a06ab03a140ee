import {writeFile} from 'node:fs/promises';
import {argv} from 'node:process';
import {fileURLToPath} from 'node:url';
import {main} from 'assemblyscript/asc';

const here = fileURLToPath(new URL('.', import.meta.url));
const flags = '-O3 --noAssert --runtime stub --enable simd --outFile kernels.wasm';

/** The modules: their entry, what the compiler is told besides, and the file that holds them. */
export const kernelModules = {
	// What memory.ts reserves, most of it for the words of a window; the maximum keeps a mistake there from growing it.
	kernels: {entry: 'assembly/index.ts', flags: '--maximumMemory 352', file: 'src/kernels.generated.ts'},
	// Grows once, by what the vocabulary needs.
	bpe: {entry: 'assembly/bpe/index.ts', flags: '', file: 'src/bpe.generated.ts'},
} as const;

/** Compiles a module in memory and returns the text of its generated file; throws with the compiler's messages. */
export async function buildKernels(name: keyof typeof kernelModules): Promise<string> {
	const {entry, flags: own} = kernelModules[name];
	const files = new Map<string, string>();
	let messages = '';
	const {error} = await main([entry, '--baseDir', here, ...`${flags} ${own}`.trim().split(' ')], {
		stderr: {
			write(chunk) {
				messages += chunk.toString();
			},
		},
		writeFile(name, contents) {
			files.set(name, Buffer.from(contents).toString('base64'));
		},
	});
	const wasm = files.get('kernels.wasm');
	if (error ?? !wasm) {
		throw new Error(`kernels: expected assembly/ to compile, found:\n${messages}\nMend the sources.`, {
			cause: error,
		});
	}
	return `// Written by \`npm run kernels:build\` from libs/kernels/assembly; do not edit.\nexport const ${name}Wasm =\n\t'${wasm}';\n`;
}

if (argv[1] === fileURLToPath(import.meta.url))
	for (const name of ['kernels', 'bpe'] as const)
		await writeFile(
			fileURLToPath(new URL(kernelModules[name].file, import.meta.url)),
			await buildKernels(name),
		);
