// Bundles the server and the browser's files into dist/ when a source is newer than the last bundle.
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { buildAssets } from './assets.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = path.join(root, 'dist', 'built')

async function newest(folder) {
  let latest = 0
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const { mtimeMs } = await stat(path.join(entry.parentPath ?? entry.path, entry.name))
    if (mtimeMs > latest) latest = mtimeMs
  }
  return latest
}

/** Drafts of builds that were killed: those whose process is no more. */
async function removeLeftDrafts() {
  for (const name of await readdir(root)) {
    const pid = /^dist\.(\d+)(?:\.old)?$/.exec(name)?.[1]
    if (pid && !isRunning(Number(pid))) await rm(path.join(root, name), { recursive: true, force: true })
  }
}

function isRunning(pid) {
  try {
    return pid !== process.pid && process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Builds unless dist/ is newer than everything it is made of. */
export async function buildIfStale() {
  const built = await stat(stamp).then(
    (s) => s.mtimeMs,
    () => 0,
  )
  const sources = await Promise.all(['src', 'build'].map((f) => newest(path.join(root, f))))
  const lock = await stat(path.join(root, 'package.json'))
  if (built > Math.max(...sources, lock.mtimeMs)) return false
  await removeLeftDrafts()
  // Into a draft first: the server and the command line may both find it stale and build at the same time.
  const draft = path.join(root, `dist.${process.pid}`)
  try {
    await build({
      absWorkingDir: root,
      entryPoints: {
        main: 'src/main.ts',
        'portfolio-thread': 'src/worker/portfolio-thread.ts',
        'network-thread': 'src/worker/network-thread.ts',
        'cover-thread': 'src/worker/cover-thread.ts',
      },
      outdir: draft,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      sourcemap: true,
      legalComments: 'none',
      logLevel: 'warning',
    })
    await buildAssets({ outdir: path.join(draft, 'assets'), minify: true })
    await writeFile(path.join(draft, 'built'), '')
    await rename(path.join(root, 'dist'), `${draft}.old`).catch(() => undefined)
    // Another process may have put its own there in this moment: one is as good as the other.
    await rename(draft, path.join(root, 'dist')).catch(() => undefined)
  } finally {
    await rm(draft, { recursive: true, force: true })
    await rm(`${draft}.old`, { recursive: true, force: true })
  }
  return true
}
