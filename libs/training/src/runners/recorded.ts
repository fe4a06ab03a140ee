import {appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync} from 'node:fs';
import {join} from 'node:path';
import type {RunEvent} from '@millrace/core';
import {parseEvent} from './run-event.ts';

/** Passes events on and appends each to `events.jsonl` of an output folder, before it is passed on. */
export async function* recorded(output: string, events: AsyncIterable<RunEvent>): AsyncGenerator<RunEvent> {
	const path = join(output, 'events.jsonl');
	mkdirSync(output, {recursive: true});
	dropTornLine(path);
	for await (const event of events) {
		appendFileSync(path, `${JSON.stringify(event)}\n`);
		yield event;
	}
}

/** All events that runs of an output folder told, in order; a last line that a killed run left torn is passed over. */
export function readEvents(output: string): readonly RunEvent[] {
	const path = join(output, 'events.jsonl');
	if (!existsSync(path)) return [];
	return readFileSync(path, 'utf8')
		.split('\n')
		.flatMap((line) => {
			const event = line === '' ? undefined : parseEvent(line);
			return event === undefined || 'fault' in event ? [] : [event];
		});
}

function dropTornLine(path: string): void {
	if (!existsSync(path)) return;
	const bytes = readFileSync(path);
	const end = bytes.lastIndexOf(10) + 1;
	if (end < bytes.length) truncateSync(path, end);
}
