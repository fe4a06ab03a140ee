import {defineStage, utf8} from '@millrace/core';
import {hash128Batch} from '@millrace/kernels';

/**
 * Adds the 128-bit xxHash of the text as 32 hexadecimal digits: equal texts, and in practice only they, have equal
 * keys. No defence against who makes texts collide on purpose.
 */
export const contentKey = defineStage({
	name: 'content-key',
	summary: 'Adds a 128-bit hash of the text, in one WebAssembly pass over its bytes.',
	source: 'XXH64 (Collet 2012), twice with different seeds.',
	needs: {text: utf8},
	adds: {content_key: utf8},
	batch(batch) {
		const digits = Buffer.from(hash128Batch(batch.utf8('text')).buffer).toString('hex');
		return {
			length: batch.length,
			columns: {
				content_key: Array.from({length: batch.length}, (_, row) => digits.slice(row * 32, row * 32 + 32)),
			},
		};
	},
});
