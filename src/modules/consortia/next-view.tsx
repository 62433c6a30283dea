import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { Empty, Section } from '../../ui/index.ts'
import { bestText } from './best-text.ts'
import { ConflictLines } from './conflict-view.tsx'
import type { ToldFact, ToldReason, ToldSuggestion } from './cover-actions.ts'
import { placeName, type ViewProps } from './cover-view.tsx'
import { pathOf } from './rights.ts'
import { text } from './text.ts'

/** A fact by its code or title, with its money, as the way to where it is read. */
export function FactLink({ fact, request: { language, link } }: { fact: ToldFact; request: PageRequest }) {
  return (
    <>
      <a href={link(fact.href)} title={fact.title}>
        {fact.code ?? fact.title}
      </a>
      {fact.money && <span class="num"> {formatAmount(centsOf(fact.money), language)} €</span>}
    </>
  )
}

/** Reasons in words, each with what shows it. */
export function Reasons({ reasons, request }: { reasons: readonly ToldReason[]; request: PageRequest }) {
  return (
    <ul class="cons-reasons">
      {reasons.map(({ said, facts }) => (
        <li>
          {said}
          {facts.length > 0 && (
            <span class="sub">
              {facts.map((fact, i) => (
                <>
                  {i > 0 && ', '}
                  <FactLink fact={fact} request={request} />
                </>
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Where the points of a suggestion come from: they add up to its score. */
export function Points({ of, request: { language } }: { of: ToldSuggestion; request: PageRequest }) {
  const t = text[language]
  return (
    <details class="cons-points">
      <summary>
        {t.whyPoints}: {t.points(formatCount(of.score, language))}
      </summary>
      <ul>
        {of.reasons.map(({ said, points }) => (
          <li>
            <span>{said}</span>
            <span class="num">{points > 0 ? `+${points}` : `−${-points}`}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The button that takes an organisation in as a proposed partner. */
export const Propose = ({
  organisation,
  name,
  home,
  main,
  request: { language },
}: {
  organisation: string
  name: string
  home: string
  main?: boolean
  request: PageRequest
}) => (
  <form method="post" action={`${home}/propose`}>
    <input type="hidden" name="organisation" value={organisation} />
    <button class={main ? 'btn main' : 'btn'} type="submit">
      {text[language].take}
      <span class="vh">: {name}</span>
    </button>
  </form>
)

/** Whom to ask next, and after that; and what nobody adds. */
export function NextPartners({ kept, cover, request }: ViewProps) {
  const { language, link } = request
  const t = text[language]
  const home = link(pathOf(kept.consortium.id))
  const [best, ...then] = cover.suggestions
  const all = cover.suggestions.slice(0, 4).map((one) => `with=${one.organisation}`)
  return (
    <aside class="cons-next">
      <Section title={t.bestNext} id="next">
        {cover.full && <Empty title={t.full} />}
        {!best && !cover.full && <Empty title={t.nobodyToAsk} />}
        {best && (
          <div class="cons-best">
            <h3>
              <a href={`${home}/organisations/${best.organisation}`}>{best.name}</a>
            </h3>
            <p class="quiet">{placeName(best.region, best.country, language)}</p>
            <Reasons
              reasons={best.reasons.filter(({ points }) => points > 0).slice(0, 4)}
              request={request}
            />
            <ConflictLines conflicts={best.conflicts} />
            <p class="note">
              {t.meetsOf(formatCount(best.meets, language), formatCount(best.fills, language))}.{' '}
              {!best.asked && t.notAsked}
            </p>
            <div class="actions">
              {kept.may.gather && (
                <Propose
                  organisation={best.organisation}
                  name={best.name}
                  home={home}
                  main
                  request={request}
                />
              )}
              <a class="btn" href={`${home}/compare?${all.join('&')}`}>
                {t.compare}
              </a>
            </div>
            <Points of={best} request={request} />
          </div>
        )}
        {then.length > 0 && (
          <>
            <h3 class="cons-then">{t.afterThat}</h3>
            <ol class="cons-list">
              {then.map((one) => (
                <li>
                  <a href={`${home}/organisations/${one.organisation}`}>{one.name}</a>
                  <span class="note">
                    {one.reasons[0]?.said}
                    {one.reasons[0]?.facts[0]?.code && `, ${one.reasons[0].facts[0].code}`}
                  </span>
                  <ConflictLines conflicts={one.conflicts} />
                </li>
              ))}
            </ol>
            <p class="note">{t.outOf(formatCount(cover.among, language))}</p>
          </>
        )}
        {kept.may.gather && (
          <p>
            <a href={`${home}/best`}>{bestText[language].find}</a>
          </p>
        )}
      </Section>
      {cover.nobody.length > 0 && (
        <Section title={t.nobody} id="nobody">
          {cover.nobody.map(({ name, said }) => (
            <div class="empty">
              <b class="warm">{name}</b>
              <br />
              {said.charAt(0).toUpperCase() + said.slice(1)}
            </div>
          ))}
        </Section>
      )}
    </aside>
  )
}
