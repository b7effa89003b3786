// `npm test`: compiles when dist/ is older than the sources (the tests of the command line start dist/), runs Vitest and
// says at the very end, alone on a line, how many tests passed and failed, counted from Vitest's own report.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = dirname(dirname(fileURLToPath(import.meta.url)))
const compiledFolders = ['src', 'index', 'adapters', 'prompts']
const entry = join(home, 'dist', 'src', 'main.js')

function newestChange(folder) {
  if (!existsSync(folder)) return 0
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  return Math.max(0, ...files.map((file) => statSync(join(file.parentPath ?? file.path, file.name)).mtimeMs))
}

function isStale() {
  if (!existsSync(entry)) return true
  // The compiler rewrites every file, so the entry's date is that of the last build.
  const built = statSync(entry).mtimeMs
  return compiledFolders.some((folder) => newestChange(join(home, folder)) > built)
}

function run(file, commandArguments) {
  const { status, error } = spawnSync(process.execPath, [join(home, 'node_modules', file), ...commandArguments], {
    cwd: home,
    stdio: 'inherit',
  })
  if (error) console.error(error.message)
  return status ?? 1
}

function countTests(reportFile) {
  const { testResults } = JSON.parse(readFileSync(reportFile, 'utf8'))
  const statuses = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status))
  // A file that cannot be loaded has no test that could fail.
  const brokenFiles = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const passed = statuses.filter((status) => status === 'passed').length
  const failed = statuses.filter((status) => status === 'failed').length
  return { passed, failed: failed + brokenFiles.length, skipped: statuses.length - passed - failed }
}

if (isStale() && run('typescript/bin/tsc', ['-p', 'tsconfig.build.json']) !== 0) {
  console.error('the sources do not compile')
  console.log('0 passed, 1 failed')
  process.exit(1)
}

const reportFolder = mkdtempSync(join(tmpdir(), 'sourcier-tests-'))
const reportFile = join(reportFolder, 'report.json')
const status = run('vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reportFile}`,
  ...process.argv.slice(2),
])
const counts = existsSync(reportFile) ? countTests(reportFile) : { passed: 0, failed: 1, skipped: 0 }
rmSync(reportFolder, { recursive: true, force: true })

const { passed, failed, skipped } = counts
if (passed + failed === 0) console.error('no test ran')
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(passed + failed === 0 || failed > 0 ? 1 : status)
