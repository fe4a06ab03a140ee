import {existsSync, readFileSync} from 'node:fs';

/** The last lines of a log that say something, for an error; empty where there is none. */
export function lastLines(path: string, most: number): string {
	if (!existsSync(path)) return '';
	const lines = readFileSync(path, 'utf8')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
	return lines.slice(-most).join(' | ').slice(-600);
}
