/** A web server on a loopback port, and names that a test resolver knows. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void
export type WebServer = {
  readonly port: number
  /** Of a path on this server, under a name that only the test resolver knows. */
  url(path: string, host?: string): string
  /** `GET /path` of every request, robots.txt left out. */
  readonly asked: string[]
  /** Of the latest request. */
  latest(): IncomingMessage | undefined
  close(): Promise<void>
}

/** @param routes by path; a path without one is not found. */
export async function startWebServer(routes: Readonly<Record<string, Handler | string>>): Promise<WebServer> {
  const asked: string[] = []
  let latest: IncomingMessage | undefined
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    if (path !== '/robots.txt') {
      asked.push(path)
      latest = request
    }
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined
    if (route === undefined) response.writeHead(404).end()
    else if (typeof route === 'string') response.writeHead(200, { 'content-type': 'text/html' }).end(route)
    else route(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    port,
    asked,
    latest: () => latest,
    url: (path, host = 'news.example') => `http://${host}:${port}${path}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** All names of the test lead to this machine. */
export const resolveHere = async (): Promise<readonly string[]> => ['127.0.0.1']

export const redirectTo =
  (location: string, status = 302): Handler =>
  (_request, response) => {
    response.writeHead(status, { location }).end()
  }
