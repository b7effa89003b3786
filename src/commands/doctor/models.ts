/** The models that read, and how far they have read the articles. */
import {
  contextualFolder,
  hasContextualModels,
  readManifest,
  readModelFile,
} from '../../../index/contextual/model-files.ts'
import type { Parts } from '../parts.ts'
import { Fault } from './fault.ts'

export async function checkReader({ modelsFolder }: Parts): Promise<string> {
  if (!hasContextualModels(modelsFolder)) {
    throw new Fault(
      `models/${contextualFolder} is not there: answers are found by single words only`,
      `restore it with "git checkout models/${contextualFolder}"`,
    )
  }
  const manifest = await readManifest(modelsFolder)
  let bytes = 0
  for (const name of Object.keys(manifest.files)) bytes += (await readModelFile(modelsFolder, manifest, name)).length
  return `${contextualFolder}@${manifest.version}, ${(bytes / 1_000_000).toFixed(1)} MB`
}

export async function checkReadVectors(parts: Parts): Promise<string> {
  const models = parts.hasCorpus() ? await parts.contextual() : undefined
  if (models?.searches !== true) return 'not searched by'
  const { done, total } = await models.progress()
  return done === total
    ? `of all ${total} passages`
    : `of ${done} of ${total} passages: "sourcier index" makes the rest`
}
