// What the browser gets: one style sheet, the islands of all pages and of work, the theme, the worker that solves, fonts and pictures.
// Names carry a hash of the content, so they may be kept for ever; manifest.json says which is which.
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const fontPackage = dirname(
  createRequire(import.meta.url).resolve('@fontsource-variable/source-sans-3/package.json'),
)

const entries = {
  site: join(root, 'src/styles/site.css'),
  portfolio: join(root, 'src/styles/portfolio.css'),
  'selection-sheet': join(root, 'src/styles/selection.css'),
  'network-sheet': join(root, 'src/styles/network.css'),
  consortia: join(root, 'src/styles/consortia.css'),
  indicators: join(root, 'src/styles/indicators.css'),
  statistics: join(root, 'src/styles/statistics.css'),
  islands: join(root, 'src/islands/islands.ts'),
  work: join(root, 'src/islands/work.ts'),
  money: join(root, 'src/islands/money.ts'),
  selection: join(root, 'src/islands/selection.ts'),
  network: join(root, 'src/islands/network.ts'),
  theme: join(root, 'src/islands/theme.ts'),
  'portfolio-worker': join(root, 'src/islands/portfolio-worker.ts'),
}

/** Fonts that a page asks for by name, before the style sheet has said so. */
const short = { 'source-sans-3-latin-wght-normal.woff2': 'source-sans-3-latin.woff2' }

/** Fills OUTDIR anew, with a manifest, and returns that: "site.css" -> "site-A1B2C3D4.css". */
export async function buildAssets({ outdir, minify = true }) {
  await rm(outdir, { recursive: true, force: true })
  await mkdir(outdir, { recursive: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    outdir,
    bundle: true,
    minify,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    loader: { '.woff2': 'file' },
    metafile: true,
    logLevel: 'warning',
  })
  const manifest = {}
  for (const [path, output] of Object.entries(metafile.outputs)) {
    const file = basename(path)
    const source = output.entryPoint ?? Object.keys(output.inputs)[0]
    const plain = output.entryPoint ? basename(source).replace(/\.ts$/, '.js') : basename(source)
    manifest[short[plain] ?? plain] = file
  }
  for (const picture of ['favicon.svg', 'social-card.png']) {
    const from = join(root, 'src/styles', picture)
    const hash = createHash('sha256')
      .update(await readFile(from))
      .digest('hex')
      .slice(0, 8)
      .toUpperCase()
    const named = `${basename(picture, extname(picture))}-${hash}${extname(picture)}`
    await copyFile(from, join(outdir, named))
    manifest[picture] = named
  }
  // The Open Font Licence travels with the font.
  await copyFile(join(fontPackage, 'LICENSE'), join(outdir, 'source-sans-3-OFL.txt'))
  await writeFile(join(outdir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildAssets({ outdir: join(root, 'dist', 'assets') })
