// The real reader, but a document with one of these words makes it hang, die, or hang with a process that it started.
import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'

const spin = () => {
  for (;;);
}
process.on('message', ({ text = '' }) => {
  if (text.includes('poison-that-spins')) spin()
  if (text.includes('poison-that-exits')) process.exit(7)
  if (text.includes('poison-with-a-child')) {
    spawn(process.execPath, ['-e', 'setTimeout(() => {}, 600_000)'], { stdio: 'ignore' })
    spin()
  }
})
await import(pathToFileURL(process.argv[2]).href)
