import { type ChildProcess, spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import type pg from 'pg'
import { launcher } from '../product.ts'

/** A list of made-up projects whose codes begin with `prefix`; the n-th is granted 1000 + n euros and 50 cents. */
export async function writeList(file: string, prefix: string, rows: number): Promise<void> {
  const lines = ['Koodi;Hankkeen nimi;Tuensaaja;Alkupvm;Loppupvm;Myönnetty EU-tuki (EUR)']
  for (let n = 1; n <= rows; n++)
    lines.push(
      `${prefix}${n};Kokeilu ${prefix} ${n};Yritys ${prefix} ${n % 100} Oy;1.1.2015;31.12.2017;${1000 + n},50`,
    )
  await writeFile(file, `${lines.join('\n')}\n`)
}

/** `talkoot import`, as a coordinator would run it on the same data that the server serves. */
export function startImport(
  dataFolder: string,
  file: string,
  databaseUrl?: string,
): { child: ChildProcess; code: Promise<number | null>; said: () => string } {
  const child = spawn(process.execPath, [launcher, 'import', file, '--json'], {
    env: {
      PATH: process.env.PATH,
      TALKOOT_DATA: dataFolder,
      TALKOOT_DEMO: '0',
      TALKOOT_LOG: 'silent',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  return { child, code: new Promise((done) => child.once('exit', done)), said: () => said }
}

/** Whether a list is in as it should be: each row once, its money to the cent, and the summaries agreeing with both. */
export async function auditList(client: pg.Client, prefix: string, rows: number) {
  const { rows: found } = await client.query<{ n: number; granted: string | null; cents: string }>(
    `select count(*)::int as n, sum(granted) as granted from project where code like $1`,
    [`${prefix}%`],
  )
  const wanted = ((rows * (rows + 1)) / 2 + rows * 1000.5).toFixed(2)
  const { rows: cubes } = await client.query<{ agree: boolean }>(
    `select (select coalesce(sum(projects), 0) from project_cube) = (select count(*) from project) as agree`,
  )
  return {
    rows: found[0]!.n,
    complete: found[0]!.n === rows && found[0]!.granted === wanted,
    summariesAgree: cubes[0]!.agree,
  }
}
