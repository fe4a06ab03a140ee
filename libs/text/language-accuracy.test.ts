import {readFile} from 'node:fs/promises';
import test from 'ava';
import {languageAccuracy} from './language-accuracy.ts';

test('a hundred languages are measured, and docs/language.md shows what is measured', async (t) => {
	const rows = await languageAccuracy();
	t.true(rows.length >= 100);
	const page = await readFile(new URL('../../docs/language.md', import.meta.url), 'utf8');
	for (const {language, texts, found} of rows) {
		const row = page.split('\n').find((line) => line.startsWith(`| ${language} `)) ?? '';
		const cells = row.split('|').map((cell) => cell.trim());
		t.deepEqual(
			cells.slice(3, 7),
			[String(texts), ...found.map((share) => `${Math.round(share * 100)} %`)],
			`${language}: run "node libs/text/language-accuracy.ts" and put its table into docs/language.md`,
		);
	}
});

test('the mean over languages does not fall', async (t) => {
	const rows = await languageAccuracy();
	for (const [index, least] of [0.93, 0.96, 0.97].entries()) {
		const mean = rows.reduce((sum, {found}) => sum + (found[index] ?? 0), 0) / rows.length;
		t.true(mean >= least, String(mean));
	}
});
