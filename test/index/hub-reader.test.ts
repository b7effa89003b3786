import { expect, it } from 'vitest'
import { openHubReader } from '../../index/readers/hub-reader.ts'
import { UserError } from '../../src/errors.ts'
import { modelsFolder } from '../answer/seed-corpus.ts'
import { startModelServer } from './embedding/model-server.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()

it('says what to do when a reader of a hub cannot be had, and keeps nothing of it', async () => {
  const server = await startModelServer(modelsFolder, 'test/reader')
  const opening = openHubReader({ model: 'test/reader', downloadFolder: newFolder(), remoteHost: server.url })
  const failure = await opening.catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(UserError)
  expect(String(failure)).toContain('leave SOURCIER_READER_MODEL out')
  expect(server.requests.length).toBeGreaterThan(0)
  await server.close()
})
