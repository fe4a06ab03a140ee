/** What a class, an id or a role says of an element. */
export type NameKind = 'comments' | 'boilerplate' | 'box' | 'detail' | 'content';

/**
 * Reads the class and id of an element: `comments` and `boilerplate` (menus, advertisements, notices on cookies, links to
 * other pages) name what is no main content, `box` what may be either, such as a teaser, `detail` what belongs to it but is not read (by-lines, votes, prices), and
 * `content` the main content itself. Conventions of the web in English, and its commonest words in German, French,
 * Spanish, Italian and Portuguese.
 */
export function nameKind(names: string): NameKind | undefined {
	const known = cache.get(names);
	if (known !== undefined) return known === '' ? undefined : known;
	const kind = read(names.slice(0, MOST_NAMES));
	if (cache.size > MOST_CACHED) cache.clear();
	cache.set(names, kind ?? '');
	return kind;
}

// A memo of a pure function: what it holds changes no answer.
const cache = new Map<string, NameKind | ''>();
const [MOST_CACHED, MOST_NAMES] = [20_000, 400];

function read(names: string): NameKind | undefined {
	let found: NameKind | undefined;
	for (const item of names.split(/\s+/)) {
		const parts = item
			.replace(/([a-z])([A-Z])/g, '$1-$2')
			.toLowerCase()
			.split(/[^\p{L}\p{N}]+/u)
			.filter((part) => part !== '');
		// `has-sidebar`, `with-comments` and `is-menu-open` tell the state of a page, not what an element is.
		if (parts.length === 0 || states.has(parts[0] ?? '')) continue;
		const kind = kindOfParts(parts);
		if (kind === 'comments') return kind;
		if (kind && (found === undefined || rank[kind] > rank[found])) found = kind;
	}
	return found;
}

const rank = {content: 0, detail: 1, box: 2, boilerplate: 3, comments: 4};
const states: ReadonlySet<string> = new Set(
	'has with without no not is js wp single layout tag category status type format supports show hide'.split(
		' ',
	),
);

function kindOfParts(parts: readonly string[]): NameKind | undefined {
	const joined = parts.join('-');
	if (pairs.test(joined)) return 'boilerplate';
	// Documentation gives the signatures of functions names of several parts.
	if (joined === 'signature') return 'detail';
	let found: NameKind | undefined;
	for (const part of parts) {
		const kind = comments.test(part)
			? 'comments'
			: boilerplate.test(part)
				? 'boilerplate'
				: boxes.test(part)
					? 'box'
					: details.test(part)
						? 'detail'
						: contents.test(part)
							? 'content'
							: undefined;
		if (kind && (found === undefined || rank[kind] > rank[found])) found = kind;
	}
	return found;
}

const either = (...lists: readonly string[]): string => lists.join(' ').trim().split(/\s+/).join('|');

const comments = new RegExp(
	`^(?:${either('comment(?:s|list|area|section|body|thread)? disqus\\w* respond kommentare? commentaires? comentarios? commenti responses?list')})$`,
);

const boilerplate = new RegExp(
	`^(?:${either(
		'navs? navbar\\w* navigation\\w* navlinks? navlist navmenu navfooter menu\\w{0,12} submenu breadcrumbs? crumbs? sidebar\\w* sidenav topbar toolbar footer\\w* colophon masthead',
		'cookies?\\w{0,12} consent\\w* gdpr ccpa cmp\\d* onetrust\\w* qc',
		'newsletter\\w* signup optin recirc\\w* upsell\\w* crosssell\\w* recommend\\w* related\\w* sims trending popular',
		'ads? adv advert\\w* adsense adslot adbox dfp sponsor\\w* taboola outbrain',
		'shares? shared? sharebar sharebuttons? sharelinks? sharing social\\w* sns addthis sharedaddy jp',
		'pager pagination paging toc toctitle tableofcontents skip skiplink skipnav noprint printonly',
		'modal\\w* popups? popover overlay lightbox dialog tooltip drawer offcanvas login signin logout',
		'reviews? bewertungen? carts? minicart basket warenkorb buybox wishlist merkzettel alsobought catlinks editsection headerlink anchorjs',
		'copyright impressum rss feedlinks',
		'werbung anzeigen? publicite publicidad pubblicita pub navegacion navigazione ariane migas compartir teilen condividi boletin',
	)})$`,
);

/** What is believed only of what holds less than two paragraphs. */
const boxes = new RegExp(
	`^(?:${either('subscri\\w+ promo\\w* teasers? banner widget\\w* legal disclaimer side')})$`,
);

/** Words that say it only together. */
const pairs =
	/(?:^|-)(?:table-of-contents|on-this-page|in-this-article|page-tools|read-more|read-next|most-read|also-like|also-bought|bought-together|recently-viewed|customer-reviews|cross-selling|cross-sell|back-to-top|scroll-to-top|add-to-cart|hash-link|skip-link|screen-reader|sr-only|visually-hidden|rating-container|site-(?:header|footer|notice|nav)|page-(?:header|footer)|tag-(?:list|cloud)|post-(?:tags|nav|navigation)|language-switcher|edit-page|announcement-bar|store-notice|off-canvas|post-menu|crawler-nav|bottom-notice)(?:-|$)/;

const details = new RegExp(
	`^(?:${either(
		'by(?:line|linfo)? author\\w{0,6} creator dates? datetime timestamp published meta metadata posted postmeta kicker readtime',
		'tags? taglist posttags categories category keywords',
		'user\\w{0,10} profile\\w* avatar reputation badges? postauthor postdetails postprofile poster moderators?',
		'votes? votecell voting score likes? reactions? tagline permalink buttons? btn actions? infos',
		'prices? pricing quantity qty shipping delivery stock availability sku rating\\w* stars tax gallery thumbnails? zoom',
		'credits? search\\w* form copy sub?title meter counter status edit',
	)})$`,
);

const contents =
	/^(?:article\w{0,8}|contents?|main\w{0,8}|post|posts|postbody|entry|body|story|text|texte|inhalt|contenu|contenido|prose|markdown|description|product|doc|docs|document|page)$/;
