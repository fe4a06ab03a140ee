import {mkdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {readTexts} from './read-texts.ts';

/** Writes every so-manieth text of a corpus, `count` in all, as two JSON Lines files; peers take long, so they get a part. */
export async function sampleTexts(corpus: string, into: string, count: number): Promise<void> {
	const texts = await readTexts(corpus);
	const stride = Math.max(1, Math.floor(texts.length / count));
	const chosen = texts.filter((_, index) => index % stride === 0).slice(0, count);
	await rm(into, {recursive: true, force: true});
	await mkdir(into, {recursive: true});
	for (const part of [0, 1]) {
		const lines = chosen.flatMap((text, index) =>
			index % 2 === part ? [`${JSON.stringify({id: String(index), text})}\n`] : [],
		);
		await writeFile(join(into, `${part}.jsonl`), lines.join(''));
	}
}
