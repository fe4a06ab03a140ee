import test from 'ava';
import {publishedNotes} from '../../fixtures/published-notes.ts';
import {versionRows, type RowChoice} from './version-rows.ts';

test('gives published rows split by split, and those that left with their reasons', async (t) => {
	const {store, manifest} = await publishedNotes(t);
	const rows = async (choice?: RowChoice) => Array.fromAsync(versionRows(store, manifest, choice));
	t.deepEqual(
		(await rows()).map(({text}) => text),
		['mill', 'water', 'corn'],
	);
	t.deepEqual(
		(await rows({split: 'train'})).map(({heading, text}) => [heading, text]),
		[['c', 'corn']],
	);
	t.deepEqual((await rows({dropped: true})).map(({reason}) => reason).sort(), ['again', 'again', 'short']);
	t.deepEqual(
		(await rows({dropped: 'short'})).map(({stage, score, row}) => [stage, score, row]),
		[['long', 1, '{"title":"b","text":"x"}']],
	);
	t.deepEqual(
		(await rows({quarantined: true})).map(({stage, reason}) => [stage, reason]),
		[['jsonl', 'column text: expected utf8, found the number 5']],
	);
});

const wrong: readonly (readonly [title: string, choice: RowChoice, message: RegExp])[] = [
	[
		'a reason that was probably meant',
		{dropped: 'agin'},
		/found "agin"; did you mean again \(of again, short\)\?$/,
	],
	['a reason of no likeness', {dropped: 'mojibake'}, /found "mojibake"; name one of again, short\.$/],
	['a split', {split: 'tset'}, /expected a split .* did you mean test/],
	[
		'two choices at once',
		{split: 'test', quarantined: true},
		/expected one of split, dropped and quarantined/,
	],
];
for (const [title, choice, message] of wrong) {
	test(`names ${title}`, async (t) => {
		const {store, manifest} = await publishedNotes(t);
		await t.throwsAsync(Array.fromAsync(versionRows(store, manifest, choice)), {code: 'usage', message});
	});
}
