import {parseArgs} from 'node:util';
import {documentationCorpus} from './documentation-corpus.ts';
import {parseSize} from './parse-size.ts';

const usage = `Writes real documentation from packages of Debian 12 as JSON Lines, and truth.json, which counts it.

  node tools/corpus/src/documentation.ts --bytes 200MB --out data/bench/documentation

  --bytes <size>       bytes of text; 200MB unless given
  --out <folder>       where to write; data/bench/documentation unless given
  --packages <folder>  where packages are unpacked; data/bench/packages unless given
  --files <number>     files; 100 unless given
`;

try {
	const {values} = parseArgs({
		options: {
			bytes: {type: 'string', default: '200MB'},
			out: {type: 'string', default: 'data/bench/documentation'},
			packages: {type: 'string', default: 'data/bench/packages'},
			files: {type: 'string', default: '100'},
			help: {type: 'boolean', short: 'h'},
		},
	});
	if (values.help) process.stdout.write(usage);
	else {
		const {documents, textBytes} = await documentationCorpus({
			folder: values.out,
			packages: values.packages,
			bytes: parseSize(values.bytes),
			files: Number(values.files),
		});
		process.stdout.write(`${documents} documents, ${textBytes} bytes of text under ${values.out}\n`);
	}
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 2;
}
