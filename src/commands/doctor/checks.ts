/** What `doctor` looks at: each check says what it found, or throws with what is wrong. */
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { bundledModel } from '../../../index/embedding/model-traits.ts'
import { ledgerSchema } from '../../../index/ledger/schema.ts'
import { openDatabase, type Schema } from '../../../index/sqlite/database.ts'
import { findDamage } from '../../../index/sqlite/find-damage.ts'
import { refuseLostCorpus } from '../../../index/sqlite/last-revision.ts'
import { corpusSchema } from '../../../index/sqlite/schema.ts'
import { ask } from '../../ask.ts'
import { unknownSettings } from '../../settings.ts'
import { indexedArticles, knownSources } from '../corpus/facts.ts'
import type { Parts } from '../parts.ts'
import { type Check, Fault } from './fault.ts'
import { checkReader, checkReadVectors } from './models.ts'
import { checkPrivacy } from './privacy.ts'
import { checkVectorCache } from './vectors.ts'

const oldestNode = [20, 19] as const
const modelFiles = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'words.en.tsv', 'words.fr.tsv']
const restoreModel = `restore models/${bundledModel} from the repository`
const buildIndex = 'run "sourcier index"'

export const checks: readonly Check[] = [
  { name: 'Node', look: checkNode },
  { name: 'settings', look: checkSettings },
  { name: 'data folder', look: checkDataFolder },
  { name: 'privacy', look: checkPrivacy },
  { name: 'sources', look: checkSources },
  { name: 'model', look: checkModelFiles },
  { name: 'reader', look: checkReader },
  {
    name: 'corpus database',
    async look(parts) {
      refuseLostCorpus(parts.dataFolder)
      return await checkDatabase(parts, 'corpus.db', { schema: corpusSchema, find: findDamage, advice: buildIndex })
    },
  },
  {
    name: 'ledger',
    look: (parts) => checkDatabase(parts, 'ledger.db', { schema: ledgerSchema, find: findBrokenFile }),
  },
  { name: 'index', look: checkIndex },
  { name: 'vector cache', look: checkVectorCache },
  { name: 'contextual vectors', look: checkReadVectors },
  { name: 'answering', look: checkAnswer },
]

async function checkNode(): Promise<string> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor, oldestMinor] = oldestNode
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Fault(`Node ${process.versions.node} is too old`, `install Node ${oldestNode.join('.')} or later`)
  }
  return `${process.versions.node} on ${process.platform} ${process.arch}`
}

async function checkSettings(): Promise<string> {
  const unknown = unknownSettings(process.env)
  if (unknown.length === 0) return 'all known'
  throw new Fault(`there is no setting ${unknown.join(', ')}`, 'compare the names with .env.example')
}

async function checkDataFolder({ dataFolder }: Parts): Promise<string> {
  let folder = dataFolder
  while (!existsSync(folder)) folder = dirname(folder)
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch {
    throw new Fault(`${folder} cannot be written`, 'change its permissions, or set SOURCIER_DATA to another folder')
  }
  return dataFolder
}

async function checkSources(parts: Parts): Promise<string> {
  const known = knownSources(parts)
  const missing = known.filter((path) => !existsSync(path))
  if (missing.length > 0) throw new Fault(`not there: ${missing.join(', ')}`, 'put it back, or correct SOURCIER_SEEDS')
  return known.join(', ')
}

async function checkModelFiles({ modelsFolder }: Parts): Promise<string> {
  const folder = join(modelsFolder, bundledModel)
  const missing = modelFiles.filter((file) => !existsSync(join(folder, file)))
  if (missing.length > 0) throw new Fault(`missing: ${missing.join(', ')}`, restoreModel)
  const weights = await readFile(join(folder, 'onnx', 'model_quantized.onnx')).catch(() => {
    throw new Fault('its weights cannot be read', restoreModel)
  })
  const hash = createHash('sha256').update(weights).digest('hex').slice(0, 8)
  return `${bundledModel}@${hash}, ${(weights.length / 1_000_000).toFixed(1)} MB`
}

type FindDamage = typeof findDamage

/** What SQLite itself can tell of any of our files. */
const findBrokenFile: FindDamage = (database) => {
  const found = String(database.pragma('integrity_check(1)', { simple: true }))
  if (found !== 'ok') return found
  const broken = database.pragma('foreign_key_check')
  return Array.isArray(broken) && broken.length > 0 ? 'rows refer to others that are gone' : undefined
}

/** @param advice when it is not there; none: that is as it should be. */
async function checkDatabase(
  { dataFolder }: Parts,
  name: string,
  { schema, find, advice }: { readonly schema: Schema; readonly find: FindDamage; readonly advice?: string },
): Promise<string> {
  const file = join(dataFolder, name)
  if (!existsSync(file)) {
    if (advice === undefined) return 'not there yet: nobody has asked'
    throw new Fault('not there yet', advice)
  }
  const database = openDatabase({ file, schema, readOnly: true, busyTimeoutMs: 1_000 })
  try {
    const found = find(database)
    if (found !== undefined) throw new Fault(`damaged: ${found}`, schema.remedy)
    return `whole, schema ${schema.migrations.length}`
  } finally {
    database.close()
  }
}

async function checkIndex(parts: Parts): Promise<string> {
  const revision = parts.hasCorpus() ? await (await parts.corpus()).index.revision() : undefined
  if (revision === undefined) throw new Fault('nothing was indexed yet', buildIndex)
  if (revision.articles === 0) throw new Fault('it holds no article', 'add some with "sourcier index PATH"')
  const { modelId } = await parts.embedder()
  if (modelId !== revision.modelId) {
    throw new Fault(
      `built with the model ${revision.modelId}, and ${modelId} is set`,
      'run "sourcier index --rebuild", or set SOURCIER_EMBEDDING_MODEL back',
    )
  }
  return `revision ${revision.number}, ${revision.articles} articles, ${revision.passages} passages, ${modelId}`
}

/** Asks with the words of an article: its evidence must be found, and every quote must be a slice of its article. */
async function checkAnswer(parts: Parts): Promise<string> {
  const [first] = await indexedArticles(parts)
  if (first === undefined) throw new Fault('there is nothing to ask about', buildIndex)
  const askParts = await parts.askParts()
  const [passage] = await askParts.index.passagesOf(first.id, first.version)
  if (passage === undefined) throw new Fault(`${first.id} has no passage`, 'run "sourcier index --rebuild"')
  const answer = await ask(askParts, passage.text.slice(0, 200), { language: passage.language })
  for (const { article, passageId, quote, start, end } of answer.citations) {
    const version = passageId.slice(article.id.length + 1).split('.')[0] ?? ''
    const cited = await askParts.index.article(article.id, version)
    if (cited?.text.slice(start, end) !== quote) throw new Error(`a quote is not in ${article.id}: "${quote}"`)
  }
  return `${answer.status} in ${Math.round(answer.tookMs)} ms, quotes checked: ${answer.citations.length}`
}
