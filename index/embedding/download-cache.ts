/** Where downloaded models are kept: a file is there whole or not at all, and of a download that failed nothing stays. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** The part of the web's Cache that transformers.js calls, and what one load of a model needs beside it. */
export type DownloadCache = {
  match(key: string): Promise<Response | undefined>
  put(key: string, response: Response): Promise<void>
  /** Whether a file of the model was found here and so is not downloaded. */
  held(file: string): boolean
  /** Removes what was put; a file that still arrives afterwards is not kept. */
  discard(): Promise<void>
}

/**
 * A cache for one load of one model. transformers.js's own writes files in place and keeps whatever came with status 200,
 * a sign-in page too, which would be read at every later start.
 * @param folder files are kept in `<folder>/<model>/`.
 */
export function createDownloadCache(folder: string, model: string): DownloadCache {
  const remote = `${model}/resolve/main/`
  const home = join(folder, model)
  const found = new Set<string>()
  const written = new Map<string, Promise<void>>()
  let discarded = false

  /** Undefined for keys that are no address of the hub: transformers.js tries a local path first. */
  const fileOf = (key: string): string | undefined => {
    const at = key.indexOf(remote)
    return at < 0 ? undefined : key.slice(at + remote.length)
  }

  return {
    async match(key) {
      const file = fileOf(key)
      if (file === undefined || !existsSync(join(home, file))) return undefined
      const content = await readFile(join(home, file))
      found.add(file)
      return new Response(content, { headers: { 'content-length': String(content.length) } })
    },
    async put(key, response) {
      const file = fileOf(key)
      if (file === undefined || discarded) return
      const path = join(home, file)
      const writing = writeWhole(path, response)
      written.set(path, writing)
      await writing
    },
    held: (file) => found.has(file),
    async discard() {
      discarded = true
      await Promise.allSettled(written.values())
      for (const path of written.keys()) await rm(path, { force: true })
      // Only empty ones go.
      for (const empty of [join(home, 'onnx'), home]) await rmdir(empty).catch(() => undefined)
    },
  }
}

async function writeWhole(path: string, response: Response): Promise<void> {
  const content = new Uint8Array(await response.arrayBuffer())
  const aside = `${path}.${process.pid}`
  await mkdir(dirname(path), { recursive: true })
  await writeFile(aside, content, { flush: true })
  await rename(aside, path)
}
