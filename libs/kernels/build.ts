import {writeFile} from 'node:fs/promises';
import {argv} from 'node:process';
import {fileURLToPath} from 'node:url';
import {main} from 'assemblyscript/asc';

const here = fileURLToPath(new URL('.', import.meta.url));
const generated = fileURLToPath(new URL('src/kernels.generated.ts', import.meta.url));
// What memory.ts reserves, most of it for the words of a window; the maximum keeps a mistake there from growing it.
const flags = '-O3 --noAssert --runtime stub --enable simd --maximumMemory 352 --outFile kernels.wasm';

/** Compiles `assembly/` in memory and returns the text of `src/kernels.generated.ts`; throws with the compiler's messages. */
export async function buildKernels(): Promise<string> {
	const files = new Map<string, string>();
	let messages = '';
	const {error} = await main(['assembly/index.ts', '--baseDir', here, ...flags.split(' ')], {
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
	return `// Written by \`npm run kernels:build\` from libs/kernels/assembly; do not edit.\nexport const kernelsWasm =\n\t'${wasm}';\n`;
}

if (argv[1] === fileURLToPath(import.meta.url)) await writeFile(generated, await buildKernels());
