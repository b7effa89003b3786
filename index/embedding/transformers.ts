/**
 * The only file that knows `@xenova/transformers`: its successor `@huggingface/transformers` would be a change here alone.
 */
import { AutoModel, AutoModelForSequenceClassification, AutoTokenizer, env, Tensor } from '@xenova/transformers'
import onnxruntime, { type InferenceSession as Session } from 'onnxruntime-node'
import { z } from 'zod'
import { createDownloadCache, type DownloadCache } from './download-cache.ts'

export type LoadProgress = { readonly file: string; readonly loadedBytes: number; readonly totalBytes: number }

export type ModelSource = {
  /** A folder name below `folder` when local, else the name of a model on the hub (`Xenova/multilingual-e5-small`). */
  readonly model: string
  readonly local: boolean
  /** Where local models are, or where downloaded ones are kept. */
  readonly folder: string
  /** Another hub, for mirrors and tests: an absolute URL. */
  readonly remoteHost?: string
  readonly onProgress?: (progress: LoadProgress) => void
}

/** Token vectors of a batch: `data` is [texts, tokens, dimensions] in row order, `mask` [texts, tokens]. */
export type TokenBatch = {
  readonly data: Float32Array
  readonly mask: readonly boolean[]
  readonly texts: number
  readonly tokens: number
  readonly dimensions: number
}

export type TransformersModel = {
  /** `specialTokens`: whether [CLS], [SEP] … are added, as contextual models need. */
  run(texts: readonly string[], specialTokens: boolean): Promise<TokenBatch>
  /** The numbers of each text's tokens, without special ones. */
  encode(texts: readonly string[]): Promise<readonly (readonly number[])[]>
  /** What `run` gives for tokens by number, one text of them; at least one. */
  lookUp(numbers: readonly number[]): Promise<readonly Float32Array[]>
  close(): Promise<void>
}

const progressEvent = z.object({
  status: z.literal('progress'),
  file: z.string(),
  loaded: z.number(),
  total: z.number(),
})

const tokenNumbers = z.array(z.array(z.number().int()))

// onnxruntime sizes its thread pool by the host's cores, also where only two of 64 are ours, and transformers.js offers no
// option for it; sessions are created through this static method.
const { InferenceSession } = onnxruntime
const threadCount = 2
// The arena keeps the largest batch ever seen for good: 80 MB after a few hundred questions, for no speed here.
const smallMemory = { enableCpuMemArena: false, enableMemPattern: false }
const createSession = InferenceSession.create.bind(InferenceSession)
Object.assign(InferenceSession, {
  create: (model: Uint8Array, options?: Session.SessionOptions) =>
    createSession(model, { ...options, intraOpNumThreads: threadCount, interOpNumThreads: 1, ...smallMemory }),
})

// Of a model that cannot be opened transformers.js writes the stack before it throws: whoever loads it says what is wrong.
let loading = 0
const { warn } = console
Object.assign(console, {
  warn: (...words: readonly unknown[]) => {
    if (loading === 0) warn(...words)
  },
})

/**
 * Loads a model and its tokenizer. Downloads a hub model that is not in `folder` yet, telling the progress file by file;
 * when that fails, nothing of it is kept.
 * @throws whatever transformers.js throws when a file is missing or cannot be fetched.
 */
export function loadTransformersModel(source: ModelSource): Promise<TransformersModel> {
  return fromHub(source, (cache) => load(source, cache))
}

/** A cross-encoder: one number a pair of texts, or two, of which the second speaks for the pair. */
export type PairClassifier = {
  /** Log-odds that the second text answers the first, one a pair. */
  score(pairs: readonly (readonly [string, string])[]): Promise<readonly number[]>
  close(): Promise<void>
}

/** Loads a cross-encoder, as `loadTransformersModel` does. */
export function loadPairClassifier(source: ModelSource): Promise<PairClassifier> {
  return fromHub(source, (cache) => loadClassifier(source, cache))
}

