import test from 'ava';
import fc from 'fast-check';
import {chatOf, chatTurns, isTrained, jsonText, roleOf, shown, withSystem} from './chat-turns.ts';

const turn = (role: string, content = 'x') => ({role, content, train: role === 'assistant'});

test('reads turns one by one, and says which cannot be read and why', (t) => {
	const read = ({role}: {readonly role?: unknown}) => (role === 'user' ? turn('user') : 'expected a user');
	t.deepEqual(chatTurns('turns', [{role: 'user'}], read), [turn('user')]);
	t.is(chatTurns('turns', [{role: 'user'}, {role: 'x'}], read), 'turns: turn 2: expected a user');
	t.is(chatTurns('turns', [null], read), 'turns: turn 1: expected an object, found null');
	t.is(chatTurns('turns', [], read), 'turns: expected a chat, found an empty one');
	t.is(chatTurns('turns', {}, read), 'turns: expected a list of turns, found an object');
});

test('a chat needs a user turn, wherever it stands', (t) => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom('system', 'user', 'assistant', 'tool')), (roles) => {
			const chat = chatOf(
				roles.map((role) => turn(role)),
				true,
			);
			t.is(typeof chat === 'string', !roles.includes('user'));
			if (typeof chat === 'string') return;
			t.deepEqual(
				chat[0],
				roles.map((role) => ({role, content: 'x'})),
			);
			t.deepEqual(
				chat[1],
				roles.map((role) => role === 'assistant'),
			);
		}),
	);
});

test('half a surrogate pair is looked for where there may be one', (t) => {
	t.is(chatOf([turn('user'), turn('tool', '\ud800')], true), 'turn 2: the text holds a lone surrogate');
});

test('a system prompt beside the turns stands first, once', (t) => {
	const turns = [turn('system', 'a'), turn('user')];
	for (const none of [undefined, null, '', 'a']) t.is(withSystem(none, turns), turns);
	t.deepEqual(withSystem('b', [turn('user')]), [turn('system', 'b'), turn('user')]);
	t.is(withSystem('b', turns), 'expected one system prompt, found another as first turn');
	t.is(withSystem([], turns), 'system: expected text, found a list');
});

test('roles go by their names, whatever the case, and never by what every object has', (t) => {
	const known = {human: 'user', gpt: 'assistant'};
	t.deepEqual(roleOf(' Human', known), {role: 'user'});
	for (const name of ['toString', '__proto__', '', 'humna'])
		t.regex(JSON.stringify(roleOf(name, known)), /^"unknown role .*known are human, gpt"$/);
	t.is(roleOf(3, known), 'expected a role, found 3');
});

test('answers are learnt unless their weight is 0', (t) => {
	t.deepEqual(
		[{}, {weight: 1}, {weight: 0}, {weight: null}].map((one) => isTrained('assistant', one)),
		[true, true, false, true],
	);
	t.is(isTrained('user', {weight: 1}), false);
	for (const weight of [2, '1', true, -0.5])
		t.is(isTrained('assistant', {weight}), `expected a weight of 0 or 1, found ${JSON.stringify(weight)}`);
});

test('JSON within a field is kept as text', (t) => {
	t.deepEqual([undefined, null, '', '[1]', [1], {a: 1}].map(jsonText), [
		null,
		null,
		null,
		'[1]',
		'[1]',
		'{"a":1}',
	]);
});

test('errors show a value in a few characters', (t) => {
	t.deepEqual([undefined, null, [], {}, 'a'].map(shown), ['nothing', 'null', 'a list', 'an object', '"a"']);
	t.true(shown('x'.repeat(1_000_000)).length <= 60);
});
