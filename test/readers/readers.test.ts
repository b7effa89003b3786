import { join } from 'node:path'
import { afterAll } from 'vitest'
import { createChatModel } from '../../adapters/langchain/chat-model.ts'
import { createModelClient } from '../../index/contextual/model-client.ts'
import { readManifest } from '../../index/contextual/model-files.ts'
import { createContextualReader } from '../../index/contextual/reader.ts'
import { openHubReader } from '../../index/readers/hub-reader.ts'
import { createStaticReader } from '../../index/readers/static-reader.ts'
import { createChatReader } from '../../src/readers/chat-reader.ts'
import { withStandIn } from '../../src/readers/stand-in.ts'
import { modelsFolder, openBundledEmbedder, openBundledWords } from '../answer/seed-corpus.ts'
import { readerContract } from '../contracts/reader-contract.ts'
import { startModelServer } from '../index/embedding/model-server.ts'
import { temporaryFolders } from '../index/temporary-folder.ts'
import { startChatServer } from '../peers/chat-server/chat-server.ts'
import { markByWords } from './marking-model.ts'
import { writeSmallCrossEncoder } from './small-cross-encoder.ts'

const newFolder = temporaryFolders()

const client = createModelClient(modelsFolder)
const manifest = await readManifest(modelsFolder)
const embedder = await openBundledEmbedder()
const space = await openBundledWords(embedder)
const chatServer = await startChatServer()
chatServer.behave({ say: markByWords })
const served = newFolder()
writeSmallCrossEncoder(served, {
  words: 'repairs pier cost mayor opened school bridge carry cars number seven said'.split(' '),
})
const hub = await startModelServer(served, 'test/small-cross-encoder')
afterAll(async () => {
  await Promise.all([client.close(), embedder.close(), chatServer.close(), hub.close()])
})

readerContract('the one that ships', async () => createContextualReader(client, manifest))
readerContract('by single words', async () => createStaticReader(space))
readerContract('a chat model over HTTP', async () =>
  createChatReader(createChatModel({ model: 'test-model', url: chatServer.url })),
)
readerContract('a chat model that is gone, with the one that ships in its place', async () =>
  withStandIn({
    reader: createChatReader(createChatModel({ model: 'test-model', url: 'http://127.0.0.1:9' })),
    standIn: createContextualReader(client, manifest),
    onFailure: () => undefined,
  }),
)
readerContract('a cross-encoder of a hub', () =>
  openHubReader({
    model: 'test/small-cross-encoder',
    downloadFolder: join(newFolder(), 'models'),
    remoteHost: hub.url,
  }),
)
