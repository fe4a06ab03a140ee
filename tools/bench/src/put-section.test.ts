import test from 'ava';
import {putSection} from './put-section.ts';

const section = {
	title: 'Augmentation',
	about: 'Median of 3.',
	headers: ['what', 'a second'],
	rows: [{cells: ['EDA', '90,000'], command: 'node work.ts'}],
	aims: [{name: 'EDA', target: 50_000, good: 'least', unit: 'rows a second', measured: 90_000}],
} as const;

const measuring = {
	date: '2026-01-31',
	command: 'npm run bench -- --only augmentation',
	machine: [['Node', 'v24.0.0']],
} as const;

const page = '# Benchmarks\n\nAbout.\n\n## Curation\n\nWords.\n\n## Where the time goes\n\nNotes.\n';

test('a new section stands before the words at the end, and all else stays', (t) => {
	const put = putSection(page, section, measuring);
	t.true(
		put.startsWith('# Benchmarks\n\nAbout.\n\n## Curation\n\nWords.\n\n## Augmentation\n\nMedian of 3.\n\n'),
	);
	t.true(put.endsWith('\n\n## Where the time goes\n\nNotes.\n'));
	t.regex(put, /Written by `npm run bench -- --only augmentation` on 2026-01-31\./);
	for (const part of [
		/\| Node +\| v24\.0\.0 \|/,
		/at least 50000 rows a second \| +90,000 \| met/,
		/`node work\.ts`/,
	])
		t.regex(put, part);
});

test('it takes the place of the section with its title, so that putting it twice changes nothing', (t) => {
	const once = putSection(page, section, measuring);
	t.is(putSection(once, section, measuring), once);
	const changed = putSection(once, {...section, about: 'Once.'}, measuring);
	t.is(changed.replace('Once.', 'Median of 3.'), once);
});

test('a page that has no words at the end gets it last', (t) => {
	t.regex(
		putSection('# Benchmarks\n', section, measuring),
		/^# Benchmarks\n\n## Augmentation\n\n[^]*`node work\.ts` \|\n$/,
	);
});

test('a page without a title is refused', (t) => {
	t.throws(() => putSection('', section, measuring), {
		message: /expected --into to name a page with a title/,
	});
});
