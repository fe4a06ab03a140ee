import test from 'ava';
import {stopSignals} from './stop-signals.ts';

test('the first signal asks the run to end, tells so and gives the exit code', (t) => {
	const told: string[] = [];
	const before = process.listenerCount('SIGTERM');
	{
		using stop = stopSignals((name) => told.push(name));
		t.deepEqual([stop.signal.aborted, stop.exitCode], [false, undefined]);
		process.emit('SIGTERM');
		t.deepEqual([stop.signal.aborted, stop.exitCode], [true, 143]);
	}
	t.deepEqual(told, ['SIGTERM']);
	t.is(process.listenerCount('SIGTERM'), before);
});
