/** A hub on this machine that serves the bundled model's files under another name, and misbehaves when told to. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

/** How a file is answered; `garbage` is the page of a hotel's network: status 200, and no model. */
export type Behaviour = 'serve' | 'missing' | 'cut' | 'cut-unannounced' | 'garbage'

export type ModelServer = {
  /** For `remoteHost`. */
  readonly url: string
  /** Paths asked for, in order. */
  readonly requests: string[]
  /** Sets how files whose path ends so are answered. */
  behave(ending: string, behaviour: Behaviour): void
  close(): Promise<void>
}

/** @param folder holds the files. @param model the name under which they are offered, `organisation/name`. */
export async function startModelServer(folder: string, model: string): Promise<ModelServer> {
  const requests: string[] = []
  const behaviours = new Map<string, Behaviour>()
  const prefix = `/${model}/resolve/main/`
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '')
    requests.push(path)
    const behaviour = [...behaviours].find(([ending]) => path.endsWith(ending))?.[1] ?? 'serve'
    const content = path.startsWith(prefix) ? readIfThere(join(folder, path.slice(prefix.length))) : undefined
    if (content === undefined || behaviour === 'missing') return void response.writeHead(404).end()
    if (behaviour === 'garbage') return void response.writeHead(200).end('<html>Please sign in</html>')
    if (behaviour === 'serve') {
      return void response.writeHead(200, { 'content-length': content.length }).end(content)
    }
    // "Unannounced" without a length: nothing but the broken connection tells that the rest is missing.
    response.writeHead(200, behaviour === 'cut' ? { 'content-length': content.length } : {})
    response.write(content.subarray(0, content.length / 2), () => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    requests,
    behave: (ending, behaviour) => behaviours.set(ending, behaviour),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
