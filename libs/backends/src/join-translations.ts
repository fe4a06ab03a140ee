import {MillraceError} from '@millrace/core';
import type {TranslationBackend} from '@millrace/text';

/** One backend of several that each know their pairs, such as the two directions of a back-translation; the first that knows a pair translates it. */
export function joinTranslations(backends: readonly TranslationBackend[]): TranslationBackend {
	const vague = backends.filter(({pairs}) => pairs === undefined);
	if (backends.length === 0 || vague.length > 0) {
		throw new MillraceError(
			'usage',
			`joinTranslations: expected backends that name their pairs, found ${vague.map(({name}) => `${name}, which takes any`).join('; ') || 'none'}.`,
		);
	}
	const pairs = [...new Set(backends.flatMap((backend) => backend.pairs ?? []))].sort();
	return {
		name: backends.map(({name}) => name).join(' + '),
		identity: backends.map(({identity}) => identity),
		concurrency: Math.min(...backends.map(({concurrency}) => concurrency)),
		pairs,
		samples: backends.some(({samples}) => samples === true),
		async call(request, options) {
			const wanted = `${request.from}-${request.to}`;
			const backend = backends.find((backend) => backend.pairs?.includes(wanted));
			if (backend) return backend.call(request, options);
			throw new MillraceError(
				'usage',
				`joinTranslations: expected one of ${pairs.join(', ')}, found ${wanted}; add a backend that has it.`,
			);
		},
		async close() {
			await Promise.all(backends.map(async (backend) => backend.close?.()));
		},
	};
}
