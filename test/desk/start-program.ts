/** Starts as the program does, with scripted platforms: `start-program.ts BEHAVIOUR…`. */
import { leave } from '../../src/commands/leave.ts'
import { createParts } from '../../src/commands/parts.ts'
import { explainFault } from '../../src/commands/run.ts'
import { runStart } from '../../src/commands/start.ts'
import { scriptPlatform } from './scripted-platform.ts'

process.on('SIGINT', () => leave(130))
process.on('SIGTERM', () => leave(143))

const say = (line: string) => void process.stdout.write(`${line}\n`)
const entries = process.argv.slice(2).map((behaviour) => scriptPlatform(behaviour, say))
const parts = createParts(process.env)
process.exitCode = await runStart(parts, entries).catch(explainFault)
await parts.close()
