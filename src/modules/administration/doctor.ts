import { randomUUID } from 'node:crypto'
import { mkdir, readdir, stat, statfs, unlink, writeFile } from 'node:fs/promises'
import { connect as connectTo } from 'node:net'
import path from 'node:path'
import { type AuditVerdict, verifyChain } from '../../kernel/audit-chain.ts'
import type { Read } from '../../kernel/db.ts'
import { createFiles } from '../../kernel/file.ts'
import type { Installation } from '../../kernel/installation.ts'
import { keyFile } from '../../kernel/key.ts'
import { productFolder } from '../../kernel/product.ts'
import { backupNotes } from '../backup/index.ts'
import {
  attachmentHashes,
  auditSize,
  databaseFacts,
  jobFacts,
  mailFacts,
  migrationNames,
  summaryFacts,
} from './health-queries.ts'
import { type CheckName, type Finding, type Health, worst } from './rules.ts'

export type Patient = { installation: Installation; db: Read | undefined; unreachable?: string; now: Date }
type Check = (patient: Patient) => Promise<Finding>
type DatabaseCheck = (db: Read, patient: Patient) => Promise<Finding>

const finding = (check: CheckName, health: Health, facts: Finding['facts'] = {}): Finding => ({
  check,
  health,
  facts,
})

const isLocal = (host: string) => /^(localhost|127\.|\[?::1)/.test(host)

const address: Check = async ({ installation: { baseUrl, host } }) => {
  const url = new URL(baseUrl)
  const facts = { address: baseUrl, host }
  if (isLocal(url.hostname) && isLocal(host)) return finding('address', 'ok', { ...facts, said: 'local' })
  if (isLocal(url.hostname)) return finding('address', 'bad', { ...facts, said: 'unset' })
  if (url.protocol !== 'https:') return finding('address', 'bad', { ...facts, said: 'plain' })
  return finding('address', 'ok', { ...facts, said: 'secure' })
}

const contact: Check = async ({ installation: { contact: to, baseUrl } }) =>
  finding('contact', to || isLocal(new URL(baseUrl).hostname) ? 'ok' : 'warn', { to: to ?? '' })

const node: Check = async () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return finding('node', major > 20 || (major === 20 && minor >= 19) ? 'ok' : 'bad', {
    version: process.versions.node,
  })
}

