import {execFileSync} from 'node:child_process';
import {readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {MillraceError} from '@millrace/core';
import {acceptedVariants, backTranslate} from '@millrace/stages';
import {runStage, spanTemplates, tempFolder, testBackend, testStage} from '@millrace/testing';
import test from 'ava';
import {apertiumTest, hasApertium} from '../../fixtures/apertium-test.ts';
import {apertium} from './apertium.ts';
import {installedPairs} from './installed-pairs.ts';

const english = (count: number, seed?: number) => [
	...new Set(spanTemplates(count, seed).map(({text}) => text)),
];
const ask = (texts: readonly string[], from = 'en', to = 'es') => ({
	texts,
	from,
	to,
	seeds: texts.map(() => 0),
});

// All of the 4,000: MILLRACE_TEMPLATES=4000 npx ava src/apertium/apertium.test.ts
const count = Number(process.env['MILLRACE_TEMPLATES'] ?? 150);
test('where Apertium is not there, an error says what installs it', (t) => {
	const folder = tempFolder(t);
	t.deepEqual(installedPairs(folder), []);
	const error = t.throws(() => apertium({folder}), {instanceOf: MillraceError, code: 'missing'});
	t.regex(
		error.message,
		/found none; run "apt-get install -y --no-install-recommends apertium apertium-eng-spa/,
	);
});

test('an option that is not known is refused', (t) => {
	const wrong: object = {beams: 4};
	t.throws((): unknown => Reflect.apply(apertium, undefined, [wrong]), {
		code: 'usage',
		message: /unknown option "beams"/,
	});
});

if (hasApertium) {
	testBackend(test, 'apertium', {
		open: (t) => {
			const backend = apertium();
			t.teardown(async () => backend.close?.());
			return {backend};
		},
		requests: [ask(['The house is red.']), ask(['La domo estas granda.'], 'eo', 'en'), ask([])],
		isAnswer: ({texts}, response) =>
			response.texts.length === texts.length &&
			response.texts.every((text) => text === '' || /^(?:La casa es roja|The house is big)\.$/.test(text)),
	});
}

apertiumTest('a pair that is not there is named with those that are', async (t) => {
	const backend = apertium({pairs: ['en-es', 'es-en']});
	await t.throwsAsync(backend.call(ask(['Hallo'], 'de', 'en'), {}), {
		code: 'usage',
		message: /found de-en; installed are en-es, es-en\. Choose/,
	});
	t.throws(() => apertium({pairs: ['en-xx']}), {code: 'usage', message: /found en-xx; installed are ca-en/});
	t.throws(() => backTranslate({backend, pivots: ['de']}), {code: 'usage', message: /it has en-es, es-en/});
});

apertiumTest(
	'what means something to the tools comes through, and unknown words are told without their marks',
	async (t) => {
		const backend = apertium({pairs: ['en-es']});
		t.teardown(async () => backend.close?.());
		const texts = [
			'Zqxaav sees *Zqxabv* [x] {y} <b>z</b> a/b c\\d 5$ ^',
			'The xyzzy.',
			'',
			' \n',
			'\0',
			'I have 2 cats + dogs ~ @home #1  now',
		];
		const {texts: answers, unknown} = await backend.call(ask(texts), {});
		t.is(answers.length, texts.length);
		for (const sign of ['*Zqxabv*', '[x]', '{y}', '<b>', '</b>', '\\', '5$ ^'])
			t.true(answers[0]?.includes(sign), sign);
		t.deepEqual(unknown?.[1], ['xyzzy']);
		t.deepEqual(answers.slice(2, 5), ['', ' \n', '']);
		t.notRegex(answers.join(''), /\*xyzzy/);
	},
);

apertiumTest('a text however long is translated in pieces, and words without end stay', async (t) => {
	const backend = apertium({pairs: ['en-es']});
	t.teardown(async () => backend.close?.());
	const long = 'The house is red. '.repeat(400);
	const {texts} = await backend.call(
		ask([long, 'a'.repeat(1_000_000), `The house ${'b'.repeat(500)} is red.`]),
		{},
	);
	t.is(texts[0], 'La casa es roja. '.repeat(400));
	t.is(texts[1], 'a'.repeat(1_000_000));
	t.regex(texts[2] ?? '', /^La casa b{500} /);
});

apertiumTest('a process that ends without closing leaves no file behind', async (t) => {
	const folder = tempFolder(t);
	const script = join(tempFolder(t), 'owner.ts');
	const module = new URL('apertium.ts', import.meta.url).href;
	writeFileSync(
		script,
		`import {apertium} from ${JSON.stringify(module)};
		import {readdirSync} from 'node:fs';
		const backend = apertium({pairs: ['en-es']});
		await backend.call({texts: ['I saw a cat.'], from: 'en', to: 'es', seeds: [0]}, {});
		console.log(String(readdirSync(${JSON.stringify(folder)}).length));`,
	);
	const said = execFileSync(process.execPath, [script], {
		encoding: 'utf8',
		env: {...process.env, TMPDIR: folder},
	});
	// The model that knows how `I` is ambiguous was there.
	t.is(said, '1\n');
	t.deepEqual(readdirSync(folder), []);
	return Promise.resolve();
});

for (const to of ['es', 'eo', 'ca']) {
	apertiumTest(`a translation does not depend on what came before, en to ${to} and back`, async (t) => {
		t.timeout(600_000);
		const texts = english(count);
		const orders = [texts, texts.toReversed(), texts.toSorted()];
		const runs = [];
		for (const [turn, order] of orders.entries()) {
			const backend = apertium();
			const forward = new Map<string, string>();
			const back = new Map<string, string>();
			// Other cuts too, and several calls at once.
			const size = [500, 37, 100][turn] ?? 1;
			const parts = Array.from({length: Math.ceil(order.length / size)}, (_, index) =>
				order.slice(index * size, (index + 1) * size),
			);
			await Promise.all(
				parts.map(async (part) => {
					const there = await backend.call(ask(part, 'en', to), {});
					const again = await backend.call(ask(there.texts, to, 'en'), {});
					for (const [index, text] of part.entries()) {
						forward.set(text, there.texts[index] ?? '');
						back.set(text, again.texts[index] ?? '');
					}
				}),
			);
			await backend.close?.();
			runs.push(texts.map((text) => [forward.get(text), back.get(text)]));
		}
		t.deepEqual(runs[1], runs[0]);
		t.deepEqual(runs[2], runs[0]);
	});
}

apertiumTest(`spans survive exactly once in 99.9 % of accepted variants of ${count} templates`, async (t) => {
	t.timeout(600_000);
	const backend = apertium();
	t.teardown(async () => backend.close?.());
	const templates = spanTemplates(count, 2);
	const stage = backTranslate({backend, pivots: ['es', 'eo', 'ca'], n: 3});
	const {rows} = await runStage(
		stage,
		templates.map(({text}) => ({text})),
	);
	const accepted = rows.filter(({row}) => row['verdict'] === 'accepted');
	const times = (text: unknown, span: string): number => String(text).split(span).length - 1;
	const damaged = accepted.filter(({row, source}) => {
		const {text, spans = []} = templates[source] ?? {};
		return spans.some((span) => times(row['text'], span) !== times(text, span));
	});
	const lost = rows.filter(({row}) => row['verdict'] === 'spans-lost').length;
	t.log(
		`${accepted.length} accepted of ${rows.length - count}, ${damaged.length} damaged, ${lost} spans-lost`,
	);
	t.true(accepted.length > count);
	t.true(damaged.length <= accepted.length / 1000);
	const kept = await runStage(
		acceptedVariants(),
		rows.map(({row}) => row),
	);
	t.is(kept.rows.length, count + accepted.length);
});

if (hasApertium) {
	const shared = apertium();
	testStage(test, 'back-translate by Apertium', {
		stage: () => backTranslate({backend: shared, pivots: ['eo', ['es', 'en', 'eo']], n: 2}),
		rows: [...spanTemplates(8, 3).map(({text}) => ({text})), {text: ''}, {text: 'Ok'}],
	});
}
