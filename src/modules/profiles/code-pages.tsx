import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { Empty, type FieldError, SearchBox, Section, TextField } from '../../ui/index.ts'
import { industries, industryName } from '../codes/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { ConceptChoice, ConceptFinder, conceptName } from '../overlaps/index.ts'
import { competenceDraft } from './drafts.ts'
import { editPage, errorIn, kept, profilePath } from './edit-frame.tsx'
import { editText } from './edit-text.ts'
import { addCompetence, addIndustry } from './fact-actions.ts'
import { partsText } from './parts-text.ts'
import { type Profile, readProfile, type ShownFact, suggestCompetences } from './read-actions.ts'
import { text } from './text.ts'

const wordBefore = { word: '' }

/** What an actor knows: subjects of YSO by search and from its own projects' titles, and words of its own. */
export async function competencesPage(
  request: PageRequest,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const of = await kept(request)
  const { language, link, url } = request
  const t = partsText[language]
  const q = (url.searchParams.get('q') ?? '').slice(0, 100)
  const path = link(profilePath(of, '/competences'))
  const { suggested, found } = await request.perform(suggestCompetences, { id: of.id, q })
  const draft = await draftFor(request, competenceDraft, of.id, wordBefore)
  const take = { path, offered: [{ value: 'concept', label: t.take }] }
  const told = of.facts.filter((f) => f.kind === 'competence')
  return editPage(
    request,
    of,
    { heading: editText[language].sections.competences, lead: t.competencesLead, errors },
    <>
      <Chosen of={of} facts={told} none={t.noCompetences} request={request} />
      <Section title={t.suggestedFromTitles} id="suggested">
        {suggested.length === 0 ? (
          <p class="quiet">{t.noSuggestions}</p>
        ) : (
          <ul class="near-choices">
            {suggested.map(({ concept, projects }) => (
              <ConceptChoice concept={concept} deeds={take} language={language}>
                {t.inTitles(projects)}
              </ConceptChoice>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t.find} id="find">
        <ConceptFinder
          action={path}
          q={q}
          found={q === '' ? undefined : found}
          deeds={take}
          language={language}
        />
      </Section>
      <Section title={t.ownWords} id="own">
        <DraftForm draft={draft} action={path} submit={t.addWord} language={language} main={false}>
          <TextField
            name="word"
            label={t.ownWords}
            help={t.ownWordsHelp}
            value={draft.text('word')}
            error={errorIn(errors)('word')}
            language={language}
          />
        </DraftForm>
      </Section>
    </>,
  )
}

/** What has been chosen, each to be taken out. */
function Chosen({
  of,
  facts,
  none,
  request: { language, link },
}: {
  of: Profile
  facts: readonly ShownFact[]
  none: string
  request: PageRequest
}) {
  const t = editText[language]
  if (facts.length === 0) return <p class="quiet">{none}</p>
  return (
    <ul class="profile-kept">
      {facts.map((fact) => {
        const label = labelOf(fact, language)
        return (
          <li>
            <div>
              {label} {fact.prefilled && <span class="tag warm">{text[language].prefilled}</span>}
            </div>
            <form method="post" action={link(profilePath(of, '/remove'))} class="actions">
              <input type="hidden" name="entry" value={fact.entry} />
              <button class="btn bare" type="submit">
                {t.remove}
                <span class="vh"> {label}</span>
              </button>
            </form>
          </li>
        )
      })}
    </ul>
  )
}

const labelOf = (fact: ShownFact, language: PageRequest['language']): string =>
  fact.concept
    ? conceptName(fact.concept, language)
    : fact.kind === 'industry'
      ? industryName(fact.code ?? '', language)
      : (pick(fact.content.title ?? {}, language)?.text ?? '')

/** A concept is taken at one press; a word of one's own is a draft until it is sent. */
export async function takeCompetence(request: PageRequest): Promise<PageAnswer> {
  const of = await request.perform(readProfile, { id: request.params.id })
  const path = profilePath(of, '/competences')
  const concept = (await request.form()).get('concept')
  if (concept) {
    await request.perform(addCompetence, { id: of.id, concept })
    return { as: 'redirect', to: request.link(path) }
  }
  return takeForm(
    request,
    { kind: competenceDraft, subject: of.id, before: wordBefore },
    async ({ text: said, draft }) => {
      const { language } = request
      await request.perform(addCompetence, { id: of.id, word: said('word'), language }, draft)
      return path
    },
    (errors) => competencesPage(request, errors),
  )
}

/** Divisions whose number or a word of whose name begins as typed. */
function industriesCalled(q: string, language: PageRequest['language']) {
  const typed = q.trim().toLowerCase()
  if (typed === '') return []
  return industries.filter(({ code, name }) => {
    const words = `${code} ${Object.values(name).join(' ')} ${pick(name, language)?.text ?? ''}`
    return words
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => word.startsWith(typed))
  })
}

export async function industriesPage(
  request: PageRequest,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const of = await kept(request)
  const { language, link, url } = request
  const t = partsText[language]
  const q = (url.searchParams.get('q') ?? '').slice(0, 100)
  const path = link(profilePath(of, '/industries'))
  const told = of.facts.filter((f) => f.kind === 'industry')
  const left = industries.filter((i) => !told.some((f) => f.code === i.code))
  const found = industriesCalled(q, language).filter((i) => left.includes(i))
  const choices = (codes: readonly { code: string }[]) => (
    <ul class="profile-kept">
      {codes.map(({ code }) => (
        <li>
          <div>{industryName(code, language)}</div>
          <form method="post" action={path} class="actions">
            <input type="hidden" name="code" value={code} />
            <button class="btn" type="submit">
              {t.take}
              <span class="vh"> {industryName(code, language)}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
  return editPage(
    request,
    of,
    { heading: editText[language].sections.industries, lead: t.industriesLead, errors },
    <>
      <Chosen of={of} facts={told} none={t.noIndustries} request={request} />
      <Section title={t.findIndustry} id="find">
        <SearchBox
          action={path}
          label={t.findIndustry}
          value={q}
          hint={t.findIndustryHelp}
          live="found"
          language={language}
        />
        <div id="found">
          {q !== '' && found.length === 0 && <Empty title={t.noIndustryFound}>{t.noIndustryNext}</Empty>}
          {found.length > 0 && choices(found)}
        </div>
      </Section>
      <Section title={t.allIndustries} id="all">
        {industries
          .filter((i) => !i.section)
          .map((section) => (
            <details class="profile-fold">
              <summary>{industryName(section.code, language)}</summary>
              {choices(left.filter((i) => i === section || i.section === section.code))}
            </details>
          ))}
      </Section>
    </>,
  )
}

export async function takeIndustry(request: PageRequest): Promise<PageAnswer> {
  const { id } = request.params
  const code = (await request.form()).get('code')
  try {
    const of = await request.perform(addIndustry, { id, code })
    return { as: 'redirect', to: request.link(profilePath(of, '/industries')) }
  } catch (error) {
    return industriesPage(request, formErrors(error, request.language))
  }
}
