import type { PageRequest } from '../../kernel/page.ts'
import { formatCount, type Language, pick } from '../../kernel/text.ts'
import { OriginLink, Scroll, Section } from '../../ui/index.ts'
import { regionByCode } from '../codes/index.ts'
import { ConflictList, ConflictMark } from './conflict-view.tsx'
import type { ToldCell, ToldCover, ToldRow, ToldSuggestion } from './cover-actions.ts'
import type { Kept } from './record.ts'
import { pathOf } from './rights.ts'
import { partnerMachine } from './rules.ts'
import { text } from './text.ts'

export type Ready = Extract<ToldCover, { ready: true }>
export type ViewProps = { kept: Kept; cover: Ready; request: PageRequest }

/** A region by its name; of elsewhere the country. */
export const placeName = (region: string | null, country: string | null, language: Language): string =>
  (region && pick(regionByCode(region)?.name ?? {}, language)?.text) ||
  region ||
  (country && new Intl.DisplayNames([language], { type: 'region' }).of(country)) ||
  ''

const Shown = () => (
  <svg viewBox="0 0 14 14" aria-hidden="true">
    <circle cx="7" cy="7" r="6" fill="var(--mark)" />
  </svg>
)
const Stated = () => (
  <svg viewBox="0 0 14 14" aria-hidden="true">
    <circle cx="7" cy="7" r="5" fill="none" stroke="var(--mark)" stroke-width="2" />
  </svg>
)

/** Where long compounds of names may be broken: columns are narrow. */
const seams =
  /(ammatti|korkea|koulutus|kunta|kaupunki|kehitys|kehittämis|tutkimus|yliopisto|opetus|elinkeino|palvelu|teknologia|yrkes|hög|utbildnings|kommun)(?=\p{Ll}{4})/giu
const softly = (name: string): string => name.replaceAll(seams, '$1\u00AD')

/** What the registry knows of what a demand counts: the country or region. */
export function registered(
  { counted }: Pick<ToldRow, 'counted'>,
  of: { region: string | null; country: string | null } | undefined,
  language: Language,
): string {
  if (!of || counted === 'partners') return ''
  return counted === 'regions' ? placeName(of.region, null, language) : placeName(null, of.country, language)
}

/** What the two marks mean. */
const Legend = ({ language }: { language: Language }) => (
  <ul class="cons-legend">
    <li>
      <Shown /> {text[language].shown}
    </li>
    <li>
      <Stated /> {text[language].stated}
    </li>
  </ul>
)

type CellProps = {
  cell: ToldCell
  href: string | undefined
  request: PageRequest
  /** What the registry says of the organisation, where that is what meets the demand. */
  register?: string
}

/** A dot where something shows it, a ring where it is stated alone; the strongest evidence leads to where it is read. */
export function Mark({ cell, href, register, request: { language, link } }: CellProps) {
  const t = text[language]
  if (cell.state === 'no') return <span class="vh">{t.no}</span>
  const first = cell.facts[0]
  return (
    <>
      {cell.state === 'shown' ? <Shown /> : <Stated />}
      {first?.code && (
        <a href={link(first.href)} class="cons-code" title={first.title}>
          {first.code}
        </a>
      )}
      {!first?.code && href && (
        <a href={href} class="cons-code">
          {cell.register ? register || t.ownRegister : cell.state === 'shown' ? t.evidence.toLowerCase() : ''}
          {cell.state === 'stated' && !cell.register && <span class="vh">{t.evidence}</span>}
        </a>
      )}
      <span class="vh"> {cell.state === 'shown' ? t.shown : t.stated}</span>
    </>
  )
}

/** One bar for each demand: full where it is shown, a frame where it is stated alone, dashed where it is missing. */
function Meter({ rows, language }: { rows: readonly ToldRow[]; language: Language }) {
  const width = Math.min(40, 360 / Math.max(1, rows.length))
  const count = (...states: ToldRow['state'][]) =>
    formatCount(rows.filter(({ state }) => states.includes(state)).length, language)
  const order = ['met', 'stated', 'partly', 'missing']
  const sorted = rows.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return (
    <svg
      class="cons-meter"
      viewBox="0 0 362 26"
      role="img"
      aria-label={text[language].meter(count('met'), count('stated'), count('partly', 'missing'))}
    >
      {sorted.map(({ state }, i) => (
        <rect
          class={`cons-bar-${state}`}
          x={1 + i * width}
          y={4}
          width={Math.max(2, width - 3)}
          height={18}
        />
      ))}
    </svg>
  )
}

