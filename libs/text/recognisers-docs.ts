import {readFileSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {format, resolveConfig} from 'prettier';
import {labelledTexts, type Mark} from './src/privacy/labelled-texts.ts';
import {recognisers} from './src/privacy/recognisers.ts';

export const privacyPage = fileURLToPath(new URL('../../docs/privacy.md', import.meta.url));

/** The page with its table of recognisers made anew, of what they say and of the labelled texts. */
export async function withRecognisers(page: string): Promise<string> {
	const texts = labelledTexts(readFileSync(new URL('fixtures/personal-data.txt', import.meta.url), 'utf8'));
	const marks = texts.flatMap((text) => text.marks);
	const rows = recognisers.map(({name, type, finds, checks}) => {
		const own = marks.filter(({recogniser}) => recogniser === name);
		return `| ${name} | \`${type}\` | ${finds} | ${checks} | ${counts(own)} |`;
	});
	const other = marks.filter(({recogniser}) => !recognisers.some(({name}) => name === recogniser));
	const table = [
		'| Recogniser | Type | Finds | Checks | Found | Missed | Mistaken |',
		'| --- | --- | --- | --- | --: | --: | --: |',
		...rows,
		`| none | - | other kinds | - | ${counts(other)} |`,
		`| all | - | ${texts.length} texts | - | ${counts(marks)} |`,
	].join('\n');
	const made = page.replace(/(<!-- recognisers -->)[^]*?(<!-- end -->)/, `$1\n\n${table}\n\n$2`);
	return format(made, {...(await resolveConfig(privacyPage)), parser: 'markdown'});
}

const counts = (marks: readonly Mark[]): string =>
	(['found', 'missed', 'mistaken'] as const)
		.map((kind) => marks.filter((mark) => mark.kind === kind).length)
		.join(' | ');

if (import.meta.main) await writeFile(privacyPage, await withRecognisers(readFileSync(privacyPage, 'utf8')));
