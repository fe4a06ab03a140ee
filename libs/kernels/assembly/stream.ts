import {input} from './memory';
import {P1, P2, converge, finish, mix, weigh} from './xxh64';

// Two slots of four lanes: a row longer than the window, hashed under two seeds at once.
const lanes: usize = memory.data(64, 16);

/** Begins a row of 32 bytes or more in a slot, 0 or 1. */
export function begin(slot: i32, seed: u64): void {
	const to = lanes + ((<usize>slot) << 5);
	store<u64>(to, seed + P1 + P2);
	store<u64>(to, seed + P2, 8);
	store<u64>(to, seed, 16);
	store<u64>(to, seed - P1, 24);
}

/** Folds the window's first `length` bytes, a multiple of 32, into the slot's row. */
export function fold(slot: i32, length: i32): void {
	const to = lanes + ((<usize>slot) << 5);
	const end = input + length;
	let v1 = load<u64>(to);
	let v2 = load<u64>(to, 8);
	let v3 = load<u64>(to, 16);
	let v4 = load<u64>(to, 24);
	for (let at = input; at < end; at += 32) {
		v1 = mix(v1, weigh(load<u64>(at)));
		v2 = mix(v2, weigh(load<u64>(at, 8)));
		v3 = mix(v3, weigh(load<u64>(at, 16)));
		v4 = mix(v4, weigh(load<u64>(at, 24)));
	}
	store<u64>(to, v1);
	store<u64>(to, v2, 8);
	store<u64>(to, v3, 16);
	store<u64>(to, v4, 24);
}

/** The hash of the slot's row of `total` bytes, whose last `length`, fewer than 32, lead the window. */
export function end(slot: i32, length: i32, total: u64): u64 {
	const to = lanes + ((<usize>slot) << 5);
	const hash = converge(load<u64>(to), load<u64>(to, 8), load<u64>(to, 16), load<u64>(to, 24));
	return finish(hash + total, input, input + length);
}
