import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** The installation's key in its data folder, made by whichever process comes first. */
export async function keptSecret(folder: string): Promise<string> {
  const file = path.join(folder, 'secret.key')
  await mkdir(folder, { recursive: true })
  await writeFile(file, newKey(), { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return (await readFile(file, 'utf8')).trim()
}

/** 256 random bits. */
export const newKey = (): string => randomBytes(32).toString('base64url')

const keyFor = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'talkoot', use, 32))

/** AES-256-GCM under a key of its own for each use; what was sealed for one use opens for no other. */
export function seal(secret: string, use: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, use), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** What was sealed; undefined when it was sealed with another key, for another use, or was touched. */
export function unseal(secret: string, use: string, sealed: string): string | undefined {
  try {
    const bytes = Buffer.from(sealed, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, use), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

/** What is stored of a secret that is too short for a plain hash: nobody can try it out without the key. */
export const macOf = (secret: string, use: string, text: string): string =>
  createHmac('sha256', keyFor(secret, use)).update(text).digest('base64url')
