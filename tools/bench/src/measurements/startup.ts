import type {Bench} from '../bench.ts';
import {figure} from '../figure.ts';
import {typed} from '../refresh-command.ts';
import {runChild} from '../run-child.ts';
import type {Section} from '../section.ts';
import {median} from '../stats.ts';

const commands = [
	{what: '`millrace --help`', command: [process.execPath, 'apps/millrace/src/main.ts', '--help']},
	{what: 'Node alone', command: [process.execPath, '--eval', '']},
];

/** How long the command line takes to say what it can do. */
export async function startup({root, runs, tell}: Bench): Promise<Section> {
	const times = 5 * runs;
	const measured = [];
	for (const {what, command} of commands) {
		tell(typed(command));
		const seconds = [];
		for (let run = 0; run < times; run++) seconds.push((await runChild(command, {cwd: root})).seconds);
		measured.push({what, command: typed(command), seconds: median(seconds)});
	}
	return {
		title: 'Start',
		about: `Whole processes, median of ${times}.`,
		headers: ['what', 'seconds'],
		rows: measured.map(({what, seconds, command}) => ({cells: [what, figure(seconds)], command})),
		aims: [
			{
				name: 'millrace --help',
				target: 0.2,
				good: 'most',
				unit: 'seconds',
				measured: measured[0]?.seconds ?? NaN,
			},
		],
	};
}
