import test from 'ava';
import fc from 'fast-check';
import {leastPrefix, mostPrefix} from './bytes-bound.ts';

const texts = fc.string({unit: 'binary', maxLength: 80}).map((text) => Buffer.from(text));
const decoder = new TextDecoder('utf8', {fatal: true});

test('bounds hold what they bound, are short, and those of text are text', (t) => {
	for (const [kind, values] of [
		['utf8', texts],
		['binary', fc.uint8Array({maxLength: 120})],
	] as const) {
		fc.assert(
			fc.property(values, (value) => {
				const [least, most] = [leastPrefix(kind, value), mostPrefix(kind, value)];
				t.true(Buffer.compare(least.bytes, value) <= 0);
				t.true(least.bytes.length <= 64);
				t.is(least.exact, least.bytes.length === value.length);
				if (kind === 'utf8') t.notThrows(() => decoder.decode(least.bytes));
				if (!most) return;
				t.true(Buffer.compare(most.bytes, value) >= 0);
				t.is(most.exact, Buffer.compare(most.bytes, value) === 0);
				if (kind === 'utf8') t.notThrows(() => decoder.decode(most.bytes));
			}),
		);
	}
});

test('a bound is raised at its last character that can be', (t) => {
	const raised = (text: string): string | undefined => {
		const most = mostPrefix('utf8', Buffer.from(text));
		return most && Buffer.from(most.bytes).toString();
	};
	t.is(raised('a'.repeat(65)), `${'a'.repeat(63)}b`);
	t.is(raised(`${'a'.repeat(61)}\u{d7ff}more`), `${'a'.repeat(61)}\u{e000}`);
	t.is(raised(`b${'\u{10ffff}'.repeat(20)}`), 'c');
	t.is(raised('\u{10ffff}'.repeat(20)), undefined);
	t.is(mostPrefix('binary', new Uint8Array(65).fill(255)), undefined);
	t.deepEqual(
		mostPrefix('binary', Uint8Array.of(1, ...new Uint8Array(64).fill(255)))?.bytes,
		Uint8Array.of(2),
	);
});
