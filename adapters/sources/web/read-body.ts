/** A body as it arrives, unpacked, and never more of it than is allowed. */
import { type Readable, type Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { UnreadableError } from '../decode.ts'

const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
}
/** More encodings over each other than anybody uses are a bomb. */
const mostEncodings = 2

/**
 * @param contentEncoding as the header has it: `gzip`, or several with commas.
 * @param limitBytes of the body after unpacking; counted as it grows, so that a bomb is left after its first megabytes.
 * @throws UnreadableError when it is larger, or packed in a way that is not known or is damaged.
 */
export async function readBody(body: Readable, contentEncoding: string, limitBytes: number): Promise<Uint8Array> {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== '' && encoding !== 'identity')
  if (encodings.length > mostEncodings || !encodings.every((encoding) => Object.hasOwn(unpackers, encoding))) {
    body.destroy()
    throw new UnreadableError(`the page is packed in a way that is not known (${contentEncoding.slice(0, 60)})`)
  }
  const streams = encodings.toReversed().flatMap((encoding) => unpackers[encoding]?.() ?? [])
  const chunks: Buffer[] = []
  let size = 0
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > limitBytes) return done(new UnreadableError(`the page is larger than ${inMegabytes(limitBytes)}`))
      chunks.push(chunk)
      done()
    },
  })
  try {
    await pipeline([body, ...streams, collect])
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(?:Z_|ERR__ERROR|ERR_BROTLI)/.test(String(error.code))) {
      throw new UnreadableError('the page is packed, and the packing is damaged')
    }
    throw error
  }
  return Buffer.concat(chunks)
}

function inMegabytes(bytes: number): string {
  return bytes >= 1_048_576 ? `${Math.round(bytes / 1_048_576)} MB` : `${Math.round(bytes / 1024)} kB`
}
