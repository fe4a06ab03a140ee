import {MillraceError} from '@millrace/core';
import type {ModelFiles} from './model-files.ts';
import {nllbCodes} from './nllb-codes.ts';
import type {TokenFrame} from './text-generator.ts';
import type {Tokenizer} from './open-sessions.ts';

/** The languages of a translation model. */
export interface TranslationLanguages {
	/** Pairs such as `en-es`, or undefined where only the open model can tell. */
	readonly pairs: readonly string[] | undefined;
	frame(from: string, to: string, tokenizer: Tokenizer): TokenFrame;
}

/**
 * Which languages a model translates and how it is told: Marian has one pair, or targets that a token such as `>>fra<<`
 * names; M2M100 names both languages by tokens such as `__fr__`, NLLB by such as `fra_Latn`.
 */
export function translationLanguages(
	owner: string,
	{config, tokenizer, addedTokens}: ModelFiles,
	given: readonly [from: string, to: string] | undefined,
): TranslationLanguages {
	const kind = config?.model_type;
	if (kind === 'm2m_100') {
		const nllb = addedTokens.includes('eng_Latn') || tokenizer?.tokenizer_class === 'NllbTokenizer';
		const tokenOf = (code: string): string => (nllb ? (nllbCodes.get(code) ?? code) : `__${code}__`);
		const codes = nllb
			? [...nllbCodes].filter(([, token]) => addedTokens.includes(token)).map(([code]) => code)
			: addedTokens.flatMap((token) => /^__([a-z]{2,3})__$/.exec(token)?.[1] ?? []);
		return {
			pairs: codes.flatMap((from) => codes.filter((to) => to !== from).map((to) => `${from}-${to}`)),
			frame: (from, to, tokenizer) => ({
				before: [idOf(owner, tokenizer, tokenOf(from))],
				forcedFirst: idOf(owner, tokenizer, tokenOf(to)),
			}),
		};
	}
	if (kind !== undefined && kind !== 'marian') {
		throw new MillraceError(
			'usage',
			`${owner}: expected a translation model (marian or m2m_100, which NLLB is), found ${kind}; paraphrase with transformersParaphrase.`,
		);
	}
	const from = given?.[0] ?? tokenizer?.source_lang;
	const to = given?.[1] ?? tokenizer?.target_lang;
	if (from === undefined || to === undefined) {
		throw new MillraceError(
			'usage',
			`${owner}: the model does not say which languages it translates; give them: languages: ['en', 'es'].`,
		);
	}
	return {pairs: [`${from}-${to}`], frame: () => ({before: []})};
}

function idOf(owner: string, tokenizer: Tokenizer, token: string): number {
	const id = tokenizer.id(token);
	if (id !== undefined) return id;
	throw new MillraceError('usage', `${owner}: the model has no token ${token}; give a language that it has.`);
}
