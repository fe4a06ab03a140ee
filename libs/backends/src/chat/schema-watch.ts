import {MillraceError} from '@millrace/core';
import type {ChatRequest, ChatResponse} from '@millrace/text';
import {z} from 'zod';

/** Watches whether an endpoint answers by the schemas that it is given. */
export interface SchemaWatch {
	/** Throws a MillraceError `usage` once so many answers, and no other before, were none. */
	see(request: ChatRequest, response: ChatResponse): void;
}

/**
 * One answer that is not of its schema is the row's affair, and who asked tries again. An endpoint whose first
 * `answers` all are not passes the schema over: it is told so by name, rather than paid for every row.
 */
export function schemaWatch(name: string, answers = 12): SchemaWatch {
	let [honoured, wrong] = [false, 0];
	return {
		see({format}, {text, finish}) {
			// What was cut or withheld says nothing of the endpoint.
			if (honoured || !format || finish === 'length' || finish === 'filter') return;
			if (isOf(format.schema, text)) honoured = true;
			else if (++wrong >= answers)
				throw new MillraceError(
					'usage',
					`${name}: expected answers by the schema ${format.name}, found that the first ${wrong} are not, such as ${JSON.stringify(text.slice(0, 80))}; the endpoint does not honour response_format, or the model is too weak for it. Give structured: "prompt", or another model.`,
				);
		},
	};
}

function isOf(schema: unknown, text: string): boolean {
	let value: unknown;
	try {
		value = JSON.parse(text.trim().replace(/^```\w*\n|```$/g, ''));
	} catch {
		return false;
	}
	try {
		return !isSchema(schema) || z.fromJSONSchema(schema).safeParse(value).success;
	} catch {
		// A schema that zod cannot read says nothing of the answer.
		return true;
	}
}

const isSchema = (value: unknown): value is Parameters<typeof z.fromJSONSchema>[0] =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
