import { localPath, type Page, type PageRequest } from '../../kernel/page.ts'
import type { Language } from '../../kernel/text.ts'
import { Alert, PageHead, Progress, Section, Tag } from '../../ui/index.ts'
import { labelOfDemoPerson, nameOfDemoPerson } from '../people/index.ts'
import { chapters, type StepKey, stepsIn, type TourStep, tourSteps } from './tour.ts'
import { readTour, type Tour } from './tour-actions.ts'
import { tourText } from './tour-text.ts'

const didOf = (step: TourStep, tour: Tour): boolean => step.did?.(tour.state) ?? false

/** The way there: signed in by one press, or a link where nobody need be. */
function Way({ step, tour, language }: { step: TourStep; tour: Tour; language: Language }) {
  const t = tourText[language]
  const path = step.path(tour.places)
  const { person } = step
  if (!person)
    return (
      <a class="btn" href={localPath(language, path)}>
        {t.open}
      </a>
    )
  if (!tour.signIn) return null
  return (
    <form method="post" action={localPath(language, '/sign-in')}>
      <input type="hidden" name="to" value={path} />
      <button class="btn main" type="submit" name="person" value={person}>
        {t.enter(nameOfDemoPerson(person))}
      </button>
    </form>
  )
}

function StepView(props: {
  step: TourStep & { key: StepKey }
  number: number
  tour: Tour
  language: Language
}) {
  const { step, number, tour, language } = props
  const t = tourText[language]
  const said = t.steps[step.key]
  return (
    <li id={step.key}>
      <span class="step-number" aria-hidden="true">
        {number}
      </span>
      <div>
        <h3>
          {said.title}{' '}
          {didOf(step, tour) && (
            <Tag tone="ok" sign="done">
              {t.done}
            </Tag>
          )}
        </h3>
        <p class="quiet">
          {step.person
            ? `${nameOfDemoPerson(step.person)}, ${labelOfDemoPerson(step.person, language).toLowerCase()}`
            : t.everybody}
        </p>
        <p>{said.todo}</p>
        <p class="see">
          <b>{t.look}:</b> {said.see}
        </p>
        {step.promise && (
          <p class="promise">
            {t.promise}: {t.promises[step.promise]}
          </p>
        )}
        <Way step={step} tour={tour} language={language} />
      </div>
    </li>
  )
}

function Steps({ tour, language }: { tour: Tour; language: Language }) {
  const t = tourText[language]
  const known: readonly TourStep[] = tourSteps.filter((step) => 'did' in step)
  const done = known.filter((step) => didOf(step, tour)).length
  return (
    <>
      <p>
        {t.calls} {t.did(done, known.length)}
      </p>
      {!tour.signIn && <Alert title={t.away} />}
      {chapters.map((chapter) => (
        <Section title={t.chapters[chapter]}>
          <ol class="tour">
            {stepsIn(chapter).map((step) => (
              <StepView
                step={step}
                number={tourSteps.findIndex((s) => s.key === step.key) + 1}
                tour={tour}
                language={language}
              />
            ))}
          </ol>
        </Section>
      ))}
    </>
  )
}

async function tourPage(request: PageRequest) {
  const { language, link } = request
  const t = tourText[language]
  const tour = await request.perform(readTour, {})
  const making = tour.exercise === 'making'
  return {
    as: 'page' as const,
    title: t.title,
    robots: 'noindex' as const,
    crumbs: [{ text: t.home, href: link('/') }, { text: t.title }],
    ...(making && { refresh: 2 }),
    body: (
      <>
        <PageHead title={t.title} lead={t.lead} />
        <Alert tone="warm" title={t.mark} />
        {making && (
          <Progress
            id="exercise"
            label={t.making}
            done={tour.made}
            total={tour.of || undefined}
            note={t.makingNote}
            language={language}
          />
        )}
        {tour.exercise === 'absent' && <p>{t.absent}</p>}
        {tour.exercise === 'ready' && <Steps tour={tour} language={language} />}
      </>
    ),
  }
}

/** On the front page of a demo: what it is, and the way to the tour. */
export function TourNotice({ language }: { language: Language }) {
  const t = tourText[language]
  return (
    <Alert tone="note" title={t.notice}>
      <a href={localPath(language, '/tour')}>{t.noticeLink}</a>
    </Alert>
  )
}

export const tourPages: readonly Page[] = [{ method: 'GET', path: '/tour', run: tourPage }]
