/** Which pipeline is run, on what, and where its version goes. */
export interface Refresh {
	/** A module of `pipelines/`. */
	readonly pipeline: string;
	/** The folder of the corpus. */
	readonly files: string;
	/** The folder of the store. */
	readonly out: string;
	readonly workers: number;
	/** Further options of the pipeline. */
	readonly set?: Readonly<Record<string, number>>;
}

/** The command that refreshes a benchmark pipeline, from the root of the repository, without a report, which no peer makes. */
export function refreshCommand({pipeline, files, out, workers, set = {}}: Refresh): readonly string[] {
	const options = Object.entries({files, ...set}).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
	const module = `tools/bench/src/pipelines/${pipeline}.ts`;
	return [
		process.execPath,
		'apps/millrace/src/main.ts',
		'refresh',
		module,
		'--out',
		out,
		'--workers',
		String(workers),
		...options,
		'--no-report',
		'--json',
	];
}

/** A command as one types it. */
export const typed = (command: readonly string[]): string =>
	command
		.map((part) =>
			part === process.execPath
				? 'node'
				: /^[\w./:=@,-]+$/.test(part)
					? part
					: `'${part.replaceAll("'", `'\\''`)}'`,
		)
		.join(' ');
