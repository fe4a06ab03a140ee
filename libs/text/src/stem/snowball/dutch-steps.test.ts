import test from 'ava';
import {dutchDerivation, dutchDiminutive, dutchInflection, dutchQuality} from './dutch-steps.ts';

const regions = {r1: 2, r2: 2};

test('each step takes its own endings away', (t) => {
	t.is(dutchInflection('lopen', regions), 'loop');
	t.is(dutchInflection('mogelijkheden', regions), 'mogelijkheid');
	t.is(dutchInflection("auto's", regions), 'auto');
	t.is(dutchDiminutive('bloempje', regions), 'bloem');
	t.is(dutchDiminutive('koninkje', regions), 'koning');
	t.is(dutchDiminutive('moeilijke', regions), 'moeilijk');
	t.is(dutchDerivation('informatie', regions), 'informeer');
	t.is(dutchDerivation('vrijheid', regions), 'vrij');
	t.is(dutchQuality('leesbaar', regions), 'lees');
	t.is(dutchQuality('vriendelijker', regions), 'vriendelijk');
});

test('a step that finds nothing says so', (t) => {
	for (const step of [dutchInflection, dutchDiminutive, dutchDerivation, dutchQuality]) {
		t.is(step('boek', regions), undefined);
		t.is(step('', regions), undefined);
	}
	t.is(dutchDerivation('vrijheid', {r1: 8, r2: 8}), undefined);
});
