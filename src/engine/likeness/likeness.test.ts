import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchLanguages } from '../language/index.ts'
import {
  createExperience,
  createTextIndex,
  findConcepts,
  type Neighbour,
  readOntology,
  suggestSubjects,
  type TextIndex,
} from './index.ts'
import { keysOfLabel } from './label-keys.ts'

const file = new URL('../../../data/subjects/yso.tsv.gz', import.meta.url)
const ontology = readOntology(gunzipSync(readFileSync(file)).toString('utf8'))

/** Finnish labels of the concepts that a text names, with how it names them. */
const named = (text: string): string[] =>
  findConcepts(text, ontology).map(({ concept, kind }) => `${ontology.label(concept, 'fi')} ${kind}`)
const subjects = (text: string): string[] =>
  suggestSubjects(text, ontology).map(({ concept }) => ontology.label(concept, 'fi'))
const certaintyOf = (text: string, label: string): number =>
  findConcepts(text, ontology).find(({ concept }) => ontology.label(concept, 'fi') === label)?.certainty ?? 0

describe('the ontology', () => {
  it('has its concepts in three languages', () => {
    expect(ontology.size).toBe(27_760)
    const concept = ontology.conceptOf('28601')!
    expect(searchLanguages.map((language) => ontology.label(concept, language))).toEqual([
      'kiertotalous',
      'cirkulär ekonomi',
      'circular economy',
    ])
    expect(ontology.id(concept)).toBe('28601')
    expect(ontology.conceptOf('0')).toBeUndefined()
  })
  it('knows which concepts are general', () => {
    const uses = (id: string): number => ontology.uses(ontology.conceptOf(id)!)
    expect(uses('3128')).toBeGreaterThan(50) // yritykset
    expect(uses('28601')).toBeLessThan(5) // kiertotalous
  })
  it('was made by the words as they are read today: else make-subjects is to be run again', () => {
    for (let concept = 0; concept < ontology.size; concept += 60)
      for (const language of searchLanguages) {
        const label = ontology.label(concept, language)
        if (!label) continue
        const keys = keysOfLabel(label, language)
        const first = keys.split(' ')[0]!.split('|')[0]!
        const form = ontology.beginningWith(first, language).find((one) => one.concept === concept)
        expect(form?.words.map((word) => word.join('|')).join(' '), label).toBe(keys)
      }
  })
  it('passes over lines that are none', () => expect(readOntology('\nnothing\n\t\t\n').size).toBe(0))
})

