import sharp from 'sharp'
import { z } from 'zod'
import { snapshot, transaction } from '../../kernel/db.ts'
import { job } from '../../kernel/job.ts'
import { attachmentById, filesInUse, setScan, setThumbnail } from './attachment-queries.ts'
import { isImage } from './attachment-types.ts'

const dayMs = 86_400_000
/** A file that came in less than this ago may belong to something that is not written yet. */
const youngMs = dayMs
const removedDays = 30
const thumbnail = { width: 240, height: 180, pixels: 60_000_000 }

/** Looks into a file that has just been added: for viruses where a scanner is set, and for its thumbnail. */
export const lookAtAttachment = job({
  name: 'attachments.look',
  summary: {
    fi: 'Liitteen tarkistus ja pienoiskuva',
    sv: 'Granska en bilaga och gör en miniatyrbild',
    en: 'Look an attachment over and make its thumbnail',
  },
  input: z.object({ id: z.uuid() }),
  retries: 8,
  run: async (stage, { id }) => {
    const found = await snapshot(stage.database, (db) => attachmentById(db, id))
    if (!found) return
    if (stage.scan && found.scan === 'waiting') {
      const verdict = await stage.scan(stage.files.open(found.file_hash))
      const says = verdict.clean ? null : verdict.found
      await transaction(stage.database, (tx) => setScan(tx, id, verdict.clean ? 'clean' : 'infected', says))
      if (!verdict.clean) {
        stage.log.warn({ attachment: id, found: verdict.found }, 'virus in an attachment')
        return
      }
    }
    if (!isImage(found.type) || found.thumbnail_file_hash) return
    const small = sharp(stage.files.pathOf(found.file_hash), { limitInputPixels: thumbnail.pixels })
      .rotate()
      .resize(thumbnail.width, thumbnail.height, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
    try {
      const { hash } = await stage.files.put(small, 5_000_000)
      await transaction(stage.database, (tx) => setThumbnail(tx, id, hash))
    } catch (error) {
      // A broken picture has no thumbnail; it can be downloaded all the same.
      stage.log.info({ attachment: id, error: (error as Error).message }, 'no thumbnail')
    }
  },
})

/** Each night: stored files that no row names go, unless they have just come in. */
export const dropOrphans = job({
  name: 'attachments.drop-orphans',
  summary: {
    fi: 'Tarpeettomiksi jääneiden tiedostojen poisto',
    sv: 'Ta bort filer som inget längre hänvisar till',
    en: 'Remove files that nothing refers to any more',
  },
  input: z.object({}),
  schedule: '10 4 * * *',
  run: async (stage) => {
    const { now, files } = stage
    let dropped = 0
    const portion: string[] = []
    const drop = async () => {
      const after = new Date(now.getTime() - removedDays * dayMs)
      const used = await snapshot(stage.database, (db) => filesInUse(db, portion, after))
      for (const hash of portion)
        if (!used.has(hash) && (await files.remove(hash, new Date(now.getTime() - youngMs)))) dropped += 1
      portion.length = 0
    }
    for await (const { hash, at } of files.list()) {
      if (now.getTime() - at.getTime() < youngMs) continue
      portion.push(hash)
      if (portion.length === 500) await drop()
    }
    if (portion.length > 0) await drop()
    stage.log.info({ dropped }, 'orphaned files dropped')
  },
})
