import test from 'ava';
import {readmeCommands} from './readme-commands.ts';

test('reads the commands of sh blocks in order, without comments and prompts', (t) => {
	const page = [
		'# Millrace',
		'```ts',
		'npm no',
		'```',
		'```sh',
		'npm ci && npm start   # publishes',
		'',
		'# a remark',
		'$ npx nx g stage \\',
		'    my-stage',
		'```',
		'Then:',
		'```bash',
		"npm run millrace -- preview docs --set 'a#b=1'",
		'```',
	];
	t.deepEqual(readmeCommands(page.join('\n')), [
		'npm ci && npm start',
		'npx nx g stage      my-stage',
		"npm run millrace -- preview docs --set 'a#b=1'",
	]);
});

test('a page without commands has none', (t) => {
	t.deepEqual(readmeCommands('# Millrace\n'), []);
});
