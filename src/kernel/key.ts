import { copyFile, open, readFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { execute, type Read, type Tx } from './db.ts'
import { keptSecret, macOf, newKey } from './seal.ts'

/**
 * The installation's key and its renewal. The new key lies beside the old one before the database is sealed anew, and
 * the database says which of the two it is sealed with: whenever the machine stops, the right one is found again.
 */
export const keyFile = (folder: string): string => path.join(folder, 'secret.key')

const nextOf = (file: string) => `${file}.next`
const checkOf = (secret: string) => macOf(secret, 'key-check', 'talkoot')

/** Makes a new key beside the file, on the disk before anything is sealed with it. */
export async function prepareKey(file: string): Promise<string> {
  const fresh = newKey()
  const next = await open(nextOf(file), 'w', 0o600)
  try {
    await next.writeFile(fresh)
    await next.sync()
  } finally {
    await next.close()
  }
  return fresh
}

/**
 * The new key takes the place of the old one, which is kept beside it: older backups are sealed with it. There is a
 * key at every moment; done already, it does nothing.
 */
export async function adoptKey(file: string): Promise<void> {
  if (!(await stat(nextOf(file)).catch(ignoreMissing))) return
  await copyFile(file, `${file}.old`).catch(ignoreMissing)
  await rename(nextOf(file), file)
}

const ignoreMissing = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT') throw error
}

/** Written in the transaction that seals anew. */
export const rememberKey = (tx: Tx, secret: string) =>
  execute(
    tx,
    `insert into setting (name, value) values ('key', $1)
     on conflict (name) do update set value = excluded.value`,
    [JSON.stringify({ check: checkOf(secret) })],
  )

/** The key of the data folder: the new one, when a renewal was cut off after the database had taken it. */
export async function installationKey(folder: string, db: Read): Promise<string> {
  const file = keyFile(folder)
  const next = await readFile(nextOf(file), 'utf8').catch(() => undefined)
  if (next) {
    const { rows } = await execute(db, `select value ->> 'check' as "check" from setting where name = 'key'`)
    if ((rows[0] as { check: string } | undefined)?.check === checkOf(next)) await adoptKey(file)
  }
  return keptSecret(folder)
}
