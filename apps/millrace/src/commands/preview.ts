import {preview, type PreviewStep} from '@millrace/engine';
import type {Output, Setting} from '@millrace/terminal';
import {loadPipeline} from '../cli/load-pipeline.ts';
import {plain} from '../terminal/show-value.ts';
import {stepLines} from './step-lines.ts';

export interface PreviewFlags {
	readonly rows: number;
	readonly set?: readonly Setting[];
	readonly json?: boolean;
}

/** Shows what each step of a pipeline makes of the first records; returns the exit code. */
export async function previewCommand(
	named: string,
	{rows, set = [], json = false}: PreviewFlags,
	output: Output,
): Promise<number> {
	const {pipeline} = await loadPipeline(named, {set});
	let last: PreviewStep | undefined;
	for await (const step of preview(pipeline, {records: rows})) {
		if (!output.open) return 0;
		if (json) await output.lines(JSON.stringify(plain({...step, schema: Object.fromEntries(step.schema)})));
		else await output.lines(...stepLines(step, output.width, output.paint), '');
		last = step;
	}
	if (!json && last && last.kind !== 'reader')
		await output.lines(
			...stepLines(
				{...last, kind: 'reader', name: 'result', dropped: [], quarantined: []},
				output.width,
				output.paint,
			),
		);
	return 0;
}
