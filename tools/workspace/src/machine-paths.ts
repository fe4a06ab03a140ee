import {homedir} from 'node:os';
import type {Source} from './projects.ts';

const homes = /(?<![\w.])\/(?:home|Users)\/[a-z][\w.-]*\//;

/** Says where a text names a path of somebody's machine. */
export function machinePaths({path, text}: Source, workspace: string): readonly string[] {
	const own = [workspace, ...(homedir().length > '/root'.length ? [homedir()] : [])];
	return text.split('\n').flatMap((line, index) => {
		const found = own.find((each) => line.includes(each)) ?? homes.exec(line)?.[0];
		return found === undefined
			? []
			: [`${path}:${index + 1} names ${found}; say it relative to the workspace.`];
	});
}
