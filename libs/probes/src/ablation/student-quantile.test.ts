import test from 'ava';
import {studentQuantile} from './student-quantile.ts';

// From printed tables.
const known = [
	[1, 12.706],
	[2, 4.303],
	[3, 3.182],
	[4, 2.776],
	[9, 2.262],
	[24, 2.064],
	[49, 2.01],
	[1000, 1.962],
] as const;

for (const [degrees, quantile] of known)
	test(`knows the quantile of ${degrees} degrees of freedom`, (t) => {
		t.true(Math.abs(studentQuantile(degrees) - quantile) < 0.011, String(studentQuantile(degrees)));
	});
