import {acceptedVariants, backTranslate, paraphrase} from '@millrace/stages';
import {chatServer, runStage, spanTemplates, tempFolder, type ChatServerOptions} from '@millrace/testing';
import {llmParaphrase, llmTranslation} from '@millrace/text';
import test, {type ExecutionContext} from 'ava';
import {imperfectModel} from '../fixtures/imperfect-model.ts';
import {withCallCache} from './calls/with-call-cache.ts';
import {withLimits} from './calls/with-limits.ts';
import {openaiCompatible} from './openai-compatible.ts';

const POISON = 'A blue ticket';
const rows = spanTemplates(40, 7).map(({text}, index) => ({
	text: index === 17 ? `${POISON}: ${text}` : text,
}));

const open = async (t: ExecutionContext, options: ChatServerOptions) => {
	const server = await chatServer(options);
	t.teardown(server.close);
	const model = openaiCompatible({
		url: server.url,
		model: 'm',
		concurrency: 8,
		retries: 1,
		backoffMs: 1,
	});
	return {...server, model};
};
const stages = {
	paraphrase: (model: ReturnType<typeof openaiCompatible>) =>
		paraphrase({backend: llmParaphrase({backend: model}), n: 2}),
	'back-translate': (model: ReturnType<typeof openaiCompatible>) =>
		backTranslate({backend: llmTranslation({backend: model, temperature: 1}), pivots: ['es']}),
};

for (const [name, stage] of Object.entries(stages)) {
	test(`${name}: a row whose calls fail goes on without variants, and changes no other's`, async (t) => {
		let ill = false;
		const {model} = await open(t, {
			answer: (messages, body) =>
				ill && messages.at(-1)?.content.includes(POISON) ? {status: 500} : imperfectModel(messages, body),
		});
		const expected = await runStage(stage(model), rows);
		ill = true;
		for (const batchRows of [1000, 7]) {
			const run = await runStage(stage(model), rows, {batchRows});
			const others = (all: typeof run.rows) => all.filter(({source}) => source !== 17);
			t.deepEqual(others(run.rows), others(expected.rows));
			const own = run.rows.filter(({source}) => source === 17).map(({row}) => row);
			t.deepEqual(
				own.map((row) => row['verdict']),
				['original', 'failed'],
			);
			t.is(own[0]?.['text'], rows[17]?.text);
			t.regex(String(own[1]?.['via']), /gave up after 2 attempts: .+ answered 500/);
			t.deepEqual(run.quarantines, []);
			const kept = await runStage(
				acceptedVariants(),
				run.rows.map(({row}) => row),
			);
			t.is(kept.drops.filter(({reason}) => reason === 'failed').length, own.length - 1);
		}
	});

	test(`${name}: an endpoint that is down for all rows ends the run`, async (t) => {
		const {model, requests} = await open(t, {answer: () => ({status: 503})});
		for (const given of [rows, rows.slice(0, 1)])
			await t.throwsAsync(runStage(stage(model), given), {
				code: 'stopped',
				message:
					/no more variants are made\. The last one says: backend m: gave up after 2 attempts: .+ answered 503/,
			});
		t.true(requests.length < 100, `${requests.length} requests`);
	});

	test(`${name}: caps, an open circuit and refused options end the run`, async (t) => {
		const {model} = await open(t, {answer: imperfectModel});
		await t.throwsAsync(runStage(stage(withLimits(model, {maxRequests: 5})), rows), {
			code: 'stopped',
			message: /maxRequests is 5/,
		});
		const down = await open(t, {answer: () => ({status: 503})});
		await t.throwsAsync(runStage(stage(withLimits(down.model, {failures: 2})), rows), {
			code: 'stopped',
			message: /the last 2 calls failed/,
		});
		const strict = await open(t, {
			answer: () => ({status: 400, body: '{"error": {"message": "no", "param": "seed"}}'}),
		});
		await t.throwsAsync(runStage(stage(strict.model), rows), {code: 'usage', message: /field seed/});
	});

	test(`${name}: usage is what the endpoint counted, and a run over kept answers has the same bytes`, async (t) => {
		const {model, requests} = await open(t, {answer: imperfectModel});
		const folder = tempFolder(t);
		const first = await runStage(stage(withCallCache(model, folder)), rows);
		const asked = requests.length;
		const resumed = await runStage(stage(withCallCache(model, folder)), rows, {batchRows: 7});
		t.deepEqual(resumed.rows, first.rows);
		// Refused requests are no answers, so they are not kept.
		t.true(requests.length - asked < asked / 20);
		const paid = first.rows.reduce((sum, {row}) => sum + requestsOf(row['usage']), 0);
		const refused = first.rows.filter(({row}) => row['via'] === 'refused').length;
		t.true(paid <= asked && paid >= asked - refused - asked / 50, `${paid} of ${asked}`);
	});
}

const requestsOf = (usage: unknown): number =>
	typeof usage === 'object' && usage !== null && 'requests' in usage && typeof usage.requests === 'number'
		? usage.requests
		: 0;
