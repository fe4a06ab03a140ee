import {MillraceError, valueFault, type ColumnType} from '@millrace/core';

/** Writes a value so that memcmp orders it among others of its type. */
export function writeValue(sink: KeySink, where: string, type: ColumnType, value: unknown): void {
	if (type.nullable) {
		const isNull = value === null || value === undefined;
		sink.byte(isNull ? 0 : 1);
		if (isNull) return;
	}
	if (!writePresent(sink, where, type, value)) {
		throw new MillraceError(
			'schema',
			`key column ${where}: ${valueFault(value, type) ?? 'expected another value'}; correct the stage that makes it.`,
		);
	}
}

/** Writes a value that is not null; false where it is not of the type. */
function writePresent(sink: KeySink, where: string, type: ColumnType, value: unknown): boolean {
	switch (type.kind) {
		case 'utf8':
			if (typeof value !== 'string' || !value.isWellFormed()) return false;
			sink.text(value);
			return true;
		case 'binary':
			if (!(value instanceof Uint8Array)) return false;
			sink.bytes(value);
			return true;
		case 'bool':
			if (typeof value !== 'boolean') return false;
			sink.byte(value ? 1 : 0);
			return true;
		case 'int32':
			if (typeof value !== 'number' || (value | 0) !== value) return false;
			sink.int32(value);
			return true;
		case 'int64':
		case 'timestamp':
			if (typeof value !== 'bigint' || BigInt.asIntN(64, value) !== value) return false;
			sink.int64(value);
			return true;
		case 'float32':
			if (typeof value !== 'number') return false;
			sink.float32(value);
			return true;
		case 'float64':
			if (typeof value !== 'number') return false;
			sink.float64(value);
			return true;
		case 'list':
			if (!Array.isArray(value)) return false;
			for (const item of value) {
				sink.byte(1);
				writeValue(sink, where, type.of, item);
			}
			sink.byte(0);
			return true;
		case 'struct': {
			if (typeof value !== 'object' || value === null) return false;
			const entries = new Map<string, unknown>(Object.entries(value));
			for (const [name, field] of Object.entries(type.fields))
				writeValue(sink, `${where}.${name}`, field, entries.get(name));
			return true;
		}
	}
}

/** Bytes that grow as values are written. */
export function keySink(): KeySink {
	let buffer = Buffer.alloc(256);
	let view = new DataView(buffer.buffer);
	let used = 0;

	/** Makes room for some bytes and gives where they go. */
	function reserve(length: number): number {
		if (used + length > buffer.length) {
			const larger = Buffer.alloc(Math.max(buffer.length * 2, used + length));
			larger.set(buffer.subarray(0, used));
			[buffer, view] = [larger, new DataView(larger.buffer)];
		}
		const at = used;
		used += length;
		return at;
	}

	/** Ends text or bytes that begin at `start`: a zero within becomes 0 255, and 0 1 stands at the end. */
	function terminate(start: number): void {
		const zero = buffer.subarray(start, used).indexOf(0);
		if (zero !== -1) {
			const plain = Uint8Array.from(buffer.subarray(start + zero, used));
			used = start + zero;
			for (const byte of plain) {
				if (byte === 0) pair(0x00ff);
				else put(byte);
			}
		}
		pair(0x0001);
	}

	// Room is made before the buffer is named: making it may replace the buffer.
	function put(value: number): void {
		const at = reserve(1);
		buffer[at] = value;
	}

	function pair(value: number): void {
		const at = reserve(2);
		view.setUint16(at, value);
	}

	return {
		get size() {
			return used;
		},
		byte: put,
		text(value) {
			const start = reserve(value.length * 3);
			used = start + buffer.write(value, start, 'utf8');
			terminate(start);
		},
		bytes(value) {
			const start = reserve(value.length);
			buffer.set(value, start);
			terminate(start);
		},
		int32(value) {
			const at = reserve(4);
			view.setInt32(at, value ^ 0x80000000);
		},
		int64(value) {
			const at = reserve(8);
			view.setBigInt64(at, value);
			view.setUint8(at, view.getUint8(at) ^ 0x80);
		},
		float32(value) {
			const at = reserve(4);
			view.setFloat32(at, value);
			const bits = Number.isNaN(value) ? 0x7fc00000 : view.getInt32(at);
			view.setInt32(at, bits < 0 ? ~bits : bits ^ 0x80000000);
		},
		float64(value) {
			const at = reserve(8);
			view.setFloat64(at, value);
			const nan = Number.isNaN(value);
			const [high, low] = nan ? [0x7ff80000, 0] : [view.getInt32(at), view.getInt32(at + 4)];
			view.setInt32(at, high < 0 ? ~high : high ^ 0x80000000);
			view.setInt32(at + 4, high < 0 ? ~low : low);
		},
		invert(start) {
			for (let at = start; at < used; at++) buffer[at] = ~(buffer[at] ?? 0);
		},
		take: () => new Uint8Array(buffer.subarray(0, used)),
		clear() {
			used = 0;
		},
	};
}

export interface KeySink {
	/** Bytes so far. */
	readonly size: number;
	byte(value: number): void;
	text(value: string): void;
	bytes(value: Uint8Array): void;
	int32(value: number): void;
	int64(value: bigint): void;
	float32(value: number): void;
	float64(value: number): void;
	/** Turns round all bits from `start` on. */
	invert(start: number): void;
	/** A copy of the bytes so far. */
	take(): Uint8Array;
	clear(): void;
}
