import {inflectVerb, type VerbForm} from '../../../english/inflect-verb.ts';

/**
 * The base of a form of a verb that takes one object and means the same in the passive; undefined for other
 * words.
 */
export const voiceVerb = (word: string, form: VerbForm): string | undefined => forms.get(`${form} ${word}`);

const BASES =
	'accept approve block cancel change check close confirm contact correct create decline delete deny detect fix forward ignore install open process publish refund refuse reject release remove replace request resolve restore review send sign solve steal submit suspend test transfer update use validate verify write';

const forms = new Map(
	BASES.split(' ').flatMap((base) =>
		(['base', 'third', 'past', 'participle'] as const).map((form) => [
			`${form} ${inflectVerb(base, form)}`,
			base,
		]),
	),
);

/** Their past forms, of which no noun phrase holds one. */
export const voicePasts: ReadonlySet<string> = new Set(
	BASES.split(' ').map((base) => inflectVerb(base, 'past')),
);
