import {parseArgs} from 'node:util';
import {MillraceError} from '@millrace/core';
import {formats, type CorpusOptions} from './corpus-options.ts';
import {generateCorpus} from './generate-corpus.ts';
import {parseSize} from './parse-size.ts';

const usage = `Writes a corpus of documents in ten scripts, with known faults planted, and truth.json, which counts them.

  node tools/corpus/src/main.ts --bytes 200MB --seed 1 --out data/corpus

  --bytes <size>     size of all files together, before compression (needed)
  --out <folder>     where to write (needed)
  --seed <number>    equal seeds give equal files; 0 unless given
  --files <number>   files, equal in size; 8 unless given
  --formats <list>   formats that files take in turn, of ${formats.join(', ')}; jsonl unless given
  --plain-names      no odd file names
  --exact, --near, --mojibake, --nulls, --crlf <share>   share of documents; 0.05, 0.03, 0.01, 0.3, 0.01 unless given
  --long-every <number>, --long-bytes <size>             one long text every so many documents of a file; 20000, 1MB
`;

try {
	const {values} = parseArgs({
		options: {
			bytes: {type: 'string'},
			out: {type: 'string'},
			seed: {type: 'string'},
			files: {type: 'string'},
			formats: {type: 'string'},
			'plain-names': {type: 'boolean'},
			exact: {type: 'string'},
			near: {type: 'string'},
			mojibake: {type: 'string'},
			nulls: {type: 'string'},
			crlf: {type: 'string'},
			'long-every': {type: 'string'},
			'long-bytes': {type: 'string'},
			help: {type: 'boolean', short: 'h'},
		},
	});
	if (values.help) process.stdout.write(usage);
	else {
		const {bytes, out, seed, files, formats: names} = values;
		if (bytes === undefined || out === undefined) {
			throw new MillraceError('usage', 'corpus: expected --bytes and --out; see --help.');
		}
		const number = (key: keyof CorpusOptions, text: string | undefined) =>
			text === undefined ? {} : {[key]: Number(text)};
		const longBytes = values['long-bytes'];
		const truth = await generateCorpus({
			folder: out,
			bytes: parseSize(bytes),
			...number('seed', seed),
			...number('files', files),
			...(names === undefined ? {} : {formats: names.split(',').flatMap((name) => knownFormat(name.trim()))}),
			...(values['plain-names'] ? {oddNames: false} : {}),
			...number('exact', values.exact),
			...number('near', values.near),
			...number('mojibake', values.mojibake),
			...number('nulls', values.nulls),
			...number('crlf', values.crlf),
			...number('longEvery', values['long-every']),
			...(longBytes === undefined ? {} : {longBytes: parseSize(longBytes)}),
		});
		process.stdout.write(
			`${truth.documents} documents, ${truth.bytes} bytes in ${truth.files.length} files under ${out}\n`,
		);
	}
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 2;
}

function knownFormat(name: string) {
	const known = formats.find((format) => format === name);
	if (!known)
		throw new MillraceError(
			'usage',
			`corpus: expected formats of ${formats.join(', ')}, found ${JSON.stringify(name)}.`,
		);
	return known;
}