/** How far the demands are met, in words and as a meter. */
export function Summary({ kept, cover, request: { language, link } }: ViewProps) {
  const t = text[language]
  const [first = '', ...rest] = cover.summary.split(/(?<=\.) /)
  const unmet = rest.findIndex((_, i) => i > 0 || !cover.rows.some(({ state }) => state === 'stated'))
  return (
    <div class="cons-summary">
      <p class="say say-2">
        <b>{first}</b>
        <OriginLink
          href={link(`${pathOf(kept.consortium.id)}/provenance`)}
          about={t.summaryAbout}
          language={language}
        />{' '}
        {rest.map((sentence, i) => (
          <>{i === unmet && unmet >= 0 ? <b class="warm">{sentence}</b> : sentence} </>
        ))}
      </p>
      <Meter rows={cover.rows} language={language} />
    </div>
  )
}

/** Demands as rows, partners as columns, and the best next partner as a column beside them. */
export function CoverMatrix({ kept, cover, request }: ViewProps) {
  const { language, link } = request
  const t = text[language]
  const home = link(pathOf(kept.consortium.id))
  const best: ToldSuggestion | undefined = cover.suggestions[0]
  return (
    <Section title={t.matrix} id="matrix" note={<Legend language={language} />} class="cons-matrix">
      <Scroll label={t.matrix}>
        <table class="tbl cons-table">
          <caption class="vh">{t.matrixCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.demand}</th>
              {cover.columns.map((column) => (
                <th scope="col">
                  <span class="cons-name">
                    {column.organisation ? (
                      <a href={`${home}/organisations/${column.organisation}`}>{softly(column.name)}</a>
                    ) : (
                      softly(column.name)
                    )}
                  </span>
                  <span class="sub">
                    {placeName(column.region, column.country, language)}
                    <br />
                    {column.lead
                      ? t.leads
                      : column.state && partnerMachine.states[column.state][language].toLowerCase()}
                  </span>
                  {column.conflicts.length > 0 && <ConflictMark language={language} />}
                </th>
              ))}
              {best && (
                <th scope="col" class="cons-ghost">
                  <span class="cons-name">+ {softly(best.name)}</span>
                  <span class="sub">
                    {placeName(best.region, best.country, language)}
                    <br />
                    {t.wouldBe}
                  </span>
                  {best.conflicts.length > 0 && <ConflictMark language={language} />}
                </th>
              )}
              <th scope="col" class="cons-state">
                {t.state}
              </th>
            </tr>
          </thead>
          <tbody>
            {cover.rows.map((row) => (
              <tr class={row.state === 'missing' || row.state === 'partly' ? 'cons-missing' : undefined}>
                <th scope="row">
                  {row.name}
                  <span class="sub">{[row.source, !row.must && t.wished].filter(Boolean).join(' · ')}</span>
                </th>
                {row.cells.map((cell, i) => (
                  <td>
                    <Mark
                      cell={cell}
                      href={
                        cover.columns[i]?.organisation
                          ? `${home}/organisations/${cover.columns[i].organisation}`
                          : undefined
                      }
                      register={registered(row, cover.columns[i], language)}
                      request={request}
                    />
                  </td>
                ))}
                {best && row.next && (
                  <td class="cons-ghost">
                    <Mark
                      cell={row.next}
                      href={`${home}/organisations/${best.organisation}`}
                      register={registered(row, best, language)}
                      request={request}
                    />
                  </td>
                )}
                <td class="cons-state">{row.state === 'met' ? row.said : <b class="warm">{row.said}</b>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <ConflictList of={[...cover.columns, ...(best ? [best] : [])]} language={language} />
      {kept.may.gather && (
        <p class="note">
          <a href={`${home}/demands/new`}>{t.addDemand}</a> ·{' '}
          <a href={`${home}/partners/new`}>{t.addPartner}</a> · <a href={`${home}/demands`}>{t.demands}</a>
        </p>
      )}
    </Section>
  )
}
