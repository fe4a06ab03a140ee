import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromiumTest} from '../../fixtures/chromium-test.ts';
import {tickets} from '../../fixtures/published.ts';
import {makeReport} from '../make-report.ts';
import {reportSettings} from '../settings/report-settings.ts';
import {plainSigns} from './visible.ts';

const attacks: readonly string[] = [
	'<script>document.title = "owned"</script>',
	'</script><script>alert(1)</script>',
	'</style><style>body{display:none}</style>',
	'</title></textarea></noscript></template><svg/onload=alert(1)>',
	'"><img src=x onerror=alert(1)>',
	"' onmouseover='alert(1)' autofocus onfocus='alert(1)",
	'`-alert(1)-`${alert(1)}{{7*7}}',
	'<a href="javascript:alert(1)">click</a> [click](javascript:alert(1))',
	'<iframe srcdoc="<script>parent.document.title=1</script>"></iframe>',
	'<base href="//evil.example/"><meta http-equiv=refresh content="0;url=//evil.example">',
	'<form action="//evil.example"><button>send</button></form>',
	'<!-- --><![CDATA[ <script>alert(1)</script> ]]>',
	'<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
	'&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62; &amp;',
	'\u2028<script>\u2029alert(1)</script>',
	'\u202egnp.exe\u202c \u2066isolated\u2069 \u200bzero\u200b \u{e0041}',
	'\u001b[31mred\u001b[0m \u0007\u0008 \u009b31m',
	'\ufeff<\u0000script>alert(1)</\u0000script>',
];

const [languages, groups] = [attacks.map((attack) => attack.slice(0, 60)), attacks];
const settings = reportSettings({
	text: 'text',
	label: 'label',
	tokens: 'tokens',
	language: 'language',
	group: 'group',
});

chromiumTest(
	'text of the data is text: nothing runs, nothing is fetched, all is shown',
	async (t, browser) => {
		const {root, store, publish} = tickets(t);
		await publish([
			...attacks.flatMap((attack, index) =>
				['train', 'test'].map((split) => ({
					text: attack,
					label: attack,
					language: languages[index] ?? '',
					group: groups[index] ?? '',
					split,
				})),
			),
			...attacks.map((attack) => ({text: attack, label: 'spam'})),
			...attacks.map((attack) => ({text: attack, score: attack})),
		]);
		const {page: object} = await makeReport(store, {settings});
		const page = await browser.newPage();
		const seen: string[] = [];
		page.on('dialog', (dialog) => {
			seen.push(`dialog ${dialog.message()}`);
			void dialog.dismiss();
		});
		page.on('request', (request) => {
			if (!request.url().endsWith(object)) seen.push(`request ${request.url()}`);
		});
		page.on('pageerror', (error) => seen.push(`error ${error.message}`));
		page.on('console', (message) => seen.push(`console ${message.text()}`));
		await page.goto(pathToFileURL(join(root, object)).href);
		await page.mouse.move(200, 400);
		for (const summary of await page.locator('details > summary').all()) await summary.click();
		t.is(await page.title(), 'tickets version 1: report');
		t.deepEqual(
			await page.evaluate(
				'[...document.querySelectorAll("script, img, iframe, form, base, a:not([href^=\'#\'])")].map((each) => each.outerHTML)',
			),
			['<a href="v000001.json">JSON</a>'],
		);
		t.deepEqual(
			await page.evaluate(
				'[...document.querySelectorAll("*")].flatMap((each) => [...each.attributes]).map(({name}) => name).filter((name) => name.startsWith("on") || name === "style" || name === "srcdoc")',
			),
			[],
		);
		const shown = (await page.locator('blockquote').allInnerTexts()).map(squeezed);
		const sampled = attacks.filter((attack) => shown.includes(squeezed(signed(attack))));
		t.true(sampled.length >= 10, `${sampled.length} of ${attacks.length} attacks are among the samples`);
		const labels = (await page.locator('#labels .bars .name bdi').allInnerTexts()).map(squeezed);
		for (const attack of attacks) t.true(labels.includes(squeezed(signed(attack))), attack);
		t.notRegex(
			(await page.locator('body').innerText()).replaceAll(/[\n\t]/g, ''),
			/[\p{Cc}\p{Bidi_Control}\u200b]/u,
		);
		t.deepEqual(seen, []);
	},
);

/** What a page shows of a text: signs stand where something was hidden. */
const signed = (text: string): string => plainSigns(text).replaceAll(/[⟨⟩]/g, '');
const squeezed = (text: string): string => text.replaceAll(/\s+/g, '');

chromiumTest('no page scrolls sideways, on phones or desks, whatever the names', async (t, browser) => {
	const {root, store, publish} = tickets(
		t,
		'a-name-of-a-dataset-as-long-as-names-of-datasets-may-ever-become',
	);
	await publish(
		Array.from({length: 60}, (_, index) => ({
			text: `${'long'.repeat(100)} ${index}`,
			label: 'x'.repeat(150) + String(index % 3),
			split: index % 4 === 0 ? 'test' : 'train',
		})),
	);
	const {page: object} = await makeReport(store, {settings});
	for (const width of [320, 390, 768, 1280]) {
		const context = await browser.newContext({viewport: {width, height: 800}});
		const page = await context.newPage();
		await page.goto(pathToFileURL(join(root, object)).href);
		t.is(await page.evaluate('document.documentElement.scrollWidth'), width, `${width} px`);
		await context.close();
	}
});
