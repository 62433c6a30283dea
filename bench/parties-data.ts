import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { ProjectRow } from '../src/engine/matching/index.ts'
import { cell, readTable } from './matching-data.ts'

/** A row of the Danish list with partners; `number` counts the rows of the file from one. */
export type DanishRow = { number: number; holder: string; cvr: string; town: string; list: string }

export const readDanish = (): DanishRow[] =>
  readTable('dk-structural-funds-2007-2013/erdf-2007-2013.csv.gz').map((row, i) => ({
    number: i + 1,
    holder: cell(row, 'navn'),
    cvr: cell(row, 'cvr'),
    town: cell(row, 'bynavn'),
    list: cell(row, 'parter'),
  }))

const isoOf = (day: string): string =>
  day
    .trim()
    .split('.')
    .reverse()
    .map((part) => part.padStart(2, '0'))
    .join('-')

/** The projects of the two Finnish lists that come along, one lead a row. */
export const readFinnish = (): ProjectRow[] =>
  ['fi-2007-2013', 'fi-2014-2020'].flatMap((list) =>
    (
      parse(gunzipSync(readFileSync(`data/demo/${list}.csv.gz`)), { columns: true, bom: true }) as Record<
        string,
        string
      >[]
    ).map((row) => ({
      code: row.Koodi!,
      title: row['Hankkeen nimi'] ?? row['Projektin nimi']!,
      lead: row['Toteuttajan nimi']!,
      start: isoOf(row.Aloituspvm!),
      fund: row.Rahasto!,
    })),
  )

/** Lines of a test's table without its notes and its heading. */
export const readTested = (file: string): string[][] =>
  readFileSync(`test/parties/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'))

/** Row number and the organisations of its list, by hand. */
export const readLabelled = (): { number: number; organisations: string[] }[] =>
  readTested('dk-labelled.tsv').map(([number = '', organisations = '']) => ({
    number: Number(number),
    organisations: organisations.split('|').filter(Boolean),
  }))
