import { readFileSync } from 'node:fs'
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
