import {canonicalJson} from '@millrace/core';
import {trainClassifier, trainLanguageModel} from '@millrace/probes';
import test from 'ava';
import {labelled, letters} from '../../../../fixtures/judged.ts';
import {fluency} from './fluency.ts';
import {labelKept} from './label-kept.ts';
import {nearestCentroid} from './nearest-centroid.ts';
import {similarity} from './similarity.ts';

test('identities follow what judges were made of', async (t) => {
	const models = await Promise.all(
		[labelled, labelled.slice(1)].map((some) => trainClassifier(some, {minRows: 1})),
	);
	const languages = await Promise.all(
		[labelled, labelled.slice(1)].map((some) => trainLanguageModel(some.map(({text}) => text))),
	);
	const identities = [
		...models.map((classifier) => labelKept({classifier}).identity),
		...languages.map((model) => fluency({model}).identity),
		nearestCentroid({examples: labelled}).identity,
		nearestCentroid({examples: labelled.slice(1)}).identity,
		similarity({backend: letters}).identity,
	].map(canonicalJson);
	t.is(new Set(identities).size, identities.length);
});
