import type * as library from '@dsnp/parquetjs';
import type * as types from '@dsnp/parquetjs/dist/gen-nodejs/parquet_types.js';
import type * as thrift from '@dsnp/parquetjs/dist/lib/util.js';

type Types = Pick<
	typeof types,
	'ColumnMetaData' | 'CompressionCodec' | 'Encoding' | 'OffsetIndex' | 'PageHeader' | 'PageType'
>;

/** The parts of parquetjs that verify a shard. */
export interface ParquetJs extends Types {
	readonly decodeThrift: typeof thrift.decodeThrift;
	readonly decodePages: InstanceType<typeof library.ParquetReader>['decodePages'];
	readFooter(bytes: Buffer): ReturnType<InstanceType<typeof library.ParquetEnvelopeReader>['readFooter']>;
}

/** Loads parquetjs; only when asked, since it brings a cloud client along. */
export async function parquetJs(): Promise<ParquetJs> {
	const [{ParquetEnvelopeReader, ParquetReader}, {decodeThrift}, {default: generated}] = await Promise.all([
		import('@dsnp/parquetjs'),
		import('@dsnp/parquetjs/dist/lib/util.js'),
		import('@dsnp/parquetjs/dist/gen-nodejs/parquet_types.js'),
	]);
	const {ColumnMetaData, CompressionCodec, Encoding, OffsetIndex, PageHeader, PageType} = generated;
	return {
		ColumnMetaData,
		CompressionCodec,
		Encoding,
		OffsetIndex,
		PageHeader,
		PageType,
		decodeThrift,
		decodePages: (buffer, options) => ParquetReader.prototype.decodePages(buffer, options),
		readFooter: async (bytes) => (await ParquetEnvelopeReader.openBuffer(bytes)).readFooter(),
	};
}
