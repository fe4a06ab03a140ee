import {z} from 'zod';
import type {ChatBackend} from '../../chat.ts';

/** An option that holds a chat model. */
export const chatBackendOption = z
	.custom<ChatBackend>(
		(value) =>
			typeof value === 'object' &&
			value !== null &&
			'call' in value &&
			typeof value.call === 'function' &&
			'identity' in value &&
			'concurrency' in value,
		'expected a chat backend, such as openaiCompatible({...})',
	)
	.meta({title: 'backend', description: 'the model'});
