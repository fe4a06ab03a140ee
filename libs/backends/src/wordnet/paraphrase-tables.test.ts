import {readFile} from 'node:fs/promises';
import test from 'ava';
import {paraphraseTables} from './paraphrase-tables.ts';

const page = async (name: string): Promise<string> =>
	readFile(new URL(`../../../../docs/${name}.md`, import.meta.url), 'utf8');

test('docs/paraphrase.md and docs/synthesis.md show what the rules make', async (t) => {
	const {counterfactual, ...tables} = await paraphraseTables();
	const [paraphrase, synthesis] = await Promise.all([page('paraphrase'), page('synthesis')]);
	const missing = (rows: readonly string[], text: string) =>
		rows.filter((row) => !squeezed(text).includes(squeezed(row)));
	t.deepEqual(missing(Object.values(tables).flat(), paraphrase), []);
	t.deepEqual(missing(counterfactual, synthesis), []);
});

/** Tables may be padded. */
const squeezed = (text: string): string => text.replace(/ +/g, ' ');
