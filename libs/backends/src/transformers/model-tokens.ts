import {MillraceError} from '@millrace/core';
import {z} from 'zod';
import type {ModelTokens} from './decode/score-rules.ts';

/** What the configuration of a model says of its special tokens. */
export function modelTokens(owner: string, config: object, generation: object): ModelTokens {
	const result = shape.safeParse({...withoutNulls(config), ...withoutNulls(generation)});
	if (!result.success) {
		throw new MillraceError(
			'corrupt',
			`${owner}: config.json and generation_config.json do not say how an answer begins and ends: ${z.prettifyError(result.error)}`,
		);
	}
	const found = result.data;
	return {
		start: found.decoder_start_token_id,
		ends: new Set([found.eos_token_id].flat()),
		pad: found.pad_token_id ?? found.decoder_start_token_id,
		forcedFirst: found.forced_bos_token_id,
		banned: [...(found.bad_words_ids ?? []), ...(found.suppress_tokens ?? []).map((token) => [token])],
	};
}

const shape = z.looseObject({
	decoder_start_token_id: z.int(),
	eos_token_id: z.union([z.int(), z.array(z.int())]),
	pad_token_id: z.int().optional(),
	forced_bos_token_id: z.int().optional(),
	bad_words_ids: z.array(z.array(z.int())).optional(),
	suppress_tokens: z.array(z.int()).optional(),
});

const withoutNulls = (value: object): object =>
	Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null));
