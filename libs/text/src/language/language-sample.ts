/**
 * Up to four passages of a text from which its language can be told, spread evenly, without what no language wrote: code
 * spans, addresses, markup, numbers. Short texts are one passage, however long the text this takes the same time.
 */
export function languageSample(text: string): readonly string[] {
	const count = Math.min(MOST_PASSAGES, Math.ceil(text.length / PASSAGE));
	const passages: string[] = [];
	for (let passage = 0; passage < count; passage++) {
		const start = Math.floor((passage * Math.max(0, text.length - PASSAGE)) / Math.max(1, count - 1));
		passages.push(cleaned(passageAt(text, start)));
	}
	return passages.filter((passage) => /\p{L}/u.test(passage));
}

const MOST_PASSAGES = 4;
const PASSAGE = 400;

/** Begins after a space where one is near, and never within a surrogate pair. */
function passageAt(text: string, start: number): string {
	if (text.length <= PASSAGE) return text;
	const passage = text.slice(start, start + PASSAGE);
	const space = start > 0 ? passage.search(/\s/) : -1;
	return passage
		.slice(space >= 0 && space < 60 ? space + 1 : 0)
		.replace(/^[\udc00-\udfff]/, '')
		.replace(/[\ud800-\udbff]$/, '');
}

/** Each pattern is tried only where the text has a character that it cannot do without. */
function cleaned(text: string): string {
	let left = text;
	for (const {needs, pattern} of FOREIGN) if (needs.test(left)) left = left.replace(pattern, ' ');
	return left
		.normalize('NFC')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
}

const FOREIGN = [
	{needs: /`/, pattern: /`[^`\n]{1,120}`/g},
	{
		needs: /[:@]|www\./i,
		pattern: /(?:https?:\/\/|www\.|mailto:)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}/gi,
	},
	{needs: /[<&]/, pattern: /<\/?[a-z][^<>]{0,200}>|&[a-z]{2,8};/gi},
	{
		needs: /[@#\d_]|\.[jtpmhcon]/,
		pattern: /[@#]\w+|\w*[0-9_]\w*|\b[\w-]+\.(?:js|ts|py|json|md|html|txt|com|org|net)\b/g,
	},
];
