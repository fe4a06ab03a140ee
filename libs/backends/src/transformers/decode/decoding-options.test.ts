import {parseOptions} from '@millrace/core';
import test from 'ava';
import {checkDecoding, decodingShape} from './decoding-options.ts';

const refused: readonly (readonly [options: object, variants: number, message: RegExp])[] = [
	[{temperature: 0.7}, 1, /temperature acts only on drawn tokens/],
	[{topK: 5}, 1, /topK acts only on drawn tokens/],
	[{topP: 0.9}, 1, /topP acts only on drawn tokens/],
	[{beams: 4, topP: 0.9}, 1, /topP acts only on drawn tokens/],
	[{lengthPenalty: 1}, 1, /lengthPenalty acts only on beams/],
	[{earlyStopping: true}, 1, /earlyStopping acts only on beams/],
	[{beams: 2, sample: true}, 1, /beams and sample exclude each other/],
	[{beams: 4, beamGroups: 3, diversityPenalty: 1}, 1, /beamGroups \(3\) must divide beams \(4\)/],
	[{beams: 4, beamGroups: 2}, 1, /beamGroups need a diversityPenalty/],
	[{beams: 4, diversityPenalty: 0.5}, 1, /diversityPenalty acts only between groups/],
	[{}, 2, /variants \(2\) may not be more than beams \(1\)/],
	[{beams: 2}, 3, /variants \(3\) may not be more than beams \(2\)/],
	[{temperature: 0.7, lengthPenalty: 2}, 4, /temperature.*lengthPenalty.*variants/],
];
for (const [options, variants, message] of refused) {
	test(`refuses ${JSON.stringify(options)} for ${variants}`, (t) => {
		const decoding = parseOptions('x', decodingShape, options);
		t.throws(
			() => {
				checkDecoding('x', decoding, variants);
			},
			{code: 'usage', message},
		);
	});
}

const accepted: readonly (readonly [options: object, variants: number])[] = [
	[{}, 1],
	[{sample: true, temperature: 0.7, topK: 5, topP: 0.9}, 4],
	[{beams: 4, lengthPenalty: 1, earlyStopping: true}, 4],
	[{beams: 4, beamGroups: 2, diversityPenalty: 0.5}, 2],
	[{repetitionPenalty: 1.2, noRepeatNgram: 3, maxNewTokens: 9}, 1],
];
for (const [options, variants] of accepted) {
	test(`takes ${JSON.stringify(options)} for ${variants}`, (t) => {
		t.notThrows(() => {
			checkDecoding('x', parseOptions('x', decodingShape, options), variants);
		});
	});
}
