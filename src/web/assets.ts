import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Hono } from 'hono'

/** Names of the built files: `asset('site.css')` is "/assets/site-1a2b3c.css". */
export type Assets = { href: (name: string) => string }

export function readAssets(folder: string): Assets {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Record<
    string,
    string
  >
  return {
    href: (name) => {
      const file = manifest[name]
      if (!file) throw new Error(`the build made no asset called ${name}`)
      return `/assets/${file}`
    },
  }
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
}

/** Serves the built files from memory; their names carry their content's hash, so they are kept for ever. */
export async function serveAssets(app: Hono, folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const type = types[path.extname(name)]
    if (!type) continue
    const body = await readFile(path.join(folder, name))
    const small = type.startsWith('font/')
      ? undefined
      : brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    app.get(`/assets/${name}`, (c) => {
      c.header('content-type', type)
      c.header('cache-control', 'public, max-age=31536000, immutable')
      if (!small) return c.body(body)
      c.header('vary', 'accept-encoding')
      if (!/\bbr\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(body)
      c.header('content-encoding', 'br')
      return c.body(new Uint8Array(small))
    })
  }
}
