import type {Bench, Measurement} from './bench.ts';
import type {Section} from './section.ts';

/** Runs measurements one after another; one that fails is a section that says why, and the others still run. */
export async function runMeasurements(
	bench: Bench,
	chosen: readonly Measurement[],
	done: (section: Section) => void,
): Promise<{readonly sections: readonly Section[]; readonly failed: readonly string[]}> {
	const sections: Section[] = [];
	const failed: string[] = [];
	for (const {name, measure} of chosen) {
		try {
			sections.push(await measure(bench));
		} catch (error) {
			const why = error instanceof Error ? error.message : String(error);
			failed.push(`${name}: ${why}`);
			sections.push({title: name, about: `Failed: ${why}`, headers: [], rows: [], aims: []});
		}
		const [last] = sections.slice(-1);
		if (last) done(last);
	}
	return {sections, failed};
}
