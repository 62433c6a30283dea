import type { Crumb, Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { Alert, Examples, PageHead, Section, TextArea, TextField } from '../../ui/index.ts'
import { judgementText } from './judgement-text.ts'
import { JudgementList } from './judgement-view.tsx'
import { findNeighbours, readNeighbours } from './near-actions.ts'
import { Making, NearList, NothingNear } from './near-view.tsx'
import { SubjectTags } from './subject-view.tsx'
import { text } from './text.ts'
import { ThingLink } from './thing-view.tsx'

/** Seconds after which a page asks again while the texts are read. */
const again = 3

const crumbsOf = ({ language, link }: PageRequest): Crumb[] => [
  { text: text[language].home, href: link('/') },
  { text: text[language].projects, href: link('/projects') },
]

type Asked = { title: string; text: string }

async function askPage(request: PageRequest, asked: Asked, posted = false): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const asks = asked.title !== '' || asked.text !== ''
  const found = asks ? await request.perform(findNeighbours, { ...asked, limit: 20 }) : undefined
  const waits = found !== undefined && !found.ready
  return {
    as: 'page',
    title: t.askTitle,
    description: t.askLead,
    nav: 'projects',
    ...(asks && { robots: 'noindex' as const }),
    ...(waits && !posted && { refresh: again }),
    crumbs: [...crumbsOf(request), { text: t.askTitle }],
    body: (
      <>
        <PageHead title={t.askTitle} lead={t.askLead} />
        <form method="post" action={link('/similar')}>
          <TextField
            name="title"
            label={t.nameField}
            value={asked.title}
            size="full"
            optional
            language={language}
          />
          <TextArea
            name="text"
            label={t.textField}
            help={t.textHelp}
            value={asked.text}
            rows={5}
            optional
            language={language}
          />
          <button class="btn main" type="submit">
            {t.ask}
          </button>
          {!asks && (
            <p class="note">
              <Examples
                items={t.exampleList.map((words) => ({
                  label: words,
                  href: `${link('/similar')}?${new URLSearchParams({ title: words })}`,
                }))}
                language={language}
              />
            </p>
          )}
        </form>
        {waits && <Making language={language} />}
        {found?.ready && (
          <Section title={t.alone} note={t.nearest(found.items.length)}>
            {found.items.length === 0 ? (
              <NothingNear language={language} />
            ) : (
              <NearList items={found.items} language={language} link={link} />
            )}
            <p class="note">{t.likenessNote}</p>
          </Section>
        )}
      </>
    ),
  }
}

/** A name stands in the address and can be shared; a description does not: ideas are nobody's but their owner's. */
async function asked(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const said = (name: string, most: number) => (form.get(name) ?? '').trim().slice(0, most)
  const typed = { title: said('title', 500), text: said('text', 20_000) }
  if (typed.text !== '') return askPage(request, typed, true)
  const query = typed.title === '' ? '' : `?${new URLSearchParams({ title: typed.title })}`
  return { as: 'redirect', to: `${request.link('/similar')}${query}` }
}

async function thingPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = text[language]
  const { kind, id } = params
  const found = await request.perform(readNeighbours, { kind, id, limit: 20 })
  const { thing, own, waiting } = found
  const judged = found.judges ? { thing, ...found.judges } : undefined
  return {
    as: 'page',
    title: `${t.title}: ${thing.title}`,
    nav: 'projects',
    robots: 'noindex',
    ...(!found.ready && { refresh: again }),
    crumbs: [
      ...(thing.kind === 'project' ? crumbsOf(request) : crumbsOf(request).slice(0, 1)),
      { text: thing.title, href: link(thing.path) },
      { text: t.title },
    ],
    body: (
      <>
        {thing.exercise && <Alert tone="warm" title={judgementText[language].exercise} />}
        <PageHead over={<ThingLink thing={thing} language={language} link={link} />} title={t.title} />
        {found.judgements.length > 0 && (
          <Section title={judgementText[language].judgementsTitle}>
            <JudgementList items={found.judgements} whole language={language} link={link} />
          </Section>
        )}
        <Section
          title={t.subjects}
          note={<a href={link(`/similar/${thing.kind}/${thing.id}/subjects`)}>{t.toSubjects}</a>}
        >
          <SubjectTags subjects={found.subjects} language={language} />
        </Section>
        {!found.ready && <Making language={language} />}
        {own && (
          <Section
            title={t.ownGroup(
              pick(own.ecosystem.short ?? own.ecosystem.name, language)?.text ?? own.ecosystem.key,
            )}
            note={t.nearest(own.items.length)}
          >
            <NearList items={own.items} judged={judged} language={language} link={link} />
          </Section>
        )}
        {waiting.length > 0 && (
          <Section title={t.waitingGroup}>
            <NearList items={waiting} judged={judged} language={language} link={link} />
          </Section>
        )}
        {found.ready && (
          <Section title={t.allGroup} note={t.nearest(found.items.length)}>
            {found.items.length === 0 ? (
              <NothingNear language={language} />
            ) : (
              <NearList items={found.items} judged={judged} language={language} link={link} />
            )}
            <p class="note">{t.likenessNote}</p>
          </Section>
        )}
      </>
    ),
  }
}

export const nearPages: readonly Page[] = [
  {
    method: 'GET',
    path: '/similar',
    run: (request) => {
      const title = (request.url.searchParams.get('title') ?? '').trim().slice(0, 500)
      return askPage(request, { title, text: '' })
    },
  },
  { method: 'POST', path: '/similar', run: asked },
  { method: 'GET', path: '/similar/{kind}/{id}', run: thingPage },
]
