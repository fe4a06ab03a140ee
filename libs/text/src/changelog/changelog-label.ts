/** Kinds of change, after Keep a Changelog and conventional commits. */
export const changelogLabels = [
	'Added',
	'Breaking',
	'Changed',
	'Deprecated',
	'Documentation',
	'Fixed',
	'Maintenance',
	'Performance',
	'Removed',
	'Security',
] as const;

export type ChangelogLabel = (typeof changelogLabels)[number];

/**
 * What kind of change a heading or tag stands for: `Bug Fixes`, `fix`, `:bug: Bug Fix` and `Fixed bugs` are all Fixed.
 * Null for headings that say nothing of the kind (`Changes`, `Patch Changes`, `Commits`) and for sentences.
 */
export function changelogLabel(heading: string): ChangelogLabel | null {
	const words = wordsOf(heading);
	if (words.length === 0 || words.length > MOST_WORDS) return null;
	const phrase = words.join(' ');
	if (VAGUE.test(phrase)) return null;
	return KINDS.find(([, pattern]) => pattern.test(phrase))?.[0] ?? null;
}

/** Whether a heading stands above what is no change: contributors, thanks, links. */
export const isAside = (heading: string): boolean => ASIDE.test(wordsOf(heading).join(' '));

const MOST_WORDS = 5;

const wordsOf = (heading: string): readonly string[] =>
	heading
		.slice(0, 200)
		.replace(/:[a-z0-9_+-]+:/gi, ' ')
		.toLowerCase()
		.match(/[\p{L}\p{N}]+/gu) ?? [];

const VAGUE =
	/^(?:(?:minor|major|patch|other|notable|misc|miscellaneous|all|code|api|general)(?: and)? )?(?:changes?|updates?|commits?|merged|prs|reverts?|notes?|misc|other)$/;
const ASIDE =
	/\bcontributors?\b|^(?:committers|authors|credits|thanks|thank you|acknowledge?ments|full changelog|downloads|checksums|table of contents|contents|artifacts)\b|^prs$/;

// Of several that match the first counts: security fixes are Security.
const KINDS: readonly (readonly [ChangelogLabel, RegExp])[] = [
	['Breaking', /\bbreaking\b|\bbackwards? incompatib/],
	['Security', /\bsecurity\b|\bvulnerabilit|\bcves?\b|^sec$/],
	['Deprecated', /\bdeprecat/],
	['Performance', /\bperf\b|\bperformance\b|\boptimi[sz]ations?\b/],
	['Documentation', /^docs?\b|\bdocumentation\b|^readme\b/],
	[
		'Maintenance',
		/^(?:chores?|internals?|maintenance|housekeeping|under the hood|infra|infrastructure|tooling)\b|\b(?:build system|builds?|ci|continuous integration|tests?|testing|styles?|refactors?|refactoring|refactored|refactorings|dependency|dependencies|deps|meta|actions|eslint|lint|bench|benchmarks)\b/,
	],
	['Removed', /^remov(?:ed|als?|es|e|ing)\b|^dropped\b/],
	['Fixed', /\b(?:bug ?fix(?:es)?|fix(?:es|ed)?|bugs?|hotfix(?:es)?|resolved)\b/],
	['Added', /\b(?:feat|feats|features?|added|adds?|additions?)\b|^(?:new|whats new|new stuff)$/],
	[
		'Changed',
		/\b(?:changed|improved|improvements?|improves?|enhanced|enhancements?|updated|modified|polish)\b/,
	],
];
