import test from 'ava';
import {samplePdf} from './sample-pdf.ts';

test('writes offsets that point at objects', (t) => {
	const file = samplePdf([[['a (b)', 12, 0]]]).toString('latin1');
	const offsets = [...file.matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset));
	t.is(offsets.length, 6);
	for (const [at, offset] of offsets.entries()) t.true(file.startsWith(`${at + 1} 0 obj`, offset));
});
