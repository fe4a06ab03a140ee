import {parseArgs} from 'node:util';
import {MillraceError} from '@millrace/core';
import {c4, finewebScores, gopherRepetitionScores, gopherScores, minhashDedup} from '@millrace/stages';
import {extractHtml} from '@millrace/text';
import {encodeTexts} from './encode-texts.ts';
import {readTexts} from './read-texts.ts';
import {runSteps} from './run-steps.ts';

// One piece of curation by Millrace, timed: `node tools/bench/src/curation/work.ts <work> <input>` prints JSON.
const {positionals, values} = parseArgs({
	allowPositionals: true,
	options: {tokenizer: {type: 'string', default: ''}, tasks: {type: 'string', default: '1'}},
});
const [name = '', folder = ''] = positionals;

const works: Readonly<Record<string, (texts: readonly string[]) => Promise<number> | number>> = {
	counters: (texts) => runSteps([gopherRepetitionScores(), gopherScores(), c4(), finewebScores()], texts),
	minhash: (texts) => runSteps([minhashDedup()], texts),
	ids: () => encodeTexts(folder, values.tokenizer, Number(values.tasks)),
	pages(texts) {
		extractHtml('<html><body><p>Warm up.</p></body></html>');
		const begun = performance.now();
		for (const text of texts) extractHtml(text);
		return (performance.now() - begun) / 1000;
	},
};

const work = works[name];
if (!work)
	throw new MillraceError(
		'usage',
		`bench: expected a work of ${Object.keys(works).join(', ')}, found ${JSON.stringify(name)}.`,
	);
const texts = await readTexts(folder);
const seconds = await work(texts);
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
process.stdout.write(`${JSON.stringify({documents: texts.length, bytes, seconds})}\n`);
