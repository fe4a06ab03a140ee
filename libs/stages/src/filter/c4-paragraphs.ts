import {defineStage, int32, utf8} from '@millrace/core';
import {bound, datatrove} from './quality/quality-option.ts';

/**
 * Adds the length of the third-longest line and drops texts in which it is short, as `< 3 paragraphs`: the paragraph
 * filter of multilingual C4 as datatrove 0.10 has it. Lengths are code points; a text of fewer than three lines has -1.
 */
export const c4Paragraphs = defineStage({
	name: 'c4-paragraphs',
	summary: 'Adds the length of the third-longest line and drops texts in which it is short.',
	source: 'Xue et al. 2021, mT5; datatrove 0.10, C4ParagraphFilter.',
	needs: {text: utf8},
	adds: {third_line_length: int32},
	options: {
		dialect: datatrove,
		minLength: bound(200, 'fewest code points of the third-longest line'),
	},
	closesOver: 'options',
	map: ({text}) => ({third_line_length: thirdLongest(text)}),
	rules: [
		{
			reason: '< 3 paragraphs',
			score: ({third_line_length: length}) => length,
			dropIf: '<',
			threshold: 'minLength',
		},
	],
});

/** The length of the third-longest line, -1 where there are fewer. */
function thirdLongest(text: string): number {
	let [first, second, third] = [-1, -1, -1];
	for (let from = 0; from <= text.length;) {
		const newline = text.indexOf('\n', from);
		const to = newline < 0 ? text.length : newline;
		const length = codePoints(text, from, to);
		if (length > first) [first, second, third] = [length, first, second];
		else if (length > second) [second, third] = [length, second];
		else if (length > third) third = length;
		from = to + 1;
	}
	return third;
}

function codePoints(text: string, from: number, to: number): number {
	let count = to - from;
	for (let at = from; at < to; at++) if ((text.charCodeAt(at) & 0xfc00) === 0xdc00) count--;
	return count;
}
