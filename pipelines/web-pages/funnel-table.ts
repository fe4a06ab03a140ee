/** What became of the rows of one step. */
export interface FunnelStep {
	readonly stage: string;
	readonly in: number;
	readonly out: number;
	readonly dropped: Readonly<Record<string, number>>;
	readonly quarantined: number;
}

/** The steps of a run that lost rows as a Markdown table, with how many were lost for which reason. */
export function funnelTable(steps: readonly FunnelStep[]): string {
	const rows = steps
		.map(({stage, in: before, out, dropped, quarantined}) => ({
			stage,
			before,
			out,
			lost: [
				...Object.entries(dropped).sort(([a], [b]) => (a < b ? -1 : 1)),
				...(quarantined > 0 ? [['quarantined', quarantined] as const] : []),
			],
		}))
		.filter(({lost}) => lost.length > 0)
		.map(
			({stage, before, out, lost}) =>
				`| \`${stage}\` | ${before} | ${out} | ${lost.map(([reason, count]) => `${reason} ${count}`).join(', ')} |`,
		);
	return ['| Step | Rows in | Rows out | Lost, by reason |', '| --- | --: | --: | --- |', ...rows].join('\n');
}
