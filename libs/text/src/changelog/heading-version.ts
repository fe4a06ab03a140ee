/** The version that a heading names, without a leading `v`; null for unreleased changes, undefined for other headings. */
export function versionOfHeading(heading: string): string | null | undefined {
	const plain = heading.replace(/[[\]]/g, '').trim();
	if (UNRELEASED.test(plain)) return null;
	return VERSION.exec(plain)?.[1];
}

const UNRELEASED = /^(?:un-?released|upcoming|next|master|main|head)\b.{0,40}$/i;
// Perhaps a date, a name, "Version"; then digits with a point, which a date may follow.
const VERSION =
	/^(?:\d{4}-\d\d-\d\d[ ,:/-]+)?(?:@?[\w./-]{1,80}(?:@|[ ]))?(?:(?:version|release|ver\.?)\s+)?v?(\d{1,9}\.(?:\d{1,9}|x)(?:\.[\w-]{1,40}){0,4}(?:[-+][\w.-]{1,40})?)(?=$|[\s,:;()/\u2013\u2014-])/i;
