import {readFileSync} from 'node:fs';
import {backTranslate} from '@millrace/stages';
import {runStage} from '@millrace/testing';
import type {Lexicon} from '@millrace/text';
import {z} from 'zod';
import {apertiumTest} from '../../fixtures/apertium-test.ts';
import {wordnetLexicon} from '../wordnet/wordnet-lexicon.ts';
import {apertium} from './apertium.ts';

// The figures of docs/augmentation.md: MILLRACE_TICKETS=643 npx ava src/apertium/round-trip-gates.test.ts
const most = Number(process.env['MILLRACE_TICKETS'] ?? 60);
const ticket = z.object({text: z.string(), language: z.string()});
const tickets = readFileSync(
	new URL('../../../../datasets/support-tickets/tickets.jsonl', import.meta.url),
	'utf8',
)
	.trim()
	.split('\n')
	.map((line) => ticket.parse(JSON.parse(line)))
	.filter(({language}) => language === 'en')
	.slice(0, most)
	.map(({text}) => ({text}));
const judged = z.object({verdict: z.string(), gates: z.object({pronouns: z.number()})});

apertiumTest(
	'round trips: persons are lost where a pivot drops subjects, and a lexicon spares words',
	async (t) => {
		const backend = apertium();
		t.teardown(async () => backend.close?.());
		const variants = async (pivot: string, judges: {readonly lexicon?: Lexicon} = {}) => {
			const gates = {minChrf: 40, maxOverlap: 0.85};
			const stage = backTranslate({backend, pivots: [pivot], n: 1, attempts: 1, gates, judges});
			const {rows} = await runStage(stage, tickets);
			return rows.flatMap(({row}) => (row['augmented'] === true ? [judged.parse(row)] : []));
		};
		const shares = new Map<string, number>();
		for (const pivot of ['es', 'eo', 'ca']) {
			const [plain, spared] = [await variants(pivot), await variants(pivot, {lexicon: wordnetLexicon()})];
			const accepted = plain.filter(({verdict}) => verdict === 'accepted');
			const [any, several] = [0, 1].map(
				(bound) => accepted.filter(({gates}) => gates.pronouns > bound).length,
			);
			const [leaks, left] = [plain, spared].map(
				(all) => all.filter(({verdict}) => verdict === 'pivot-leaked').length,
			);
			t.log(
				`${pivot}: of ${accepted.length} accepted ${any} changed a person, ${several} more than one; ${leaks} leaks, ${left} with a lexicon`,
			);
			t.true(Number(left) <= Number(leaks));
			shares.set(pivot, Number(any) / accepted.length);
		}
		for (const dropping of ['es', 'ca'])
			t.true((shares.get(dropping) ?? 0) > 0.2 + (shares.get('eo') ?? 1), JSON.stringify([...shares]));
	},
);
