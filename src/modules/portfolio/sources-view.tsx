import type { PageRequest } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Section } from '../../ui/index.ts'
import type { Source, Told } from './record.ts'
import { pathOf } from './shown.ts'
import { text } from './text.ts'
import { thingsText } from './things-text.ts'

/** A source as a link to the list that it is. */
export function SourceName({ source, request }: { source: Source; request: PageRequest }) {
  const { language, link } = request
  const p = text[language].provenance
  if (source.kind === 'call') return <a href={link(`/calls/${source.call}`)}>{`${p.call}: ${source.call}`}</a>
  const query = new URLSearchParams(
    Object.entries(source.filters ?? {}).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  )
  return (
    <>
      <a href={`${link('/projects')}?${query}`}>{p.projects}</a>:{' '}
      <span class="quiet">{[...query].map(([name, value]) => `${name}:${value}`).join(' ')}</span>
    </>
  )
}

/** What the portfolio takes in, what was left out by hand, and how to change that. */
export function SourcesView({ told, request }: { told: Told; request: PageRequest }) {
  const { language, link } = request
  const [t, p] = [thingsText[language], text[language].provenance]
  const removal = (what: string, id: string, label: string, about: string) => (
    <form method="post" action={link(pathOf(told, '/remove'))} class="portfolio-inline">
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="id" value={id} />
      <button class="btn bare" type="submit">
        {label}
        <span class="vh">: {about}</span>
      </button>
    </form>
  )
  return (
    <Section
      title={t.sources}
      id="sources"
      note={
        told.may.keep && (
          <>
            <a href={link(pathOf(told, '/source'))}>{t.addSource}</a>{' '}
            <a href={link(pathOf(told, '/choice'))}>{t.addByHand}</a>
          </>
        )
      }
    >
      <ul class="ruled">
        {told.sources.map((source) => (
          <li>
            <SourceName source={source} request={request} />{' '}
            <span class="num">{p.brings(formatCount(source.brings, language))}</span>
            <span class="sub">{t.judged(source.by ?? '', formatInstant(source.at, language))}</span>
            {told.may.keep && removal('source', source.id, t.remove, source.call ?? p.projects)}
          </li>
        ))}
        {told.entries.flatMap(({ choice, title, id }) =>
          choice ? (
            <li key={id}>
              {p.hand}: {title}
              <span class="sub">
                {choice.reason} {t.judged(choice.by ?? '', formatInstant(choice.at, language))}
              </span>
              {told.may.keep && removal('choice', choice.id, t.remove, title)}
            </li>
          ) : (
            []
          ),
        )}
      </ul>
      {told.left.length > 0 && (
        <>
          <h3>{t.left}</h3>
          <ul class="ruled">
            {told.left.map((choice) => (
              <li>
                {choice.title}
                <span class="sub">
                  {choice.reason} {t.judged(choice.by ?? '', formatInstant(choice.at, language))}
                </span>
                {told.may.keep && removal('choice', choice.id, t.takeBack, choice.title)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}
