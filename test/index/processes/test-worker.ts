/** Serves what a test asks for: says its words, answers late, fails, dies. */
import { setTimeout as wait } from 'node:timers/promises'
import { serveRequests } from '../../../index/processes/serve.ts'
import { FileError } from '../../../src/errors.ts'

export type TestRequest =
  | { readonly kind: 'words' }
  | { readonly kind: 'double'; readonly value: number; readonly afterMs?: number; readonly urgent?: boolean }
  | { readonly kind: 'served' }
  | { readonly kind: 'fail'; readonly file?: string }
  | { readonly kind: 'die' }

let served: number[] = []

serveRequests(
  async (request: TestRequest): Promise<unknown> => {
    if (request.kind === 'words') return process.argv.slice(2)
    if (request.kind === 'served') {
      const numbers = served
      served = []
      return numbers
    }
    if (request.kind === 'die') return process.exit(7)
    if (request.kind === 'fail') {
      throw request.file === undefined ? new Error('not today') : new FileError(request.file, 'is damaged: restore it')
    }
    await wait(request.afterMs ?? 0)
    served.push(request.value)
    return { doubled: Float32Array.of(request.value * 2) }
  },
  (request) => request.kind !== 'double' || request.urgent === true,
)
