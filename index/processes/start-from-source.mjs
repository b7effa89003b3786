// Development only: Node 20 cannot start a process from TypeScript, so the loader is registered first.
// start-from-source.mjs WORKER.ts WORD…: the worker sees its words as if it had been started itself.
import { pathToFileURL } from 'node:url'
import { register } from 'tsx/esm/api'

register()
process.argv.splice(1, 1)
await import(pathToFileURL(process.argv[1]).href)
