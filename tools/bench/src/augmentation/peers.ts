import {existsSync} from 'node:fs';
import {mkdir, rename, writeFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {makePython} from '@millrace/training';
import type {Bench} from '../bench.ts';
import {peerPiece, rules, type Piece} from './pieces.ts';
import {ticketTexts} from './ticket-texts.ts';

/** Peers that do what the rules do, in a Python environment of their own, over the same texts. */
export async function peers(bench: Bench, rows: number): Promise<readonly Piece[]> {
	const python = await makePython(
		{
			folder: join(bench.root, bench.folder, 'augmentation-peers'),
			requirements: join(bench.root, 'tools/bench/peers/augmentation.txt'),
			setup: 'npm run bench -- --only augmentation',
		},
		{onLine: bench.tell},
	);
	const texts = await textsFor(bench, rows);
	return rules.flatMap((rule) =>
		'peer' in rule
			? [
					peerPiece(bench, {work: rule.work, who: rule.peer.who}, [
						relative(bench.root, python),
						'tools/bench/peers/augmentation.py',
						rule.peer.name,
						texts,
					]),
				]
			: [],
	);
}

/** A file of the first texts, relative to the repository; made unless it is there. */
async function textsFor({root, folder}: Bench, rows: number): Promise<string> {
	const path = `${folder}/tickets-${rows}.jsonl`;
	const file = join(root, path);
	if (existsSync(file)) return path;
	await mkdir(join(root, folder), {recursive: true});
	const lines = ticketTexts(root)
		.take(rows)
		.map((text) => `${JSON.stringify({text})}\n`)
		.toArray();
	await writeFile(`${file}.new`, lines.join(''));
	await rename(`${file}.new`, file);
	return path;
}
