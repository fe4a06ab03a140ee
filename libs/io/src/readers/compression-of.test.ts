import {gzipSync, zstdCompressSync} from 'node:zlib';
import test from 'ava';
import {compressionOf} from './compression-of.ts';

test('the first bytes say how a file is compressed, whatever its name', (t) => {
	t.is(compressionOf('a.txt', gzipSync('a')), 'gzip');
	t.is(compressionOf('a.GZ', gzipSync('a')), 'gzip');
	t.is(compressionOf('a.zst', zstdCompressSync('a')), 'zstd');
	t.is(compressionOf('a', Buffer.from('5f2a4d1800000000', 'hex')), 'zstd');
	t.is(compressionOf('a.txt', Buffer.from('plain')), undefined);
	t.is(compressionOf('a.txt', Buffer.of(0x1f)), undefined);
});

test('a name that says otherwise is an error, but an empty file is not', (t) => {
	t.throws(() => compressionOf('a.gz', Buffer.from('plain')), {
		code: 'corrupt',
		message: /expected gzip as its name says, found bytes that begin with 706c6169/,
	});
	t.throws(() => compressionOf('a.zst', gzipSync('a')), {code: 'corrupt', message: /expected zstd/});
	t.is(compressionOf('a.gz', Buffer.alloc(0)), undefined);
});
