import test from 'ava';
import vectors from '../fixtures/xxh64.json' with {type: 'json'};
import {hash128Twin} from './hash128-twin.ts';

const halves = [
	{half: 'first', seed: '0000000000000000', at: 0},
	{half: 'last', seed: '9e3779b97f4a7c15', at: 16},
];

for (const {half, seed, at} of halves) {
	for (const {name, bytes, hash} of vectors.filter((vector) => vector.seed === seed)) {
		test(`has the published hash of ${name} as its ${half} eight bytes`, (t) => {
			const hex = Buffer.from(hash128Twin(Buffer.from(bytes, 'hex'))).toString('hex');
			t.is(hex.slice(at, at + 16), hash);
		});
	}
}
