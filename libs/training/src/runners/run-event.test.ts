import test from 'ava';
import {parseEvent} from './run-event.ts';

test('events of every type are read as they are', (t) => {
	for (const event of [
		{type: 'start', steps: 3, device: 'CPU', resumed: 0, parameters: 10, trainable: 10},
		{type: 'step', step: 1, loss: 2.5, tokens: 8, seconds: 0.1, learningRate: 0.1, gradientNorm: 1},
		{type: 'eval', step: 1, metrics: {loss: 2}},
		{type: 'checkpoint', step: 1, path: '/tmp/a'},
		{type: 'warn', message: 'slow'},
		{type: 'end', outcome: 'failed', error: 'why'},
	])
		t.deepEqual(parseEvent(JSON.stringify(event)), event);
});

test('what is no event says what is wrong with it', (t) => {
	const faultOf = (line: string): string => {
		const found = parseEvent(line);
		return 'fault' in found ? found.fault : '';
	};
	t.is(faultOf('Loading checkpoint shards: 100%'), 'no JSON: Loading checkpoint shards: 100%');
	t.regex(faultOf('{"type":"step","step":1,"loss":null,"tokens":1,"seconds":1}'), /^loss: .*expected number/);
	t.regex(faultOf('{"type":"end","outcome":"done","extra":1}'), /Unrecognized key: "extra"/);
	t.regex(faultOf('{"type":"stop"}'), /type: /);
	t.regex(faultOf('3'), /expected object/);
});
