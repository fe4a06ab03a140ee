import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {z} from 'zod';

const line = z.object({text: z.string()});

/** The texts of the JSON Lines files of a folder, or the pages of its HTML files, in the order of their names. */
export async function readTexts(folder: string): Promise<readonly string[]> {
	const texts: string[] = [];
	for (const name of (await readdir(folder)).sort()) {
		if (!/\.(jsonl|html)$/.test(name)) continue;
		const content = await readFile(join(folder, name), 'utf8');
		if (name.endsWith('.html')) texts.push(content);
		else
			for (const each of content.split('\n')) if (each !== '') texts.push(line.parse(JSON.parse(each)).text);
	}
	return texts;
}
