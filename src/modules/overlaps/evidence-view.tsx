import { formatCount, type Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Bar } from '../../ui/index.ts'
import { facetLabel } from '../projects/index.ts'
import type { Evidence, NamedConcept, SharedWord } from './neighbours.ts'
import { text } from './text.ts'

type Shown = { language: Language; link: (path: string) => string }

/** Words that are told at once; the rest tell ever less. */
const wordsTold = 4

export const labelOf = (concept: NamedConcept, language: Language): string => concept[language] || concept.fi

/** The share in whole percent: more would feign what is not known. */
export const percentOf = (likeness: number): number => Math.round(100 * likeness)

export function Likeness({ likeness, language }: { likeness: number; language: Language }) {
  return (
    <div class="near-likeness">
      <span class="vh">{text[language].likeness} </span>
      <b class="num">{formatCount(percentOf(likeness), language)} %</b>
      <Bar value={1} part={likeness} max={1} />
    </div>
  )
}

/** What two things share: words and meanings with the words that gave them, actors, region, time. */
export function EvidenceView({ evidence, language, link }: Shown & { evidence: Evidence }) {
  const t = text[language]
  const { words, actors, regions, time } = evidence
  return (
    <dl class="near-evidence">
      {words.length > 0 && (
        <div>
          <dt>{t.shares}</dt>
          <dd>
            <ul class="near-words">
              {words.slice(0, wordsTold).map((word) => (
                <li>
                  <Word word={word} language={language} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      {actors.length > 0 && (
        <div>
          <dt>{t.sameActors}</dt>
          <dd>
            {actors.map((actor, i) => (
              <>
                {i > 0 && ', '}
                <a href={link(`/organisations/${actor.id}`)}>{actor.name}</a>
              </>
            ))}
          </dd>
        </div>
      )}
      {regions.length > 0 && (
        <div>
          <dt>{t.sameRegion}</dt>
          <dd>{regions.map((region) => facetLabel('region', region, language)).join(', ')}</dd>
        </div>
      )}
      {time && (
        <div>
          <dt>{t.sameTime}</dt>
          <dd class="num">
            {formatDay(time.from, language)}–{formatDay(time.to, language)}
          </dd>
        </div>
      )}
    </dl>
  )
}

/** "kiertotalous ”cirkulär ekonomi” – ”kiertotalouden”": the meaning, and the words of each text that name it. */
function Word({ word: { concept, here, there }, language }: { word: SharedWord; language: Language }) {
  const t = text[language]
  const name = concept ? labelOf(concept, language) : there[0]!
  const said = (words: readonly string[]) => `”${words.join(', ')}”`
  const same = said(here).toLowerCase() === said(there).toLowerCase()
  if (same && said(here).toLowerCase() === said([name]).toLowerCase()) return <b>{name}</b>
  return (
    <>
      <b>{name}</b>{' '}
      <span class="quiet">
        <span class="vh">{t.here} </span>
        {said(here)}
        {!same && (
          <>
            {' – '}
            <span class="vh">{t.there} </span>
            {said(there)}
          </>
        )}
      </span>
    </>
  )
}

/** The same in one line, for a file. */
export const wordsInLine = ({ words }: Evidence, language: Language): string =>
  words
    .slice(0, wordsTold)
    .map(({ concept, there }) => (concept ? labelOf(concept, language) : there[0]!))
    .join(', ')
