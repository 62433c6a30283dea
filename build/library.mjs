// The portfolio engine as a package for npm: `npm run library`, then `npm publish ./dist.portfolio`. It stands beside
// dist/, which is made anew when a source changes.
import { execFile } from 'node:child_process'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const engine = path.join(root, 'src', 'engine', 'portfolio')
const execute = promisify(execFile)

/** Fills OUTDIR anew. */
export async function buildLibrary({ outdir }) {
  await rm(outdir, { recursive: true, force: true })
  await mkdir(outdir, { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: [path.join(engine, 'index.ts')],
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
  })
  await writeTypes(path.join(outdir, 'types'))
  await writeFile(path.join(outdir, 'index.d.ts'), "export * from './types/index.js'\n")
  for (const of of ['problem', 'result'])
    await copyFile(
      path.join(root, 'data', 'schemas', `portfolio-${of}.schema.json`),
      path.join(outdir, `${of}.schema.json`),
    )
  await copyFile(path.join(engine, 'README.md'), path.join(outdir, 'README.md'))
  await copyFile(path.join(root, 'LICENSE'), path.join(outdir, 'LICENSE'))
  const { version, license, engines } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  const described = {
    name: 'talkoot-portfolio',
    version,
    description: 'Robust Portfolio Modeling: every non-dominated portfolio of projects, exactly',
    license,
    type: 'module',
    engines,
    sideEffects: false,
    types: './index.d.ts',
    exports: {
      '.': { types: './index.d.ts', default: './index.js' },
      './problem.schema.json': './problem.schema.json',
      './result.schema.json': './result.schema.json',
    },
    keywords: [
      'robust portfolio modeling',
      'project selection',
      'multi-objective optimisation',
      'knapsack',
      'decision analysis',
    ],
  }
  await writeFile(path.join(outdir, 'package.json'), `${JSON.stringify(described, null, 2)}\n`)
}

/** Declarations of the door and of what it names; outside, files are named as they are run. */
async function writeTypes(outdir) {
  const tsc = path.join(root, 'node_modules', '.bin', 'tsc')
  const options = ['--declaration', '--emitDeclarationOnly', '--target', 'ES2023', '--module', 'ESNext']
  const strict = ['--moduleResolution', 'Bundler', '--strict', '--allowImportingTsExtensions']
  const where = ['--outDir', outdir, '--ignoreConfig', path.join(engine, 'index.ts')]
  await execute(tsc, [...options, ...strict, ...where], { cwd: root })
  for (const file of await readdir(outdir)) {
    const at = path.join(outdir, file)
    const text = await readFile(at, 'utf8')
    await writeFile(at, text.replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildLibrary({ outdir: path.join(root, 'dist.portfolio') })
