import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {stopWordShare} from './stop-word-share.ts';

const rows = [
	{text: 'The cat sat on the mat and that was it.', language: 'en'},
	{text: 'Der Hund und die Katze sind in dem Haus.', language: 'de'},
	{text: 'table list price order basket', language: 'en'},
	{text: 'Der Hund und die Katze sind in dem Haus.', language: 'ja'},
	{text: 'Bir zaman', language: 'xx'},
	{text: '', language: 'en'},
];

testStage(test, 'stop-word-share', {stage: () => stopWordShare(), rows});
testStage(test, 'stop-word-share in one language', {stage: () => stopWordShare({language: 'en'}), rows});

test('goes by the language of each row', async (t) => {
	const {rows: kept, drops} = await runStage(stopWordShare({minShare: 0.4}), rows);
	t.deepEqual(
		drops.map(({row, reason, score}) => [row, reason, score]),
		[
			[2, 'few-stop-words', 0],
			[3, 'few-stop-words', 0],
		],
	);
	t.deepEqual(
		kept.map(({row}) => row['stop_word_share'] === null),
		[false, false, true, true],
	);
});

test('refuses a language without a list', (t) => {
	t.throws(() => stopWordShare({language: 'xx'}), {message: /expected a language with stop words, found xx/});
});
