/** A value of Thrift's compact protocol; a struct has its fields by number. */
export type ThriftValue = boolean | bigint | number | Uint8Array | readonly ThriftValue[] | ThriftStruct;
export type ThriftStruct = ReadonlyMap<number, ThriftValue>;

const deepest = 64;

/** Reads one struct of Thrift's compact protocol. Throws a RangeError on bytes that hold none. Source: thrift-compact-protocol.md. */
export function readThrift(bytes: Buffer): ThriftStruct {
	let at = 0;
	const byte = (): number => bytes.readUInt8(at++);
	const varint = (): bigint => {
		let value = 0n;
		for (let shift = 0n; ; shift += 7n) {
			if (shift > 63n) throw new RangeError('Thrift: a number of more than 64 bits');
			const next = byte();
			value |= BigInt(next & 0x7f) << shift;
			if (next < 0x80) return value;
		}
	};
	const whole = (): bigint => {
		const value = varint();
		return (value >> 1n) ^ -(value & 1n);
	};
	const length = (): number => {
		const found = Number(varint());
		// Nothing takes less than a byte, so what is left bounds every count.
		if (found > bytes.length - at) throw new RangeError('Thrift: a length beyond the end');
		return found;
	};
	const list = (depth: number): readonly ThriftValue[] => {
		const head = byte();
		const count = head >> 4 === 15 ? length() : head >> 4;
		return Array.from({length: count}, () => ((head & 15) <= 2 ? byte() === 1 : value(head & 15, depth)));
	};
	const value = (type: number, depth: number): ThriftValue => {
		if (depth > deepest) throw new RangeError('Thrift: structs too deep');
		switch (type) {
			case 1:
				return true;
			case 2:
				return false;
			case 3:
				return byte();
			case 4:
			case 5:
			case 6:
				return whole();
			case 7:
				at += 8;
				return bytes.readDoubleLE(at - 8);
			case 8: {
				const size = length();
				at += size;
				return bytes.subarray(at - size, at);
			}
			case 9:
			case 10:
				return list(depth + 1);
			case 12:
				return struct(depth + 1);
			default:
				throw new RangeError(`Thrift: an unknown type ${type}`);
		}
	};
	const struct = (depth: number): ThriftStruct => {
		const fields = new Map<number, ThriftValue>();
		let id = 0;
		for (let head = byte(); head !== 0; head = byte()) {
			id = head >> 4 === 0 ? Number(whole()) : id + (head >> 4);
			fields.set(id, value(head & 15, depth));
		}
		return fields;
	};
	return struct(0);
}
