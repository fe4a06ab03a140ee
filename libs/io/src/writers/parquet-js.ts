type Library = typeof import('@dsnp/parquetjs');
type Types = typeof import('@dsnp/parquetjs/dist/gen-nodejs/parquet_types.js');
type Thrift = typeof import('@dsnp/parquetjs/dist/lib/util.js');

/** The parts of parquetjs that verify a shard. */
export interface ParquetJs
	extends Pick<Types, 'ColumnMetaData' | 'OffsetIndex' | 'PageHeader'>, Pick<Thrift, 'decodeThrift'> {
	readonly decodePages: InstanceType<Library['ParquetReader']>['decodePages'];
	readFooter(bytes: Buffer): ReturnType<InstanceType<Library['ParquetEnvelopeReader']>['readFooter']>;
}

/** Loads parquetjs; only when asked, since it brings a cloud client along. */
export async function parquetJs(): Promise<ParquetJs> {
	const [{ParquetEnvelopeReader, ParquetReader}, {decodeThrift}, {ColumnMetaData, OffsetIndex, PageHeader}] =
		await Promise.all([
			import('@dsnp/parquetjs'),
			import('@dsnp/parquetjs/dist/lib/util.js'),
			import('@dsnp/parquetjs/dist/gen-nodejs/parquet_types.js'),
		]);
	return {
		ColumnMetaData,
		OffsetIndex,
		PageHeader,
		decodeThrift,
		decodePages: (buffer, options) => ParquetReader.prototype.decodePages(buffer, options),
		readFooter: async (bytes) => (await ParquetEnvelopeReader.openBuffer(bytes)).readFooter(),
	};
}
