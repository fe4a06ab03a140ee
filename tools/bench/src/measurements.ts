import type {Measurement} from './bench.ts';
import {augmentation} from './measurements/augmentation.ts';
import {curation} from './measurements/curation.ts';
import {memory} from './measurements/memory.ts';
import {refreshAgain} from './measurements/refresh-again.ts';
import {roundTrips} from './measurements/round-trips.ts';
import {stageCost} from './measurements/stage-cost.ts';
import {startup} from './measurements/startup.ts';
import {throughput} from './measurements/throughput.ts';

/** All measurements, in the order of the page. */
export const measurements: readonly Measurement[] = [
	{name: 'startup', measure: startup},
	{name: 'throughput', measure: throughput},
	{name: 'stage-cost', measure: stageCost},
	{name: 'refresh', measure: refreshAgain},
	{name: 'memory', measure: memory},
	{name: 'round-trips', measure: roundTrips},
];

/** Those that download packages and peers: run where `--only` names them, and in no test. */
export const peerMeasurements: readonly Measurement[] = [
	{name: 'curation', measure: curation},
	{name: 'augmentation', measure: augmentation},
];
