import { probabilityOfName } from '../../engine/matching/index.ts'
import { centsOf } from '../../kernel/money.ts'
import { formatCount, formatDecimal, type Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { changed, fromRow, kept } from '../../kernel/view-address.ts'
import { Chips, Empty, Facets, inWords, Menu, Pager } from '../../ui/index.ts'
import { EvidenceList, ReasonTags, reasonName, Side, schemeLabel } from './pair-view.tsx'
import { type QueueView, queuePath } from './queue-address.ts'
import type { ReviewPair } from './review-queries.ts'
import { pairSorts } from './rules.ts'
import { text } from './text.ts'

export const pageSize = 20

export type ReviewProps = {
  found: { items: readonly ReviewPair[]; total: number; reasons: Record<string, number> }
  view: QueueView
  params: URLSearchParams
  link: (path: string) => string
  language: Language
}

/** The queue itself: filters beside, pairs one after another, and what can be done with the ticked ones. */
export function ReviewView(props: ReviewProps) {
  const { found, view, params, link, language } = props
  const t = text[language]
  const path = link(queuePath)
  const own = new URLSearchParams(kept(params, ['act', 'left', 'undone']))
  const open = view.state === 'open'
  return (
    <div class="with-facets">
      <Facets
        action={path}
        facets={[
          {
            kind: 'options',
            name: 'reason',
            legend: t.reason,
            options: Object.entries(found.reasons)
              .sort(([, a], [, b]) => b - a)
              .map(([value, count]) => ({
                value,
                label: reasonName(value, language),
                count,
                checked: view.reason.includes(value),
              })),
          },
        ]}
        keep={kept(own, ['reason'])}
        applied={view.reason.length}
        language={language}
      />
      <div class="results">
        <div class="results-head">
          <p role="status">
            <b class="num">{formatCount(found.total, language)}</b> {t.pairsFound(found.total === 1)}
          </p>
          {open && (
            <div class="actions">
              <Menu
                label={`${t.sort}: ${t.sorts[view.sort]}`}
                groups={[
                  pairSorts.map((sort) => ({
                    href: changed(path, own, { sort: sort === '-money' ? undefined : sort }),
                    label: t.sorts[sort],
                  })),
                ]}
                note={t.atStakeHelp}
              />
            </div>
          )}
        </div>
        <Chips
          items={view.reason.map((kind) => ({
            label: reasonName(kind, language),
            href: changed(path, own, { reason: view.reason.filter((k) => k !== kind) }),
          }))}
          clear={changed(path, own, { reason: undefined })}
          language={language}
        />
        {found.items.length === 0 ? (
          <Empty title={t.none}>
            {t.noneNext} <a href={link('/sources/new')}>{t.toSources}</a>
          </Empty>
        ) : (
          <Pairs {...props} own={own} path={path} />
        )}
      </div>
    </div>
  )
}

function Pairs({
  found,
  view,
  link,
  language,
  own,
  path,
}: ReviewProps & { own: URLSearchParams; path: string }) {
  const t = text[language]
  const search = own.toString()
  return (
    <pair-queue id="queue" data-words={JSON.stringify(t.keys)}>
      {view.state === 'open' && (
        <>
          <p class="note keys-note">
            <b>{t.keysHint}</b> {t.keysList}
          </p>
          <form id="ticks" class="tick-bar" action={link(`${queuePath}/decide`)}>
            <input type="hidden" name="back" value={search} />
            {found.items.map((pair) => (
              <input type="hidden" name="shown" value={pair.id} />
            ))}
            <label class="ck">
              <input type="checkbox" name="all" value="1" />
              <span>{t.tickAll}</span>
            </label>
            <button class="btn" type="submit" name="decision" value="same">
              {t.mergeTicked}
            </button>
            <button class="btn" type="submit" name="decision" value="different">
              {t.keepTicked}
            </button>
          </form>
        </>
      )}
      {found.items.map((pair, i) => (
        <Pair
          pair={pair}
          next={(found.items[i + 1] ?? found.items[i - 1])?.id}
          search={search}
          link={link}
          language={language}
        />
      ))}
      <Pager
        offset={view.offset}
        size={pageSize}
        total={found.total}
        at={fromRow(path, own)}
        language={language}
      />
    </pair-queue>
  )
}

type PairProps = {
  pair: ReviewPair
  /** Where one goes on from here when it is settled. */
  next: string | undefined
  search: string
  link: (path: string) => string
  language: Language
}

function Pair({ pair, next, search, link, language }: PairProps) {
  const t = text[language]
  const names = [pair.left.name, pair.right.name] as const
  const stake = { cents: centsOf(pair.atStake), currency: 'EUR' }
  return (
    <article class="pair" id={`p-${pair.id}`} tabIndex={-1} aria-label={t.pairLabel(...names)}>
      {pair.state === 'open' && (
        <label class="ck tick">
          <input type="checkbox" name="id" value={pair.id} form="ticks" aria-label={t.tickPair(...names)} />
          <span aria-hidden="true">{t.tick}</span>
        </label>
      )}
      <div class="pair-sides">
        <Side side={pair.left} link={link} language={language} />
        <Side side={pair.right} link={link} language={language} />
      </div>
      <p class="note">
        {t.probability(formatDecimal(probabilityOfName(pair.score) * 100, language, 0))}
        {stake.cents > 0n && ` · ${t.atStake(inWords({ amount: stake }, language))}`}
      </p>
      <ReasonTags evidence={pair.evidence} language={language} />
      <EvidenceList evidence={pair.evidence} language={language} />
      {pair.state === 'open' ? (
        <form method="post" action={link(`${queuePath}/${pair.id}`)} class="actions">
          <input type="hidden" name="back" value={search} />
          <input type="hidden" name="next" value={next} />
          <button class="btn" type="submit" name="decision" value="same">
            {t.merge}
          </button>
          <button class="btn" type="submit" name="decision" value="different">
            {t.keepApart}
          </button>
        </form>
      ) : (
        <Settled pair={pair} search={search} link={link} language={language} />
      )}
    </article>
  )
}

/** Who settled it and why, and the way back: this pair alone, or all that the same act settled. */
function Settled({ pair, search, link, language }: Omit<PairProps, 'next'>) {
  const t = text[language]
  const { contradiction, act, decidedAt } = pair
  const who = contradiction ? t.byItself : (pair.decidedBy ?? '')
  return (
    <div class="actions">
      <span class="quiet">
        {decidedAt && t.decided(who, formatInstant(decidedAt, language))}
        {contradiction &&
          `: ${t.differentIds(schemeLabel(contradiction.scheme, language), contradiction.left, contradiction.right)}`}
      </span>
      <form method="post" action={link(`${queuePath}/${pair.id}`)}>
        <input type="hidden" name="back" value={search} />
        <button class="btn" type="submit" name="decision" value="open">
          {t.takeBack}
        </button>
      </form>
      {act && act.pairs > 1 && (
        <form method="post" action={link(`${queuePath}/acts/${act.id}`)}>
          <input type="hidden" name="back" value={search} />
          <button class="btn bare" type="submit">
            {t.undoTogether(act.pairs)}
          </button>
        </form>
      )}
    </div>
  )
}
