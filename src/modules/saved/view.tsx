import type { PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  ChoicesField,
  Empty,
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  Tag,
  TextField,
} from '../../ui/index.ts'
import { type Draft, DraftForm } from '../drafts/index.ts'
import { addressOf, type ShownView } from './queries.ts'
import { watchedPaths } from './rules.ts'
import { text } from './text.ts'

type Shown = Pick<PageRequest, 'language' | 'link' | 'actor'>

const listName = (path: string, language: PageRequest['language']): string => {
  const { lists } = text[language]
  return path in lists ? lists[path as keyof typeof lists] : lists.other
}

/** One's own saved views and those of one's ecosystems, each with its alert. */
export function SavedView({ items, request }: { items: readonly ShownView[]; request: Shown }) {
  const { language, link, actor } = request
  const t = text[language]
  const self = actor.kind === 'person' ? actor.id : ''
  const own = items.filter((v) => v.person_id === self)
  const others = items.filter((v) => v.person_id !== self)
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Section title={t.mine}>
        {own.length === 0 && (
          <Empty title={t.none}>
            {t.noneNext} <a href={link('/projects')}>{t.toProjects}</a>
          </Empty>
        )}
        <ul class="notices">
          {own.map((view) => (
            <One view={view} own request={request} />
          ))}
        </ul>
      </Section>
      {others.length > 0 && (
        <Section title={t.ofOthers}>
          <ul class="notices">
            {others.map((view) => (
              <One view={view} own={false} request={request} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function One({ view, own, request }: { view: ShownView; own: boolean; request: Shown }) {
  const { language, link } = request
  const t = text[language]
  const path = link(`/saved/${view.id}`)
  const watchable = watchedPaths.includes(view.path)
  const Act = ({ every, label }: { every: string; label: string }) => (
    <button type="submit" name="every" value={every}>
      {label}
      <span class="vh">: {view.name}</span>
    </button>
  )
  return (
    <li>
      <h3>
        <a href={link(addressOf(view))}>{view.name}</a>
      </h3>
      <p class="comment-head">
        {listName(view.path, language)}
        {!own && ` · ${t.of(view.author)}`}
        {view.ecosystem_name && ` · ${t.shared(pick(view.ecosystem_name, language)?.text ?? '')}`}{' '}
        {view.every && (
          <Tag tone={view.paused ? 'plain' : 'on'}>{view.paused ? t.paused : t.watching[view.every]}</Tag>
        )}{' '}
        {view.read_at && t.readAt(formatInstant(view.read_at, language))}
      </p>
      <div class="deeds">
        {watchable && (
          <form method="post" action={`${path}/watch`}>
            {!view.every && <span class="quiet">{t.tellMe} </span>}
            {view.every !== 'day' && <Act every="day" label={t.everyDay} />}{' '}
            {view.every !== 'week' && <Act every="week" label={t.everyWeek} />}{' '}
            {view.every && (
              <>
                <Act every={view.paused ? 'go-on' : 'pause'} label={view.paused ? t.goOn : t.pause} />{' '}
                <Act every="never" label={t.end} />
              </>
            )}
          </form>
        )}
        {own && (
          <form method="post" action={`${path}/remove`}>
            <button type="submit">
              {t.remove}
              <span class="vh">: {view.name}</span>
            </button>
          </form>
        )}
      </div>
    </li>
  )
}

export type SaveFormProps = {
  address: string
  path: string
  draft: Draft
  places: readonly { id: string; name: string }[]
  errors: readonly FieldError[]
  request: Shown
}

export function SaveForm({ address, path, draft, places, errors, request }: SaveFormProps) {
  const { language, link } = request
  const t = text[language]
  return (
    <>
      <PageHead title={t.save} />
      <ErrorSummary errors={errors} language={language} />
      <DraftForm draft={draft} action={link('/saved')} submit={t.save} language={language}>
        <input type="hidden" name="address" value={address} />
        <p>
          {t.address}: <a href={link(address)}>{listName(path, language)}</a>{' '}
          <span class="quiet feed-address">
            {decodeURIComponent(address.split('?')[1] ?? '').replaceAll('&', ', ')}
          </span>
        </p>
        <TextField
          name="name"
          label={t.name}
          help={t.nameHelp}
          value={draft.text('name')}
          error={errors.find((e) => e.name === 'name')?.text}
          language={language}
        />
        {places.length > 0 && (
          <ChoicesField
            kind="radio"
            name="ecosystem"
            label={t.sharing}
            choices={[
              { value: '', label: t.forSelf },
              ...places.map((p) => ({ value: p.id, label: t.forEcosystem(p.name) })),
            ]}
            values={[draft.text('ecosystem')]}
            language={language}
          />
        )}
        {watchedPaths.includes(path) && (
          <ChoicesField
            kind="radio"
            name="every"
            label={t.every}
            choices={[
              { value: 'never', label: t.never },
              { value: 'day', label: t.everyDay },
              { value: 'week', label: t.everyWeek },
            ]}
            values={[draft.text('every')]}
            error={errors.find((e) => e.name === 'every')?.text}
            language={language}
          />
        )}
      </DraftForm>
    </>
  )
}
