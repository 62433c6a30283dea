// Runs a measurement: `npm run bench -- crash` bundles bench/crash.ts and runs it with the arguments that follow.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const [name = '', ...rest] = process.argv.slice(2)
const names = (await readdir(path.join(root, 'bench')))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
if (!names.includes(name)) {
  process.stderr.write(`Say which measurement: ${names.join(', ')}\n`)
  process.exit(2)
}
// Beside the sources, so that what they find from their own place is where it would be.
const outfile = path.join(root, 'bench', `.${name}.${process.pid}.mjs`)
await build({
  absWorkingDir: root,
  entryPoints: [`bench/${name}.ts`],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
})
process.argv.splice(2, process.argv.length, ...rest)
process.setSourceMapsEnabled(true)
const { rm } = await import('node:fs/promises')
try {
  await import(outfile)
} finally {
  await rm(outfile, { force: true })
}
