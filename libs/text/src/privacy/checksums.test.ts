import test from 'ava';
import fc from 'fast-check';
import {isDay, luhn, mod11And10, remainder, verhoeff, weighted} from './checksums.ts';

test('knows the examples of the standards', (t) => {
	t.true(luhn('79927398713'));
	t.true(verhoeff('2363'));
	t.true(mod11And10('86095742719'));
	t.is(remainder('3214282912345698765432161182', 97), 1);
	t.is(weighted('123', [3, 2, 1]), 10);
});

test('Verhoeff and Luhn see every single wrong digit, Verhoeff every pair exchanged too', (t) => {
	const digits = fc.array(fc.nat(9), {minLength: 6, maxLength: 18}).map((each) => each.join(''));
	const complete = (start: string, check: (digits: string) => boolean): string =>
		Array.from({length: 10}, (_, last) => `${start}${last}`).find(check) ?? '';
	fc.assert(
		fc.property(digits, fc.nat(), fc.integer({min: 1, max: 9}), (start, place, step) => {
			for (const check of [luhn, verhoeff]) {
				const whole = complete(start, check);
				const at = place % whole.length;
				const other = (Number(whole[at]) + step) % 10;
				t.false(check(`${whole.slice(0, at)}${other}${whole.slice(at + 1)}`), whole);
			}
			const whole = complete(start, verhoeff);
			const at = place % (whole.length - 1);
			if (whole[at] === whole[at + 1]) return;
			const exchanged = `${whole.slice(0, at)}${whole[at + 1]}${whole[at]}${whole.slice(at + 2)}`;
			t.false(verhoeff(exchanged), whole);
		}),
	);
});

test('knows which days there are', (t) => {
	t.true(isDay('00', '02', '29'));
	t.false(isDay('01', '02', '29'));
	t.false(isDay('99', '13', '01'));
	t.false(isDay('99', '04', '31'));
	t.false(isDay('99', '04', '00'));
});
