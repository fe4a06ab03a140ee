import type {AnyRow, Awaitable, Json} from '@millrace/core';
import type {Lexicon} from '@millrace/text';
import {z} from 'zod';

/** Gives variants a score that needs a model. Its identity enters the fingerprint of the stage. */
export interface Judge {
	readonly identity: Json;
	/** A score for each, in order, of one alone; null where it cannot be judged. */
	judge(candidates: readonly JudgedText[]): Awaitable<readonly (number | null)[]>;
}

/** A variant, its original, and the row of the original. */
export interface JudgedText {
	readonly original: string;
	readonly variant: string;
	readonly row: AnyRow;
}

const judge = (meaning: string) =>
	z
		.custom<Judge>(isJudge, 'expected a judge: an object with identity and judge')
		.optional()
		.describe(meaning);

/** The judges that a stage may be given, each for one gate. */
export const judgeShape = z.strictObject({
	label: judge('labelKept({classifier, label})'),
	centroid: judge('nearestCentroid({examples, label})'),
	fluency: judge('fluency({model})'),
	similarity: judge('similarity({backend})'),
	contamination: judge('contamination({against})'),
	/** No score of its own: the gate of leaked words spares what is in it. */
	lexicon: z
		.custom<Lexicon>(isLexicon, 'expected a lexicon: an object with identity and open')
		.optional()
		.describe('wordnetLexicon() or wordLexicon(lists)'),
});

export type Judges = z.output<typeof judgeShape>;

export const judgeNames = ['label', 'centroid', 'fluency', 'similarity', 'contamination'] as const;

function isJudge(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'judge' in value && 'identity' in value;
}

function isLexicon(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'open' in value && 'identity' in value;
}