async function fromHub<T>(source: ModelSource, open: (cache: DownloadCache | undefined) => Promise<T>): Promise<T> {
  const cache = source.local ? undefined : createDownloadCache(source.folder, source.model)
  env.allowRemoteModels = !source.local
  env.allowLocalModels = source.local
  env.localModelPath = source.folder
  env.cacheDir = source.folder
  env.useFSCache = source.local
  env.useCustomCache = !source.local
  env.customCache = cache ?? null
  if (source.remoteHost !== undefined) env.remoteHost = source.remoteHost
  loading += 1
  try {
    return await open(cache)
  } catch (error) {
    await cache?.discard()
    throw error
  } finally {
    loading -= 1
  }
}

async function load(source: ModelSource, cache: DownloadCache | undefined): Promise<TransformersModel> {
  const { onProgress } = source
  const options = { quantized: true, ...(onProgress && { progress_callback: reportTo(onProgress, cache) }) }
  const tokenizer = await AutoTokenizer.from_pretrained(source.model, options)
  const model = await AutoModel.from_pretrained(source.model, options)

  const statesOf = async (inputs: unknown) => {
    const outputs: Readonly<Record<string, Tensor>> = await model(inputs)
    const states = outputs['last_hidden_state'] ?? outputs['token_embeddings'] ?? outputs['logits']
    if (states === undefined || !(states.data instanceof Float32Array)) {
      throw new Error(`the model ${source.model} returns no token vectors`)
    }
    const [textCount = 0, tokens = 0, dimensions = 0] = states.dims
    return { data: states.data, texts: textCount, tokens, dimensions }
  }

  return {
    async run(texts, specialTokens) {
      const inputs = await tokenizer([...texts], {
        padding: true,
        truncation: true,
        add_special_tokens: specialTokens,
      })
      const attention: ArrayLike<unknown> = inputs.attention_mask.data
      return { ...(await statesOf(inputs)), mask: Array.from(attention, (value) => Number(value) === 1) }
    },
    async encode(texts) {
      const { input_ids } = await tokenizer([...texts], { add_special_tokens: false, return_tensor: false })
      return tokenNumbers.parse(input_ids)
    },
    async lookUp(numbers) {
      const shape = [1, numbers.length]
      const { data, dimensions } = await statesOf({
        input_ids: new Tensor('int64', BigInt64Array.from(numbers, BigInt), shape),
        attention_mask: new Tensor('int64', new BigInt64Array(numbers.length).fill(1n), shape),
      })
      return numbers.map((_, position) => data.slice(position * dimensions, (position + 1) * dimensions))
    },
    async close() {
      await model.dispose()
    },
  }
}

async function loadClassifier(source: ModelSource, cache: DownloadCache | undefined): Promise<PairClassifier> {
  const { onProgress } = source
  const options = { quantized: true, ...(onProgress && { progress_callback: reportTo(onProgress, cache) }) }
  const tokenizer = await AutoTokenizer.from_pretrained(source.model, options)
  const model = await AutoModelForSequenceClassification.from_pretrained(source.model, options)
  return {
    async score(pairs) {
      const [firsts, seconds] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)]
      const inputs = await tokenizer(firsts, { text_pair: seconds, padding: true, truncation: true })
      const { logits }: { logits?: Tensor } = await model(inputs)
      const classes = logits?.dims[1]
      if (logits === undefined || !(logits.data instanceof Float32Array) || (classes !== 1 && classes !== 2))
        throw new Error(`the model ${source.model} is no cross-encoder of one or two classes`)
      const { data } = logits
      return pairs.map((_, at) => (classes === 1 ? (data[at] ?? 0) : (data[2 * at + 1] ?? 0) - (data[2 * at] ?? 0)))
    },
    async close() {
      await model.dispose()
    },
  }
}

/** transformers.js tells the reading of a kept file as if it were downloaded. */
function reportTo(
  onProgress: (progress: LoadProgress) => void,
  cache: DownloadCache | undefined,
): (event: unknown) => void {
  return (event) => {
    const parsed = progressEvent.safeParse(event)
    if (!parsed.success || cache?.held(parsed.data.file) === true) return
    onProgress({ file: parsed.data.file, loadedBytes: parsed.data.loaded, totalBytes: parsed.data.total })
  }
}
