import {random} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {emptyBytes} from './bytes.ts';
import {scripts} from './scripts.ts';
import {vocabulary} from './vocabulary.ts';
import {writeText} from './write-text.ts';

const languages = scripts.map((script) => vocabulary(script, 1));

function written(language: number, target: number, seed: number, change?: number): string {
	const text = emptyBytes(64);
	const words = languages[language];
	const stream = (of: number) => random(Uint32Array.of(of, 1, 2, 3));
	if (words) writeText(text, words, target, stream(seed), change === undefined ? undefined : stream(change));
	return new TextDecoder('utf-8', {fatal: true}).decode(text.data.subarray(0, text.length));
}

const language = fc.integer({min: 0, max: scripts.length - 1});
const seed = fc.nat(1e6);

test('text is well-formed, at least as long as asked for and at most one word longer', (t) => {
	fc.assert(
		fc.property(language, fc.integer({min: 1, max: 5000}), seed, (script, target, choices) => {
			const bytes = Buffer.byteLength(written(script, target, choices));
			return bytes >= target && bytes < target + 64;
		}),
	);
	t.pass();
});

test('changes leave most of the text and always change some of it', (t) => {
	fc.assert(
		fc.property(seed, seed, (choices, change) => {
			const before = written(0, 1000, choices).split(' ');
			const after = written(0, 1000, choices, change).split(' ');
			const length = Math.min(before.length, after.length);
			const changed = before.slice(0, length).filter((word, index) => word !== after[index]).length;
			return changed >= 1 && changed <= 4 && Math.abs(before.length - after.length) < 10;
		}),
	);
	t.pass();
});

test('changes change the shortest text of every script', (t) => {
	for (const script of scripts.keys()) {
		for (let choices = 0; choices < 200; choices++)
			t.not(written(script, 200, choices, 9), written(script, 200, choices));
	}
});
