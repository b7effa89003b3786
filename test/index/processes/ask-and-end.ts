/** Asks a process of its own for one thing, and has nothing else to do: `ask-and-end.ts awaited|…`. */
import { startChild } from '../../../index/processes/child.ts'
import type { TestRequest } from './test-worker.ts'

const child = startChild<TestRequest, unknown>({
  name: 'the test’s process',
  module: '../test/index/processes/test-worker',
  isAwaited: () => process.argv[2] === 'awaited',
})
void child.ask({ kind: 'double', value: 1, afterMs: 100 }).then(() => process.stdout.write('answered\n'))
