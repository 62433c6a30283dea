import fc from 'fast-check'
import renderToString from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { differences, type Form, type Question, readForm } from '../../engine/form/index.ts'
import { DifferencesView, FormDifferences } from './differences-view.tsx'
import { answersInKind, consequenceOf } from './kind-change.ts'
import { kindText } from './kind-text.ts'
import { LivePreview } from './live-preview.tsx'
import { answersOfQuestion, questionFrom } from './question-answers.ts'
import type { Kind } from './question-editor.ts'
import { templates } from './templates.ts'

const kinds = Object.keys(kindText.fi.kinds) as Kind[]
const questions = Object.values(templates).flatMap((form) => form.sections.flatMap((s) => s.questions))
const getOf = (values: Readonly<Record<string, string | readonly string[]>>) => ({
  text: (name: string) => (typeof values[name] === 'string' ? values[name] : ''),
  list: (name: string) => (Array.isArray(values[name]) ? values[name] : []),
})
const said = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const text: Question = { key: 'need', kind: 'text', label: { fi: 'Tarve' }, required: true, most: 200 }
const form = (...of: Question[]): Form => ({
  format: 'talkoot-form/1',
  name: { fi: 'Lomake' },
  sections: [{ key: 'one', title: { fi: 'Osio' }, questions: of }],
})

describe('a question that changes its kind', () => {
  it('keeps its texts, marks and condition, whichever kinds they are, and the form still reads', () => {
    fc.assert(
      fc.property(fc.constantFrom(...questions), fc.constantFrom(...kinds), (old, kind) => {
        const now = questionFrom(kind, old.key, getOf(answersInKind(old, kind)), old)
        expect(now.kind).toBe(kind)
        expect([now.key, now.label, now.help, now.required, now.hidden, now.when]).toEqual([
          old.key,
          old.label,
          old.help,
          old.required,
          old.hidden,
          old.when,
        ])
      }),
      { numRuns: 300 },
    )
  })

  it('says what becomes of the answers: kept, read again or lost', () => {
    const choice = { ...text, kind: 'choice', choices: [], several: false } as unknown as Question
    expect(
      kinds.filter((kind) => kind !== 'text').map((kind) => [kind, consequenceOf(text, kind)]),
    ).toMatchObject([
      ['long-text', 'kept'],
      ['number', 'read-again'],
      ['money', 'read-again'],
      ['date', 'read-again'],
      ['choice', 'lost'],
      ...kinds.slice(6).map((kind) => [kind, 'lost']),
    ])
    expect(consequenceOf({ ...text, kind: 'long-text', most: 4000 }, 'text')).toBe('read-again')
    expect(consequenceOf(choice, 'text')).toBe('kept')
    expect(consequenceOf({ ...choice, several: true } as Question, 'text')).toBe('lost')
  })
})

describe('the columns of a table', () => {
  it('come out of their editor with the limits they went in with, of values as of characters', () => {
    const label = { fi: 'Sarake' }
    const { most: _, ...asked } = text as Extract<Question, { kind: 'text' }>
    const table: Question = {
      ...asked,
      kind: 'table',
      mostRows: 5,
      columns: [
        { key: 'a', label, required: true, kind: 'text', most: 40 },
        { key: 'b', label, required: false, kind: 'number', decimals: 1, least: '0.5', most: '99.5' },
        { key: 'c', label, required: false, kind: 'money', most: '200000.00' },
        { key: 'd', label, required: false, kind: 'date' },
      ],
    }
    expect(readForm(form(table))).toHaveProperty('form')
    const again = questionFrom('table', 'need', getOf(answersOfQuestion(table)), table)
    expect(again).toEqual(table)
  })

  it('and those of the settled tables are counted: a section never asks more fields than its draft holds', () => {
    for (const shipped of Object.values(templates)) expect(readForm(shipped)).toHaveProperty('form')
    const wide: Question[] = (['partners', 'continuation'] as const).map((kind) => ({
      key: kind,
      kind,
      label: { fi: kind },
      required: true,
    }))
    const read = readForm(form(...wide, { ...wide[0]!, key: 'again' }))
    expect('complaints' in read && read.complaints.map((c) => c.code)).toContain('too-many-fields')
  })
})

describe('what differs is shown', () => {
  it('between two versions of a form: what was added, removed and changed, and each word of it', () => {
    const before = form(text, { ...text, key: 'gone', label: { fi: 'Poistuva' } })
    const after = form({ ...text, label: { fi: 'Tarve ja kohderyhmä' }, most: 500 }, { ...text, key: 'new' })
    const html = renderToString(<FormDifferences items={differences(before, after)} language="fi" />)
    for (const word of ['Poistuva', 'kohderyhmä', '500', 'yläraja']) expect(said(html)).toContain(word)
    expect(html).toContain('<ins>')
    const none = renderToString(<FormDifferences items={[]} language="sv" />)
    expect(said(none)).toContain('Inga skillnader')
  })

  it('between two sets of answers: only questions that were answered otherwise', () => {
    const two = form(text, { ...text, key: 'same', label: { fi: 'Ennallaan' } })
    const html = renderToString(
      <DifferencesView
        form={two}
        before={{ need: 'Vesi puuttuu', same: 'a' }}
        after={{ need: 'Puhdas vesi puuttuu', same: 'a' }}
        language="fi"
      />,
    )
    expect(said(html)).toContain('Tarve')
    expect(said(html)).not.toContain('Ennallaan')
    expect(html).toMatch(/<ins>[^<]*Puhdas/)
  })
})

const preview = (question: Question, language: 'fi' | 'en' = 'fi') =>
  renderToString(
    <LivePreview section={{ key: 'one', title: {}, questions: [question] }} language={language} />,
  )

describe('the preview beside the editor', () => {
  it('draws any question of the shipped forms, and says so where one cannot be drawn yet', () => {
    for (const question of questions) expect(preview(question)).not.toContain('class="quiet">Esikatselu')
    expect(said(preview({ ...text, most: 'paljon' } as unknown as Question, 'en'))).toContain(
      'nothing is wrong',
    )
  })

  it('draws any section whole: its title, its lead and every question, the conditional ones too', () => {
    for (const section of Object.values(templates).flatMap((shipped) => shipped.sections)) {
      const html = renderToString(<LivePreview section={section} heading={section.title} language="fi" />)
      expect(said(html)).toContain(section.title.fi)
      expect(html.match(/class="asked-one"/g) ?? []).toHaveLength(section.questions.length)
      expect(html).not.toMatch(/class="asked-one"[^>]* hidden/)
    }
  })
})
