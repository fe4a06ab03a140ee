import {MillraceError} from '@millrace/core';
import {z} from 'zod';

export type Decoding = z.output<z.ZodObject<typeof decodingShape>>;

/** How answers are chosen; shared by the backends that generate text. */
export const decodingShape = {
	/** Hypotheses kept at each step; 1 takes the likeliest token. */
	beams: z
		.int()
		.min(1)
		.max(64)
		.default(1)
		.describe('Hypotheses kept at each step; 1 takes the likeliest token.'),
	/** Groups of beams that are kept from each other's words (diverse beam search); divides `beams`. */
	beamGroups: z.int().min(1).default(1).describe('Groups of beams that shun each other’s tokens.'),
	/** What a group's score loses for a token that an earlier group chose at the same step. */
	diversityPenalty: z.number().min(0).optional().describe('What a token that an earlier group chose loses.'),
	/** Beam scores are divided by the length to this power. */
	lengthPenalty: z.number().optional().describe('Beam scores are divided by the length to this power; 1.'),
	/** Whether a row ends as soon as it has as many answers as beams. */
	earlyStopping: z.boolean().optional().describe('Ends a row once it has as many answers as beams.'),
	/** Whether tokens are drawn by their probability, with the seed of the row. */
	sample: z.boolean().default(false).describe('Draws tokens by their probability, with the seed of the row.'),
	/** Divides logits before a draw. */
	temperature: z.number().positive().optional().describe('Divides logits before a draw; 1.'),
	/** Draws among so many likeliest tokens. */
	topK: z.int().min(1).optional().describe('Draws among so many likeliest tokens.'),
	/** Draws among the likeliest tokens that together have this probability. */
	topP: z.number().gt(0).max(1).optional().describe('Draws among the likeliest tokens of this probability.'),
	/** What is in the answer already gets less likely by this factor; 1 changes nothing. */
	repetitionPenalty: z.number().positive().default(1).describe('Makes tokens of the answer less likely; 1.'),
	/** No run of so many tokens comes twice; 0 allows all. */
	noRepeatNgram: z.int().min(0).default(0).describe('No run of so many tokens comes twice; 0 allows all.'),
	/** Tokens that an answer may have; twice the source's and 20 more unless given, never more than the model takes. */
	maxNewTokens: z.int().min(1).optional().describe('Tokens that an answer may have.'),
};

/** Refuses options that act on nothing in the chosen way of decoding; all of them in one error. */
export function checkDecoding(owner: string, decoding: Decoding, variants: number): void {
	const {beams, beamGroups, sample} = decoding;
	const faults = [
		...(['temperature', 'topK', 'topP'] as const)
			.filter((name) => !sample && decoding[name] !== undefined)
			.map((name) => `${name} acts only on drawn tokens; set sample: true or leave it out`),
		...(['lengthPenalty', 'earlyStopping'] as const)
			.filter((name) => beams === 1 && decoding[name] !== undefined)
			.map((name) => `${name} acts only on beams; set beams above 1 or leave it out`),
		...(sample && beams > 1
			? ['beams and sample exclude each other; draw with beams: 1, or search with sample: false']
			: []),
		...(beams % beamGroups === 0 ? [] : [`beamGroups (${beamGroups}) must divide beams (${beams})`]),
		...(beamGroups > 1 && decoding.diversityPenalty === undefined
			? ['beamGroups need a diversityPenalty, or all groups find the same']
			: []),
		...(beamGroups === 1 && decoding.diversityPenalty !== undefined
			? ['diversityPenalty acts only between groups; set beamGroups above 1 or leave it out']
			: []),
		...(!sample && variants > beams
			? [
					`variants (${variants}) may not be more than beams (${beams}), since the likeliest tokens give one answer; set beams or sample: true`,
				]
			: []),
	];
	if (faults.length > 0) throw new MillraceError('usage', `${owner}: ${faults.join('; ')}.`);
}