const folder: Check = async ({ installation: { dataFolder } }) => {
  const trial = path.join(dataFolder, `.doctor-${randomUUID()}`)
  try {
    // With a database of the operator's own nothing may have needed the folder yet.
    await mkdir(dataFolder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await writeFile(trial, 'x')
    await unlink(trial)
    return finding('folder', 'ok', { folder: dataFolder })
  } catch (error) {
    return finding('folder', 'bad', { folder: dataFolder, why: (error as NodeJS.ErrnoException).code ?? '' })
  }
}

const gigabyte = 1024 ** 3

const disk: Check = async ({ installation: { dataFolder } }) => {
  const found = await statfs(dataFolder).catch(() => undefined)
  if (!found) return finding('disk', 'warn', { free: 0 })
  const free = found.bavail * found.bsize
  return finding('disk', free < gigabyte / 4 ? 'bad' : free < 2 * gigabyte ? 'warn' : 'ok', { free })
}

/** A page looks at the newest attachments; the command at every one. */
const filesOf =
  (whole: boolean): DatabaseCheck =>
  async (db, { installation }) => {
    const at = path.join(installation.dataFolder, 'files')
    const stored = createFiles(at)
    const hashes = await attachmentHashes(db, whole ? 10_000_000 : 500)
    let missing = 0
    for (const hash of hashes) if (!(await stored.has(hash))) missing += 1
    return finding('files', missing > 0 ? 'bad' : 'ok', { files: hashes.length, missing, folder: at })
  }

/** Files with keys may be read by their owner alone. Windows has no such modes. */
const rights: Check = async ({ installation: { dataFolder, ownSecret } }) => {
  const file = keyFile(dataFolder)
  const kept = ownSecret || (await stat(file).catch(() => undefined))
  if (!kept) return finding('rights', 'warn', { files: '', missing: file })
  if (process.platform === 'win32') return finding('rights', 'ok', { files: '' })
  const names = (await readdir(dataFolder).catch(() => [])).filter((n) => /\.key(\.|$)|password/.test(n))
  const open: string[] = []
  for (const name of names)
    if (((await stat(path.join(dataFolder, name))).mode & 0o077) !== 0) open.push(path.join(dataFolder, name))
  return finding('rights', open.length > 0 ? 'bad' : 'ok', { files: open.join(', ') })
}

const mail: Check = async ({ installation: { mailServer } }) => {
  if (!mailServer) return finding('mail', 'warn', { server: '' })
  const url = new URL(mailServer)
  const port = Number(url.port || (url.protocol === 'smtps:' ? 465 : 587))
  const server = `${url.hostname}:${port}`
  const why = await new Promise<string | undefined>((resolve) => {
    const socket = connectTo({ host: url.hostname, port, timeout: 4_000 })
    const end = (said: string | undefined) => {
      socket.destroy()
      resolve(said)
    }
    socket.once('connect', () => end(undefined))
    socket.once('timeout', () => end('no answer in 4 s'))
    socket.once('error', (error) => end(error.message))
  })
  return finding('mail', why === undefined ? 'ok' : 'bad', { server, why: why ?? '' })
}

const database: DatabaseCheck = async (db, { installation }) => {
  const { version, major, bytes } = await databaseFacts(db)
  const facts = { version, bytes, embedded: installation.databaseUrl ? 0 : 1 }
  return finding('database', major >= 15 ? 'ok' : 'bad', facts)
}

const migrations: DatabaseCheck = async (db) => {
  const files = (await readdir(path.join(productFolder, 'migrations'))).filter((f) => f.endsWith('.sql'))
  const applied = await migrationNames(db)
  const pending = files.filter((f) => !applied.includes(f))
  const unknown = applied.filter((f) => !files.includes(f))
  const health = unknown.length > 0 ? 'bad' : pending.length > 0 ? 'warn' : 'ok'
  return finding('migrations', health, { pending: pending.join(', '), unknown: unknown.join(', ') })
}

const extensions: DatabaseCheck = async (db) =>
  finding('extensions', (await databaseFacts(db)).trigrams ? 'ok' : 'bad')

const clock: DatabaseCheck = async (db) => {
  const before = performance.now()
  const facts = await databaseFacts(db)
  const here = performance.timeOrigin + (before + performance.now()) / 2
  const seconds = Math.round(Math.abs(facts.now.getTime() - here) / 1000)
  return finding('clock', seconds > 60 ? 'bad' : seconds > 5 ? 'warn' : 'ok', { seconds })
}

const jobs: DatabaseCheck = async (db, { now }) => {
  const { silent, waiting, failed } = await jobFacts(db, now)
  return finding('jobs', waiting + silent > 0 ? 'bad' : failed > 0 ? 'warn' : 'ok', {
    silent,
    waiting,
    failed,
  })
}

const mails: DatabaseCheck = async (db, { now }) => {
  const { failed, waiting, kept } = await mailFacts(db, now)
  return finding('mails', failed + waiting > 0 ? 'warn' : 'ok', { failed, waiting, kept })
}

const summaries: DatabaseCheck = async (db) => {
  const { projects, counted } = await summaryFacts(db)
  return finding('summaries', projects === counted ? 'ok' : 'bad', { projects, counted })
}

const dayMs = 24 * 60 * 60 * 1000

const backup: DatabaseCheck = async (db, { now, installation: { demo } }) => {
  const [last] = await backupNotes(db, 1)
  if (!last) return finding('backup', demo ? 'ok' : 'warn', { days: -1, ...(demo && { demo: 1 }) })
  const days = Math.floor((now.getTime() - last.finished_at.getTime()) / dayMs)
  return finding('backup', days > 30 ? 'bad' : days > 7 ? 'warn' : 'ok', { days, file: last.file })
}

/** A page waits a second for this, not a minute: a longer chain is left to the command. */
const pageLimit = 100_000

const audit =
  (whole: boolean): DatabaseCheck =>
  async (db) => {
    const { entries } = await auditSize(db)
    if (!whole && entries > pageLimit) return finding('audit', 'ok', { entries, read: 0, first: 0 })
    const verdict: AuditVerdict = await verifyChain(db, {})
    const broken = verdict.broken[0]
    return finding('audit', broken ? 'bad' : 'ok', { entries, read: 1, first: broken?.seq ?? 0 })
  }

/** Looks at everything that can be wrong with an installation. `whole` reads the audit however long it is. */
export async function examine(patient: Patient, { whole }: { whole: boolean }): Promise<Finding[]> {
  const { db } = patient
  const found = await Promise.all([address, contact, node, folder, disk, rights, mail].map((c) => c(patient)))
  if (!db) return [finding('database', 'bad', { why: patient.unreachable ?? '' }), ...found]
  const asked = [
    ['database', database],
    ['migrations', migrations],
    ['extensions', extensions],
    ['clock', clock],
    ['summaries', summaries],
    ['jobs', jobs],
    ['mails', mails],
    ['backup', backup],
    ['audit', audit(whole)],
    ['files', filesOf(whole)],
  ] as const
  const inside: Finding[] = []
  for (const [name, check] of asked) {
    // A table that is not there yet is said by the migrations; the rest can still be looked at.
    inside.push(
      await check(db, patient).catch((error: Error) => finding(name, 'bad', { failed: error.message })),
    )
  }
  return worst([...inside, ...found])
}
