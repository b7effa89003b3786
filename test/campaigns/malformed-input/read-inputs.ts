/** Every input through the readers, up to passages. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { UnreadableError } from '../../../adapters/sources/decode.ts'
import { createExtractor, type Extractor } from '../../../adapters/sources/extraction/extractor.ts'
import { createWebFetcher } from '../../../adapters/sources/web/fetcher.ts'
import { readAddresses } from '../../../adapters/sources/web/read-addresses.ts'
import { bombs, gzipOfTenGigabytes, webBombs } from './bombs.ts'
import { generators } from './inputs.ts'
import { type InputResult, measure } from './measure.ts'
import { read } from './read-input.ts'

/**
 * @param count generated inputs, over all kinds; the bombs come on top.
 * @param wantsBomb by name: all, unless it says otherwise.
 */
export async function runMalformedInput(
  count: number,
  wantsBomb: (kind: string) => boolean = () => true,
): Promise<readonly InputResult[]> {
  // Starting a reader from source takes seconds on a busy machine, and is not what is measured here.
  const extractor = createExtractor({ documentsEach: Number.POSITIVE_INFINITY })
  const rows: InputResult[] = []
  const each = Math.ceil(count / generators.length)
  for (const { kind, bytes, format } of generators) {
    const inputs = fc.sample(bytes, { numRuns: each, seed: 7 })
    rows.push(
      await measure(
        inputs.map((input) => ({ kind, run: (reader) => read(input, format, reader) })),
        extractor,
      ),
    )
  }
  for (const { kind, bytes, format } of bombs().filter(({ kind }) => wantsBomb(kind))) {
    const input = bytes()
    rows.push(await measure([{ kind, run: (reader) => read(input, format, reader) }], extractor))
  }
  rows.push(...(await runWebBombs(extractor, wantsBomb)))
  extractor.close()
  return rows
}

async function runWebBombs(
  extractor: Extractor,
  wantsBomb: (kind: string) => boolean,
): Promise<readonly InputResult[]> {
  const routes = webBombs(await gzipOfTenGigabytes())
  const server = createServer((request, response) => {
    const route = routes[request.url ?? '']
    if (route === undefined) response.writeHead(404).end()
    else route(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const rows: InputResult[] = []
  for (const path of Object.keys(routes).filter(wantsBomb)) {
    const fetcher = createWebFetcher({ version: '1', allowPrivate: true, pauseMs: 0, timeoutMs: 3_000 })
    const run = async () => {
      const address = `http://127.0.0.1:${port}${path}`
      const reading = await readAddresses([address], {
        fetcher,
        extractor,
        memory: {},
        isKnown: () => false,
        held: new Map(),
      })
      if (reading.problems.length > 0) throw new UnreadableError(reading.problems[0]?.reason)
    }
    rows.push(await measure([{ kind: path, run }], extractor))
    await fetcher.close()
  }
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  return rows
}
