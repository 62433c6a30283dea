import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { everyone } from '../../kernel/rule.ts'
import { keepers, key, mustBeThere, wrong } from './settings-actions.ts'
import { deleteLogo, lockSettings, readLogo, readLook, shareOf, writeLogo } from './settings-queries.ts'
import { settingsText as text } from './settings-text.ts'

/** The largest file that may be dropped as a logo, bytes. */
export const logoLimit = 1024 * 1024

const formats = new Set(['png', 'jpeg', 'webp'])

/**
 * Makes the logo anew from its pixels: four times the height it is shown at, without what a camera or a program wrote
 * into the file. A drawing with script in it (SVG) is refused, whatever its name says.
 */
async function madeAnew(path: string) {
  const picture = sharp(path, { limitInputPixels: 25_000_000, failOn: 'error' })
  const { format } = await picture.metadata()
  if (!formats.has(format ?? '')) throw wrong('logo', (t) => t.logoType)
  const { data, info } = await picture
    .rotate()
    .resize({ height: 112, width: 640, fit: 'inside', withoutEnlargement: true })
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

export const setLogo = command({
  name: 'ecosystems.set-logo',
  summary: {
    fi: 'Aseta ekosysteemin logo tallennetusta tiedostosta',
    sv: 'Ange ekosystemets logotyp från en sparad fil',
    en: 'Set the logo of an ecosystem from a stored file',
  },
  input: z.object({
    key,
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the file, already stored.'),
    bytes: z.number().int(),
  }),
  output: z.object({}),
  allow: keepers,
  run: async (ctx, input) => {
    if (input.bytes > logoLimit) throw wrong('logo', (t) => t.logoSize)
    if (!(await ctx.files.has(input.hash))) throw wrong('logo', (t) => t.logoMissing)
    const { id } = await mustBeThere(lockSettings(ctx.db, input.key), input.key)
    const before = (await readLook(ctx.db, input.key)).logo
    const made = await madeAnew(ctx.files.pathOf(input.hash)).catch((error) => {
      throw error instanceof Refusal ? error : wrong('logo', (t) => t.logoType)
    })
    const hash = createHash('sha256').update(made.bytes).digest('hex')
    await writeLogo(ctx.db, { ecosystem_id: id, ...made, hash, updated_at: ctx.now })
    await bumpRevision(ctx.db)
    const { width, height } = made
    ctx.changed({ kind: 'ecosystem-logo', id, before, after: { hash, width, height } })
    return {}
  },
})

export const removeLogo = command({
  name: 'ecosystems.remove-logo',
  summary: {
    fi: 'Poista ekosysteemin logo',
    sv: 'Ta bort ekosystemets logotyp',
    en: 'Take the logo of an ecosystem away',
  },
  input: z.object({ key }),
  output: z.object({}),
  allow: keepers,
  run: async (ctx, input) => {
    const { id } = await mustBeThere(lockSettings(ctx.db, input.key), input.key)
    const before = (await readLook(ctx.db, input.key)).logo
    await deleteLogo(ctx.db, id)
    await bumpRevision(ctx.db)
    ctx.changed({ kind: 'ecosystem-logo', id, before, after: null })
    return {}
  },
})

/** The picture itself, for its page. */
export const getLogo = query({
  name: 'ecosystems.logo',
  summary: {
    fi: 'Ekosysteemin logo PNG-kuvana',
    sv: 'Ekosystemets logotyp som PNG-bild',
    en: 'The logo of an ecosystem as a PNG picture',
  },
  input: z.object({ key }),
  output: z.object({ bytes: z.instanceof(Buffer), hash: z.string() }),
  allow: { ...everyone, record: (ctx, input) => shareOf(ctx.db, input.key) },
  run: async (ctx, input) => {
    const found = await readLogo(ctx.db, input.key)
    if (found) return { bytes: found.bytes, hash: found.hash }
    throw new Refusal('missing', 'ecosystem.no-logo', [
      { text: { fi: text.fi.noLogo, sv: text.sv.noLogo, en: text.en.noLogo } },
    ])
  },
})