describe('concepts in a text', () => {
  it.each([
    'Kiertotalouden mahdollisuudet',
    'Den cirkulära ekonomin i Nyland',
    'Towards a circular economy',
    'Cirkulär ekonomi',
  ])('%s: circular economy', (text) => expect(named(text)).toContain('kiertotalous label'))

  it('takes the longer label first, and says what lies in it', () => {
    expect(named('sosiaalisen median käyttö').slice(0, 2)).toEqual([
      'sosiaalinen media label',
      'media within',
    ])
  })
  it('finds the parts of compounds, also at the end of a label of two words', () => {
    expect(named('Luontomatkailun palvelut')).toEqual(
      expect.arrayContaining(['luontomatkailu label', 'matkailu part', 'palvelut label']),
    )
    expect(named('sähköisessä taloushallintoympäristössä')).toContain('sähköinen taloushallinto part')
  })
  it('finds an English term in a Finnish title, and doubts a single word', () => {
    expect(named('Machine learning -menetelmät metsätaloudessa')).toContain('koneoppiminen label')
    expect(certaintyOf('Matkailun ja palveluiden branding yrityksille', 'brändäys')).toBeLessThan(1)
  })
  it('tells an abbreviation from a word', () => {
    expect(named('AIDS')).toContain('AIDS label')
    expect(named('it aids the blind')).not.toContain('AIDS label')
    expect(certaintyOf('VETY', 'vety')).toBeLessThan(0.2)
    expect(certaintyOf('vedyn tuotanto', 'vety')).toBe(1)
  })
  it('is surer of a qualified label when the qualifier is said', () => {
    const label = 'puu (luonnonmateriaalit)'
    expect(certaintyOf('puu ja muut luonnonmateriaalit', label)).toBe(1)
    expect(certaintyOf('puun käyttö', label)).toBeLessThan(0.5)
  })
  it('hears no places of the body in a place name', () =>
    expect(certaintyOf('Pohjois-Karjalan jokivarret', 'jalat')).toBeLessThan(0.2))

  it('gives words that stand where it says, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (noise) => {
        const text = `${noise} kiertotalous ${noise}`
        for (const { words, start, end, certainty } of findConcepts(text, ontology)) {
          expect(text.slice(start, end)).toBe(words)
          expect(certainty).toBeGreaterThan(0)
          expect(certainty).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('suggested subjects', () => {
  const text =
    'Puurakentamisen osaamista lisätään Pohjois-Karjalassa. Hankkeessa kehitetään puukerrostalojen suunnittelua ' +
    'ja rakennusyritysten yhteistyötä. Puurakentaminen vähentää rakentamisen hiilijalanjälkeä.'
  it('puts what the text is about before what every project does', () => {
    const found = subjects(text)
    expect(found[0]).toBe('puurakentaminen')
    expect(found.indexOf('kehittäminen')).toBe(-1)
  })
  it('shows the words that gave them', () => {
    expect(suggestSubjects(text, ontology)[0]).toMatchObject({
      words: ['Puurakentamisen', 'Puurakentaminen'],
    })
  })
  it('are none for a text that says nothing', () => {
    for (const nothing of ['', '   ', '?!', 'ja']) expect(suggestSubjects(nothing, ontology)).toEqual([])
  })
  it('get better with what people accepted', () => {
    const hiilineutraali = ontology.conceptOf('28601')!
    const experience = createExperience(ontology)
    experience.accept('a', 'Jätteistä raaka-aineita teollisuudelle', [hiilineutraali])
    const asked = 'Jätteiden käyttö raaka-aineina'
    const found = suggestSubjects(asked, ontology, 10, experience)
    const learnt = found.find(({ concept }) => concept === hiilineutraali)
    expect(learnt).toMatchObject({ words: [], alike: ['a'] })
    expect(suggestSubjects(asked, ontology).some(({ concept }) => concept === hiilineutraali)).toBe(false)
    experience.forget('a')
    expect(suggestSubjects(asked, ontology, 10, experience)).toEqual(suggestSubjects(asked, ontology))
  })
})

const word = fc.constantFrom(
  ...'matkailun matkailu hanke hankkeen kiertotalous kiertotalouden cirkulär ekonomi circular economy vety vedyn'.split(
    ' ',
  ),
  ...'puurakentaminen rakentaminen kehittäminen utveckling turism tourism energy energia vesi A1 2014-2020 ja'.split(
    ' ',
  ),
)
const title = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
const corpus = fc
  .array(title, { minLength: 1, maxLength: 8 })
  .map((titles) => titles.map((text, at): [string, string] => [`t${at}`, text]))

function indexed(texts: readonly (readonly [string, string])[]): TextIndex {
  const index = createTextIndex(ontology)
  for (const [id, text] of texts) index.put(id, { title: text })
  return index
}
const answers = (index: TextIndex, texts: readonly (readonly [string, string])[]): Neighbour[][] =>
  texts.map(([, text]) => index.neighbours({ title: text }, 20))

describe('neighbours', () => {
  it('are the same in whatever order the texts came', () => {
    fc.assert(
      fc.property(
        corpus.chain((texts) =>
          fc.tuple(
            fc.constant(texts),
            fc.shuffledSubarray(texts, { minLength: texts.length, maxLength: texts.length }),
          ),
        ),
        ([texts, shuffled]) => {
          expect(answers(indexed(shuffled), texts)).toEqual(answers(indexed(texts), texts))
        },
      ),
      { numRuns: 25 },
    )
  })
  it('are as before when what was added is removed, or a text put back', () => {
    fc.assert(
      fc.property(corpus, corpus, (texts, more) => {
        const index = indexed(texts)
        const before = answers(index, texts)
        for (const [id, text] of more) index.put(`more ${id}`, { title: text })
        for (const [id] of texts) index.put(id, { title: 'jotakin muuta' })
        answers(index, more)
        for (const [id] of more) index.remove(`more ${id}`)
        for (const [id, text] of texts) index.put(id, { title: text })
        expect(index.size()).toBe(texts.length)
        expect(answers(index, texts)).toEqual(before)
      }),
      { numRuns: 25 },
    )
  })
  it('of a text in the index begin with itself, wholly alike, unless it is left out', () => {
    fc.assert(
      fc.property(corpus, (texts) => {
        const index = indexed(texts)
        for (const [id, text] of texts) {
          const found = index.neighbours({ title: text }, 20)
          if (found.length === 0) continue
          expect(found[0]!.likeness).toBe(1)
          expect(found.filter(({ likeness }) => likeness === 1).map((near) => near.id)).toContain(id)
          const others = index.neighbours({ title: text, itself: id }, 20)
          expect(others).toEqual(found.filter((near) => near.id !== id))
        }
      }),
      { numRuns: 25 },
    )
  })
  it('show words that stand in both texts, whose weights add up to the likeness', () => {
    fc.assert(
      fc.property(corpus, title, (texts, asked) => {
        const textOf = new Map(texts)
        for (const { id, likeness, evidence } of indexed(texts).neighbours({ title: asked }, 20)) {
          expect(evidence.length).toBeGreaterThan(0)
          for (const { here, there } of evidence) {
            for (const words of here) expect(asked).toContain(words)
            for (const words of there) expect(textOf.get(id)).toContain(words)
          }
          expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(likeness, 9)
        }
      }),
      { numRuns: 25 },
    )
  })
  it('are as near from either side', () => {
    fc.assert(
      fc.property(corpus, (texts) => {
        const index = indexed(texts)
        const nearness = new Map<string, number>()
        for (const [id, text] of texts)
          for (const near of index.nearest({ title: text, itself: id }, 20))
            nearness.set(`${id} ${near.id}`, near.likeness)
        for (const [pair, likeness] of nearness)
          expect(nearness.get(pair.split(' ').reverse().join(' '))).toBe(likeness)
      }),
      { numRuns: 25 },
    )
  })
  it('are found across languages by their meaning', () => {
    const index = indexed([
      ['fi', 'Kiertotalouden uudet palvelut'],
      ['other', 'Matkailun kehittäminen'],
    ])
    for (const text of ['Cirkulär ekonomi', 'circular economy']) {
      const [first, ...others] = index.neighbours({ title: text }, 5)
      expect(first).toMatchObject({ id: 'fi', evidence: [{ here: [text], there: ['Kiertotalouden'] }, {}] })
      expect(others).toEqual([])
    }
  })
  it('weigh a rare word more than one that all have, and a summary less than a title', () => {
    const many = Array.from({ length: 30 }, (_, i): [string, string] => [
      `m${i}`,
      `Palvelun kehittäminen ${i}`,
    ])
    const index = indexed([...many, ['rare', 'Sammaleen viljely']])
    expect(index.nearest({ title: 'Sammaleen kehittäminen' }, 1)[0]!.id).toBe('rare')
    index.put('told', { title: 'Uusi hanke', summary: 'Hankkeessa viljellään sammalta.' })
    const found = index.nearest({ title: 'sammal' }, 3).map(({ id }) => id)
    expect(found).toEqual(['rare', 'told'])
  })
  it('are as near as two texts compared by themselves, with the same evidence', () => {
    fc.assert(
      fc.property(corpus, title, (texts, asked) => {
        const index = indexed(texts)
        const textOf = new Map(texts)
        for (const { id, ...near } of index.neighbours({ title: asked }, 20))
          expect(index.compare({ title: asked }, { title: textOf.get(id)! })).toEqual(near)
      }),
      { numRuns: 25 },
    )
    const nothing = { likeness: 0, evidence: [] }
    expect(indexed([['a', 'Matkailu']]).compare({ title: '' }, { title: '' })).toEqual(nothing)
  })
  it('of texts kept apart are as near by the scale of the large index, which they do not change', () => {
    fc.assert(
      fc.property(corpus, corpus, title, (texts, closed, asked) => {
        const large = indexed(texts)
        const before = answers(large, texts)
        const apart = createTextIndex(ontology, large)
        for (const [id, text] of closed) apart.put(id, { title: text })
        const textOf = new Map(closed)
        const agreed = () => {
          for (const { id, ...near } of apart.neighbours({ title: asked }, 20))
            expect(large.compare({ title: asked }, { title: textOf.get(id)! })).toEqual(near)
        }
        agreed()
        expect(answers(large, texts)).toEqual(before)
        large.put('more', { title: asked })
        agreed()
      }),
      { numRuns: 25 },
    )
  })
  it('of nothing are none, and none can be asked for', () => {
    const index = indexed([['a', 'Matkailu']])
    for (const nothing of ['', '  ', '?!', 'ja']) expect(index.neighbours({ title: nothing }, 5)).toEqual([])
    expect(index.neighbours({ title: 'Matkailu' }, 0)).toEqual([])
    expect(createTextIndex(ontology).neighbours({ title: 'Matkailu' }, 5)).toEqual([])
    index.remove('unknown')
    expect(index.size()).toBe(1)
  })
  it('stay right when most of many texts were removed', () => {
    const many = Array.from({ length: 1200 }, (_, i): [string, string] => [`m${i}`, `vety ${i}`])
    const index = indexed([...many, ['kept', 'vedyn tuotanto']])
    for (const [id] of many) index.remove(id)
    expect(answers(index, [['', 'vety']])).toEqual(
      answers(indexed([['kept', 'vedyn tuotanto']]), [['', 'vety']]),
    )
  })
})

describe('experience', () => {
  it('does not depend on the order in which it came', () => {
    const concepts = ['28601', '3128', '1156'].map((id) => ontology.conceptOf(id)!)
    fc.assert(
      fc.property(corpus, title, (texts, asked) => {
        const learn = (list: typeof texts) => {
          const experience = createExperience(ontology)
          for (const [id, text] of list) experience.accept(id, text, [concepts[Number(id.slice(1)) % 3]!])
          return suggestSubjects(asked, ontology, 10, experience)
        }
        expect(learn([...texts].reverse())).toEqual(learn(texts))
      }),
      { numRuns: 25 },
    )
  })
})
