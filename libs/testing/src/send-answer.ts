import type {ServerResponse} from 'node:http';
import type {Behaviour} from './chat-server.ts';

/** Sends a whole answer of JSON, as the behaviour says. */
export function sendWhole(response: ServerResponse, json: string, behaviour: Behaviour): void {
	response.writeHead(200, {
		'content-type': 'application/json',
		'content-length': Buffer.byteLength(json),
		...behaviour.headers,
	});
	send(response, Buffer.from(json), behaviour, Math.ceil(json.length / 3));
}

/** Sends pieces of so many bytes; ends after half of them, or never, where the behaviour says so. */
export function send(response: ServerResponse, bytes: Buffer, behaviour: Behaviour, size: number): void {
	const {hangUp, stall = false, pauseMs = 0} = behaviour;
	const until = hangUp === 'within' || stall ? bytes.length / 2 : bytes.length;
	const write = (start: number): void => {
		let next = start;
		while (next < until && (pauseMs === 0 || next === start)) {
			response.write(bytes.subarray(next, next + size));
			next += size;
		}
		if (next < until) setTimeout(write, pauseMs, next);
		else if (hangUp === 'within') setImmediate(() => response.destroy());
		else if (!stall) response.end();
	};
	write(0);
}
