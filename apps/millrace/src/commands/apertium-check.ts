import {apertiumInstall, installedPairs} from '@millrace/backends';
import type {Check} from './doctor.ts';

/** Checks Apertium and its language pairs, which back-translation offline needs. */
export function apertiumCheck(folder?: string): Check {
	const pairs = installedPairs(folder).map(({pair}) => pair);
	// A pair serves only where it is there in both directions.
	const both = pairs.filter((pair) => pairs.includes(pair.split('-').reverse().join('-')));
	const ok = both.length > 0;
	return {
		name: 'Apertium',
		ok,
		required: false,
		found: ok
			? `the pairs ${both.join(', ')}`
			: pairs.length > 0
				? `the pairs ${pairs.join(', ')}, none in both directions`
				: 'none, which back-translation offline needs',
		...(ok ? {} : {mend: apertiumInstall}),
	};
}
