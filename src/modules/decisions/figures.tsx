import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { everyone } from '../../kernel/rule.ts'
import { canSee } from '../../kernel/share.ts'
import { formatDecimal, type Names, pick } from '../../kernel/text.ts'
import { Alert, Empty, Facts, InLanguage, PageHead, Section, Stats, Table } from '../../ui/index.ts'
import { callById, recordOf, stepsOf, type Texts } from '../calls/index.ts'
import { settledForm } from '../forms/index.ts'
import { type Figures, figuresOf } from './figures-queries.ts'
import { figuresText } from './figures-text.ts'
import { missing } from './reading.ts'
import { handles } from './sight.ts'
import { text } from './text.ts'

type FormSection = { key: string; title: Texts }

/** Every section of the call's forms in their order, also one that nobody has begun; then what older forms had. */
function sectionRows(figures: Figures, sections: readonly FormSection[]) {
  const counted = new Map(figures.sections.map((s) => [s.section, s]))
  const named = new Map(sections.map(({ key, title }) => [key, title]))
  const keys = [...new Set([...named.keys(), ...counted.keys()])]
  return keys.map((key) => ({
    key,
    title: named.get(key) ?? { fi: key },
    begun: counted.get(key)?.begun ?? 0,
    sent: counted.get(key)?.sent ?? 0,
  }))
}

/** How long a call took and where its applicants gave up: for the office, and for all where the call says so. */
export const readFigures = query({
  name: 'decision.figures',
  summary: {
    fi: 'Haun prosessin luvut: ajat, keskeytykset, täydennykset',
    sv: 'Siffror om utlysningens process: tider, avbrott, kompletteringar',
    en: 'Figures of a call’s process: times, drop-off, completions',
  },
  route: { method: 'GET', path: '/calls/{call}/figures' },
  input: z.object({ call: z.string().max(100) }),
  output: z.object({
    call: z.custom<{ code: string; title: Names; exercise: boolean; open: boolean }>(),
    figures: z.custom<Figures>(),
    sections: z.array(z.custom<FormSection>()),
  }),
  allow: everyone,
  run: async (ctx, { call: asked }) => {
    const call = await callById(ctx.db, asked)
    const open = call?.settings.publicFigures === true && canSee(ctx.actor, recordOf(call))
    if (!call || !(open || handles(ctx.actor, call.ecosystem))) throw missing()
    const { code, title, exercise } = call
    const figures = await figuresOf(ctx.db, call.id)
    const sections: FormSection[] = []
    for (const step of stepsOf(call)) {
      const { id, version } = call.forms[step] ?? {}
      const form = id && version ? await settledForm(ctx.db, id, version) : undefined
      sections.push(...(form?.sections ?? []).map(({ key, title: named }) => ({ key, title: named })))
    }
    return { call: { code, title, exercise, open }, figures, sections }
  },
})

async function page(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const t = figuresText[language]
  const { call, figures: f, sections } = await request.perform(readFigures, { call: request.params.code })
  const rows = sectionRows(f, sections)
  const name = pick(call.title, language)?.text ?? call.code
  const number = (n: number) => formatDecimal(n, language, 1)
  const range = (q: Figures['hours']) => (q ? t.between(number(q.first), number(q.third)) : undefined)
  return {
    as: 'page',
    title: `${t.title}: ${name}`,
    robots: 'noindex',
    crumbs: [
      { text: text[language].home, href: link('/') },
      { text: name, href: link(`/calls/${call.code}`) },
      { text: t.title },
    ],
    body: (
      <>
        <PageHead
          over={<a href={link(`/calls/${call.code}`)}>{name}</a>}
          title={t.title}
          lead={call.open ? t.openToAll : t.forOffice}
        />
        {call.exercise && <Alert tone="warm" title={text[language].exercise} />}
        <Stats
          language={language}
          items={[
            { label: t.begun, quantity: { count: f.begun } },
            { label: t.sent, quantity: { count: f.sent }, note: t.lateOf(f.late) },
            {
              label: t.hours,
              quantity: f.hours ? { decimal: f.hours.median, decimals: 1, unit: 'h' } : undefined,
              note: range(f.hours),
            },
            {
              label: t.days,
              quantity: f.days ? { decimal: f.days.median, decimals: 1 } : undefined,
              note: range(f.days),
            },
            { label: t.completions, quantity: { count: f.completions }, note: t.answered(f.completed) },
          ]}
        />
        <Section title={t.sections} note={t.sectionsNote}>
          {rows.length === 0 ? (
            <Empty title={t.noSections} />
          ) : (
            <Table
              caption={t.sections}
              language={language}
              rows={rows}
              cards
              columns={[
                {
                  label: t.section,
                  heading: true,
                  cell: (s) => <InLanguage names={s.title} language={language} />,
                },
                { label: t.notBegun, numeric: true, phone: 'labelled', cell: (s) => f.begun - s.begun },
                { label: t.begunIn, numeric: true, phone: 'labelled', cell: (s) => s.begun },
                { label: t.sentOf, numeric: true, phone: 'labelled', cell: (s) => s.sent },
                { label: t.left, numeric: true, phone: 'labelled', cell: (s) => s.begun - s.sent },
              ]}
            />
          )}
        </Section>
        <Section title={t.whereFrom}>
          <Facts language={language} items={t.origins} />
        </Section>
      </>
    ),
  }
}

export const figuresPages: readonly Page[] = [{ method: 'GET', path: '/calls/{code}/figures', run: page }]
