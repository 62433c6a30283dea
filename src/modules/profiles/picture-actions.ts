import sharp from 'sharp'
import { z } from 'zod'
import { command } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Names } from '../../kernel/text.ts'
import { factsOf, lockEntry } from './fact-queries.ts'
import { exercise, typedNames } from './fact-schemas.ts'
import { mustBe, stating, statingEntry } from './keeping.ts'
import { refuse } from './refusals.ts'
import { limits } from './rules.ts'
import { state } from './stating.ts'

/** The largest file that may be dropped as a picture, bytes. */
export const pictureLimit = 20 * 1024 * 1024

const formats = new Set(['png', 'jpeg', 'webp'])
/** Pixels: of a picture that is shown large, of a small one, and the most that a dropped one may have. */
const large = { width: 1280, height: 960 }
const small = { width: 480, height: 360 }
const mostPixels = 60_000_000

/** Makes a picture anew from its pixels: what a camera wrote into the file (where, when) does not come along. */
async function madeAnew({ files }: Pick<Context, 'files'>, hash: string) {
  const opened = () => sharp(files.pathOf(hash), { limitInputPixels: mostPixels, failOn: 'error' })
  if (!formats.has((await opened().metadata()).format ?? '')) throw refuse('invalid', 'notPicture', 'file')
  const sized = (box: { width: number; height: number }, quality: number) =>
    opened()
      .rotate()
      .resize({ ...box, fit: 'inside', withoutEnlargement: true })
      .webp({ quality })
  const { data, info } = await sized(large, 80).toBuffer({ resolveWithObject: true })
  const file = await files.put(sharp(data), pictureLimit)
  const thumbnail = await files.put(sized(small, 75), pictureLimit)
  return { file: file.hash, thumbnail: thumbnail.hash, width: info.width, height: info.height }
}

export const addPicture = command({
  name: 'actor-profile.add-picture',
  summary: {
    fi: 'Lisää profiiliin kuva tallennetusta tiedostosta; se näytetään, kun sillä on kuvateksti',
    sv: 'Lägg till en bild i profilen från en sparad fil; den visas när den har en bildtext',
    en: 'Add a picture to a profile from a stored file; it is shown when it has been described',
  },
  route: { method: 'POST', path: '/organisations/{id}/profile/pictures' },
  input: z.object({
    id: z.string().max(60),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of the file, already stored.'),
    alt: z.object({ fi: z.string(), sv: z.string(), en: z.string() }).optional(),
    exercise,
  }),
  output: z.object({ id: z.uuid(), entry: z.uuid() }),
  allow: stating,
  run: async (ctx, { id, hash, alt, exercise }) => {
    const of = await mustBe(ctx, id)
    const now = await factsOf(ctx.db, ctx.actor, [of.id], ['picture'])
    if (now.length >= limits.pictures) throw refuse('conflict', 'tooManyPictures', 'file')
    if (!(await ctx.files.has(hash))) throw refuse('invalid', 'noPicture', 'file')
    const { file, thumbnail, width, height } = await madeAnew(ctx, hash).catch(() => {
      throw refuse('invalid', 'notPicture', 'file')
    })
    const title = alt && typedNames(alt)
    const content = { ...(title && { title }), width, height, main: !now.some((f) => f.content.main) }
    const done = await state(ctx, of, { kind: 'picture', content, file, thumbnail }, { exercise })
    return { id: of.id, entry: done.entry }
  },
})

export const describePicture = command({
  name: 'actor-profile.describe-picture',
  summary: {
    fi: 'Kerro, mitä profiilin kuvassa on, ja valitse, onko se pääkuva',
    sv: 'Berätta vad en bild i profilen visar och om den är huvudbild',
    en: 'Say what a picture of a profile shows, and whether it stands first',
  },
  route: { method: 'POST', path: '/profile-entries/{entry}/picture' },
  input: z.object({
    entry: z.uuid(),
    alt: z.object({ fi: z.string(), sv: z.string(), en: z.string() }),
    main: z.boolean().default(false),
  }),
  output: z.object({ id: z.uuid(), entry: z.uuid() }),
  allow: statingEntry,
  run: async (ctx, { entry, alt, main }) => {
    const before = await lockEntry(ctx.db, ctx.actor, entry)
    if (before?.kind !== 'picture') throw refuse('missing', 'noEntry')
    const title: Names | undefined = typedNames(alt)
    if (!title) throw refuse('invalid', 'noAlt', 'alt_fi')
    if (Object.values(title).some((text) => [...(text ?? '')].length > 300))
      throw refuse('invalid', 'longText', 'alt_fi')
    const of = await mustBe(ctx, before.organisation)
    if (main)
      for (const other of await factsOf(ctx.db, ctx.actor, [of.id], ['picture'])) {
        if (other.entry === entry || !other.content.main) continue
        const { file, thumbnail, content } = other
        const said = { kind: 'picture' as const, content: { ...content, main: false }, file, thumbnail }
        await state(ctx, of, said, { entry: other.entry })
      }
    const { file, thumbnail } = before
    const content = { ...before.content, title, main }
    await state(ctx, of, { kind: 'picture', content, file, thumbnail }, { entry })
    return { id: of.id, entry }
  },
})
