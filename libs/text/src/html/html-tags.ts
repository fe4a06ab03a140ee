/** What an element is to a text. */
export const tagKinds = {
	inline: 1,
	/** Stands on lines of its own. */
	block: 2,
	heading: 4,
	/** Holds nothing that is read: scripts, forms, pictures. */
	unread: 8,
	/** Has no content and no end tag. */
	void: 16,
	/** A cell, a caption or an item, beyond which an end tag that was left out is not looked for. */
	scope: 32,
} as const;

/** The tags that are told apart, by number; 0 is text, 1 any other element. */
export const tags = numbered([
	'#text',
	'#other',
	...words('html head body title base link meta style script noscript template'),
	...words('main article section nav aside header footer address hgroup search'),
	...words(
		'h1 h2 h3 h4 h5 h6 p div blockquote pre hr ul ol menu li dl dt dd figure figcaption details summary',
	),
	...words('table caption colgroup col thead tbody tfoot tr td th'),
	...words(
		'a abbr b bdi bdo big br center cite code data del dfn em font i img ins kbd mark q rp rt ruby s samp',
	),
	...words('small span strike strong sub sup time tt u var wbr picture label'),
	...words(
		'form fieldset legend input button select option optgroup textarea datalist output progress meter',
	),
	...words(
		'iframe object embed param audio video source track canvas map area svg math dialog frameset frame',
	),
	...words('noframes noembed applet marquee slot'),
]);

/** The number of a tag name; any case. */
export const tagOf = (name: string): number => tags.get(name) ?? tags.get(name.toLowerCase()) ?? 1;

/** The number of a tag that is known to be there. */
export const tag = (name: string): number => tags.get(name) ?? 1;

const kinds = new Uint8Array(tags.size).fill(tagKinds.inline);
const set = (names: string, kind: number): void => {
	for (const name of words(names)) kinds[tag(name)] = kind;
};
set(
	'html body main article section nav aside header footer address hgroup search p div blockquote pre ul ol menu dl dt figure figcaption details summary table caption thead tbody tfoot tr center form fieldset legend dialog noframes',
	tagKinds.block,
);
set('li dd td th', tagKinds.block | tagKinds.scope);
set('h1 h2 h3 h4 h5 h6', tagKinds.block | tagKinds.heading);
set('br wbr img', tagKinds.inline | tagKinds.void);
set('hr', tagKinds.block | tagKinds.void);
set('base link meta col source track param embed area input frame', tagKinds.unread | tagKinds.void);
set(
	'head title style script noscript template button select option optgroup textarea datalist progress meter iframe object audio video canvas map svg math frameset noembed applet colgroup rp rt',
	tagKinds.unread,
);

/** What the element of a tag is to a text: bits of `tagKinds`. */
export const kindOf = (number: number): number => kinds[number] ?? tagKinds.inline;

export const isBlock = (number: number): boolean => (kindOf(number) & tagKinds.block) !== 0;
export const isHeading = (number: number): boolean => (kindOf(number) & tagKinds.heading) !== 0;

function words(names: string): readonly string[] {
	return names.split(' ');
}

function numbered(names: readonly string[]): ReadonlyMap<string, number> {
	return new Map(names.map((name, index) => [name, index]));
}
