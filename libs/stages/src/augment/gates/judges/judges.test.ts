import {canonicalJson} from '@millrace/core';
import {trainClassifier, trainLanguageModel} from '@millrace/probes';
import type {EmbeddingBackend} from '@millrace/text';
import test from 'ava';
import {fluency} from './fluency.ts';
import {labelKept} from './label-kept.ts';
import {nearestCentroid} from './nearest-centroid.ts';
import {similarity} from './similarity.ts';

const examples = [
	...['My card was stolen', 'I lost my card', 'Someone took my card', 'The card is gone'].map((text) => ({
		text,
		label: 'card',
	})),
	...[
		'The transfer is late',
		'My transfer did not arrive',
		'Where is my transfer',
		'A transfer is missing',
	].map((text) => ({text, label: 'transfer'})),
];

const letters: EmbeddingBackend = {
	name: 'letters',
	identity: 'letters',
	concurrency: 1,
	call: ({texts}) =>
		Promise.resolve({
			vectors: texts.map((text) => Array.from('abcdefgh', (letter) => text.split(letter).length - 1)),
		}),
};

test('identities follow what judges were made of', async (t) => {
	const models = await Promise.all(
		[examples, examples.slice(1)].map((some) => trainClassifier(some, {minRows: 1})),
	);
	const languages = await Promise.all(
		[examples, examples.slice(1)].map((some) => trainLanguageModel(some.map(({text}) => text))),
	);
	const identities = [
		...models.map((classifier) => labelKept({classifier}).identity),
		...languages.map((model) => fluency({model}).identity),
		nearestCentroid({examples}).identity,
		nearestCentroid({examples: examples.slice(1)}).identity,
		similarity({backend: letters}).identity,
	].map(canonicalJson);
	t.is(new Set(identities).size, identities.length);
});
