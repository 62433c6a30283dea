import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../shared/data')

/** Real lists that have no stated licence lie beside the checkout, not in it. Without them their tests are skipped. */
export const dataAtHand = existsSync(folder)
if (!dataAtHand) console.warn(`SKIPPED: tests on real lists, because ${folder} is not there`)

export const dataFile = (name: string): string => path.join(folder, name)
