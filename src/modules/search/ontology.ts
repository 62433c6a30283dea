import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Ontology, readOntology } from '../../engine/likeness/index.ts'
import { shippedData } from '../../kernel/product.ts'

const unpacked = promisify(gunzip)
let read: Promise<Ontology> | undefined

/**
 * The General Finnish Ontology YSO, read once for a process when it is first needed: some 0.1 s and 50 MB, and 0.3 s
 * more when its labels are first looked for.
 */
export function subjectOntology(): Promise<Ontology> {
  read ??= readShipped()
  read.catch(() => {
    read = undefined
  })
  return read
}

const readShipped = async (): Promise<Ontology> =>
  readOntology(
    (await unpacked(await readFile(path.join(shippedData, 'subjects', 'yso.tsv.gz')))).toString('utf8'),
  )
