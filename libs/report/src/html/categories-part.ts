import {barRows} from '../charts/bar-rows.ts';
import {count, counted, percentOf} from '../figures/amounts.ts';
import type {Categories, CategoryCount} from '../figures/categories.ts';
import type {Report, ShareChange} from '../report.ts';
import {figure, table, type Part} from './figure.ts';
import {languageName} from './language-name.ts';
import {markup, type Content, type Markup} from './markup.ts';
import {shown} from './shown.ts';

/** Values that have a bar, and those that the table lists; the JSON has a thousand. */
const [mostBars, mostListed] = [20, 200];

/** The languages of the rows. */
export function languagesPart(report: Report): Part | null {
	const {languages} = report;
	const [first] = languages?.values ?? [];
	if (!languages) return null;
	const takeaway = first
		? markup`${counted(languages.distinct, 'language')}; ${shown(languageName(first.value))} has ${percentOf(first.rows, languages.rows)} of the rows.`
		: 'No row has a language.';
	return {
		id: 'languages',
		title: 'Languages',
		body: valueFigure(report, languages, 'languages', takeaway, languageName),
	};
}

/** The balance of the labels. */
export function labelsPart(report: Report): Part | null {
	const {labels, roles} = report;
	if (!labels) return null;
	const [first, last] = [labels.values[0], labels.values.at(-1)];
	const more = labels.exact ? '' : 'at least ';
	const takeaway =
		first && last
			? markup`${more}${counted(labels.distinct, 'label')} in <code>${roles.label}</code>; the most frequent, ${shown(first.value)}, has ${percentOf(first.rows, labels.rows)} of the rows${labels.distinct > 1 ? markup`, ${ratio(first, last)} times the rarest${labels.others > 0 ? ' listed' : ''}` : null}.`
			: 'No row has a label.';
	return {
		id: 'labels',
		title: 'Labels',
		body: valueFigure(report, labels, 'labels', takeaway, (value) => value),
	};
}

const ratio = (first: CategoryCount, last: CategoryCount): string => {
	const times = first.rows / last.rows;
	return times < 10 ? times.toFixed(1) : count(times);
};

function valueFigure(
	{difference, splits}: Report,
	categories: Categories,
	of: 'labels' | 'languages',
	takeaway: Content,
	name: (value: string) => string,
): Markup {
	const {values, rows, distinct, empty} = categories;
	const before = new Map(difference?.[of].map((change: ShareChange) => [change.value, change.before]));
	const bars = values.slice(0, mostBars).map(({value, rows: own}) => ({
		name: shown(name(value)),
		rows: own,
		share: own / rows,
		before: before.get(value),
		title: `${name(value)}: ${count(own)}`,
	}));
	const left = rows - values.slice(0, mostBars).reduce((sum, each) => sum + each.rows, 0);
	const rest = {
		name: markup`<em>${counted(distinct - bars.length, 'other')}</em>`,
		rows: left,
		share: left / rows,
		title: 'others',
		colour: 'lost' as const,
	};
	const named = splits.slice(0, 8).map(({split}) => split);
	const columns = [
		{title: of.slice(0, -1)},
		...['rows', 'share', ...named].map((title) => ({title, number: true})),
	];
	const data = table(
		columns,
		values
			.slice(0, mostListed)
			.map((each) => [
				shown(name(each.value)),
				count(each.rows),
				percentOf(each.rows, rows),
				...named.map((split) => count(each.splits[split] ?? 0)),
			]),
	);
	const legend = [
		...(before.size > 0 ? [markup`<span><i class="swatch was"></i>share in the version before</span>`] : []),
		...(empty > 0 ? [markup`<span>${counted(empty, 'row')} without</span>`] : []),
		...(distinct > mostListed ? [markup`<span>the table lists the first ${mostListed}</span>`] : []),
	];
	return figure(
		takeaway,
		barRows(left > 0 ? [...bars, rest] : bars),
		data,
		legend.length > 0 ? legend : undefined,
	);
}
