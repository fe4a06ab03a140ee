import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {workspaceFolder} from './src/projects.ts';
import {readmeCommands} from './src/readme-commands.ts';
import {runCommand} from './src/run-command.ts';
import {copyWorkspace} from './src/workspace-copy.ts';

// Runs the commands of the README and of three pages in a copy, but for those given as arguments, which run elsewhere.
const done = process.argv.slice(2);
const pages = ['README.md', 'docs/command-line.md', 'docs/report.md', 'docs/training.md'];
const texts = await Promise.all(pages.map(async (page) => readFile(join(workspaceFolder, page), 'utf8')));
const commands = texts.flatMap((text) => readmeCommands(text));
if (commands.length === 0) throw new Error('README.md: expected commands in blocks marked sh, found none.');
await using copy = await copyWorkspace(workspaceFolder, {installed: true});
for (const command of commands.filter((each) => !done.includes(each)))
	runCommand(copy.folder, 'bash', '-euo', 'pipefail', '-c', command);
console.log(`\n${pages.join(', ')}: ${commands.length} commands run.`);
