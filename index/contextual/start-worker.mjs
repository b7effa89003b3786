// Development only: Node 20 cannot start a process from TypeScript, so the loader is registered first.
import { register } from 'tsx/esm/api'

register()
await import(new URL('./model-worker.ts', import.meta.url).href)
