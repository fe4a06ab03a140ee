import test from 'ava';
import {mainScript, scriptLanguages} from './letter-scripts.ts';

const cases = [
	['Latin letters', 'Größe 10', 'Latin', 5],
	['Cyrillic beside a Latin name', 'Привет, Bob', 'Cyrillic', 6],
	['Chinese', '東京。', 'Chinese', 2],
	['Japanese by its kana', '東京に行く', 'Japanese', 5],
	['Korean by its Hangul', '서울大學', 'Korean', 4],
	['Japanese that quotes a Korean word', 'これは김치です', 'Japanese', 7],
] as const;

for (const [title, text, script, letters] of cases) {
	test(`tells ${title}`, (t) => {
		const main = mainScript(text);
		t.is(main?.script, script);
		t.is(main?.letters, letters);
	});
}

test('gives the share of the script among all letters', (t) => {
	t.is(mainScript('абвабв abc')?.share, 6 / 9);
	t.is(mainScript('東京 abc')?.share, 6 / 9);
});

test('knows no script where there are no letters', (t) => {
	t.is(mainScript('12 \u{1f600} !'), undefined);
});

test('knows letters of other scripts as unknown', (t) => {
	t.is(mainScript('\u16a0\u16a1')?.script, 'Unknown');
	t.false(scriptLanguages.has('Unknown'));
});
