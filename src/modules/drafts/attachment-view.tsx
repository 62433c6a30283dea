import type { PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { shareLevels } from '../../kernel/share.ts'
import type { Subject } from '../../kernel/subject.ts'
import { formatDecimal, type Language, type Names, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { FileField, Section, SelectField } from '../../ui/index.ts'
import { attachmentRoom, listAttachments } from './attachment-actions.ts'
import { attachmentText as text } from './attachment-text.ts'

type Item = Awaited<ReturnType<typeof itemsAt>>['items'][number]
const itemsAt = (request: PageRequest, { kind, id }: Subject) =>
  request.perform(listAttachments, { kind, subject: id })

type Room = {
  megabytes: number
  left: number
  /** To which ecosystem it may belong, and to which it does when nobody says. */
  places: readonly { id: string; name: Names }[]
  place: string
}

export type AttachmentsShown = {
  subject: Subject
  items: readonly Item[]
  /** The thing itself says who sees them: they have no share level of their own. */
  own: boolean
  /** Where one may add a file: how large, how many. */
  room: Room | undefined
}

/**
 * The files beside a thing for its page; nothing for a visitor, whose page is the same for all, but where the page is
 * made for visitors and shows them the public files.
 */
export async function attachmentsOf(
  request: PageRequest,
  subject: Subject,
  { visitors = false }: { visitors?: boolean } = {},
): Promise<AttachmentsShown | undefined> {
  if (visitors && request.actor.kind === 'visitor')
    return { subject, ...(await itemsAt(request, subject)), own: true, room: undefined }
  if (request.actor.kind !== 'person') return undefined
  return { subject, ...(await itemsAt(request, subject)), room: await roomAt(request, subject) }
}

async function roomAt(request: PageRequest, { kind, id }: Subject) {
  try {
    return await request.perform(attachmentRoom, { kind, subject: id })
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'forbidden') return undefined
    throw error
  }
}

type AttachmentsProps = {
  shown: AttachmentsShown
  request: PageRequest
  /** One of several kinds of files on a page: what it is called, and what sets its fields apart from the others'. */
  part?: { key: string; title: string }
}

/** The files beside a thing, with the form that adds one: `{files && <Attachments shown={files} request={request} />}`. */
export function Attachments({ shown, request, part }: AttachmentsProps) {
  const { language, link } = request
  const id = (name: string) => (part ? `f-${part.key}-${name}` : undefined)
  const t = text[language]
  const { subject, items, room } = shown
  if (items.length === 0 && !room) return null
  return (
    <Section title={part?.title ?? t.title} id={part ? `attachments-${part.key}` : 'attachments'}>
      {items.length === 0 && <p class="quiet">{t.none}</p>}
      <ul class="attachments">
        {items.map((item) => (
          <li>
            <Thumbnail item={item} link={link} />
            <div>
              <Name item={item} link={link} language={language} />
              <span class="sub">
                {sizeOf(item.bytes, language)}
                {!shown.own && ` · ${t.shares[item.share]}`}
                {item.by && ` · ${t.addedBy(item.by, formatInstant(item.at, language))}`}
              </span>
            </div>
            {item.mine && (
              <form method="post" action={link(`/attachments/${item.id}/remove`)}>
                <button class="btn bare" type="submit">
                  {t.remove}
                  <span class="vh"> {item.name}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {room && room.left === 0 && <p class="quiet">{t.full}</p>}
      {room && room.left > 0 && (
        <details class="attachment-add">
          <summary class="btn">{t.add}</summary>
          <form
            method="post"
            enctype="multipart/form-data"
            action={link(`/attachments/to/${subject.kind}/${subject.id}`)}
          >
            <FileField
              name="file"
              id={id('file')}
              label={t.file}
              help={t.help(room.megabytes, room.left)}
              language={language}
            />
            {!shown.own && (
              <SelectField
                name="share"
                id={id('share')}
                label={t.share}
                value="agreement"
                choices={shareLevels.map((value) => ({ value, label: t.shares[value] }))}
                language={language}
              />
            )}
            {room.places.length > 1 && (
              <SelectField
                name="ecosystem"
                id={id('ecosystem') ?? 'f-attachment-ecosystem'}
                label={t.place}
                help={t.placeHelp}
                value={room.place}
                choices={room.places.map(({ id, name }) => ({
                  value: id,
                  label: pick(name, language)?.text ?? t.everywhere,
                }))}
                language={language}
              />
            )}
            <button class="btn" type="submit">
              {t.add}
            </button>
          </form>
        </details>
      )}
    </Section>
  )
}

type Linked = { item: Item; link: (path: string) => string }

const Thumbnail = ({ item, link }: Linked) =>
  item.thumbnail ? (
    <img src={link(`/attachments/${item.id}/thumbnail`)} alt="" width="72" height="54" loading="lazy" />
  ) : (
    <span class="attachment-kind" aria-hidden="true">
      {/\.([^.]{1,5})$/.exec(item.name)?.[1]?.toUpperCase()}
    </span>
  )

function Name({ item, link, language }: Linked & { language: Language }) {
  const t = text[language]
  const closed = item.scan === 'waiting' ? t.checking : item.scan === 'infected' ? t.virus : undefined
  if (!closed)
    return <a href={link(`/attachments/${item.id}/${encodeURIComponent(item.name)}`)}>{item.name}</a>
  return (
    <>
      {item.name} <span class={item.scan === 'infected' ? 'tag bad' : 'tag warm'}>{closed}</span>
    </>
  )
}

function sizeOf(bytes: number, language: Language): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1000
    ? `${formatDecimal(Math.max(1, kilobytes), language, 0)} kB`
    : `${formatDecimal(kilobytes / 1024, language, 1)} ${language === 'fi' ? 'Mt' : 'MB'}`
}
