import type { Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { UserError } from '../../src/errors.ts'

export type ListedFile = {
  /** Absolute. */
  readonly file: string
  /** The folders whose articles.yaml may name it: its own first, then up to the one that was given. */
  readonly folders: readonly string[]
}

/**
 * The files at a path: itself, or all in a folder and its sub-folders, by name; hidden ones, node_modules and linked
 * folders are left out. Throws UserError when nothing is there or it may not be read.
 */
export async function listFiles(path: string, workingFolder: string): Promise<readonly ListedFile[]> {
  const root = resolve(workingFolder, path)
  const kind = await lookAt(path, workingFolder)
  if (!kind.isDirectory()) return [{ file: root, folders: [dirname(root)] }]
  return listFolder(root, [root]).catch((error: unknown) => {
    const code = fileErrorCode(error)
    throw code === undefined
      ? error
      : new UserError(`the folder "${path}" cannot be read (${code}): check its permissions`)
  })
}

/** What a path is. Throws UserError when nothing is there or it may not be read. */
export async function lookAt(path: string, workingFolder: string): Promise<Stats> {
  return await stat(resolve(workingFolder, path)).catch((error: unknown) => {
    const isMissing = fileErrorCode(error) === 'ENOENT' || fileErrorCode(error) === 'ENOTDIR'
    throw new UserError(isMissing ? `there is no file or folder "${path}": check the path` : `"${path}" cannot be read`)
  })
}

async function listFolder(folder: string, folders: readonly string[]): Promise<readonly ListedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files: ListedFile[] = []
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await listFolder(path, [path, ...folders])))
    else if (entry.isFile() || entry.isSymbolicLink()) files.push({ file: path, folders })
  }
  return files
}

/** The system's code (`ENOENT`) of an error of the file system; undefined for any other error. */
export function fileErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
