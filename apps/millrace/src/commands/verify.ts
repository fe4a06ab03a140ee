import {verifyVersion} from '@millrace/engine';
import {byteSize, counted, exitCodes, type Output, visible} from '@millrace/terminal';
import {checkVersion, openPublished} from './store-folder.ts';

export interface VerifyFlags {
	readonly version?: number;
	readonly out?: string;
	readonly json?: boolean;
}

/** Checks a version against its manifest and lists all that is wrong; returns the exit code. */
export async function verifyCommand(
	named: string,
	{version, out, json = false}: VerifyFlags,
	output: Output,
): Promise<number> {
	const opened = await openPublished(named, out);
	await checkVersion(opened, version);
	const {store, where} = opened;
	const found = await verifyVersion(store, version === undefined ? {} : {version});
	const {faults, files, bytes, rows} = found;
	const title = `${visible(where)} version ${found.version}`;
	if (json)
		await output.lines(
			JSON.stringify({type: 'result', outcome: faults.length === 0 ? 'whole' : 'corrupt', ...found}),
		);
	else if (faults.length === 0)
		await output.lines(
			output.paint(
				'good',
				`${title}: all as published: ${counted(files, 'file')}, ${byteSize(bytes)}, ${counted(rows, 'row')} read back.`,
			),
		);
	else
		await output.lines(
			output.paint('bad', `${title}: ${counted(faults.length, 'fault')} in ${counted(files, 'file')}:`),
			...faults.map((fault) => `  ${visible(fault)}`),
		);
	return faults.length === 0 ? 0 : exitCodes.corrupt;
}
