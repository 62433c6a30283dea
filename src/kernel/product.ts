import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the product, where migrations/ and data/ lie: above src/ as written, above dist/ as bundled. */
export const productFolder = above(path.dirname(fileURLToPath(import.meta.url)))

/** What ships with the product. */
export const shippedData = path.join(productFolder, 'data')

function above(folder: string): string {
  if (existsSync(path.join(folder, 'migrations')) || path.dirname(folder) === folder) return folder
  return above(path.dirname(folder))
}
