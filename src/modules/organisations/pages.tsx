import { probability } from '../../engine/matching/index.ts'
import type { Page, PageRequest } from '../../kernel/page.ts'
import { formatCount, formatDecimal } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Empty, PageHead, Pager, Tabs } from '../../ui/index.ts'
import { EvidenceList, Side } from './pair-view.tsx'
import { keepApart, mergePair, pairs, reopenPair } from './review-actions.ts'
import { text } from './text.ts'

const path = '/organisations/duplicates'
const size = 20
const states = ['open', 'same', 'different'] as const
type State = (typeof states)[number]

const stateOf = (asked: string | null): State => states.find((s) => s === asked) ?? 'open'

async function reviewPage(request: PageRequest) {
  const t = text[request.language]
  const state = stateOf(request.url.searchParams.get('state'))
  const offset = Math.max(0, Number(request.url.searchParams.get('offset')) || 0)
  const found = await request.perform(pairs, { state, limit: size, offset })
  const address = (s: State, from = 0) =>
    request.link(`${path}?state=${s}${from > 0 ? `&offset=${from}` : ''}`)
  return {
    as: 'page' as const,
    title: t.duplicates,
    nav: 'organisations',
    robots: 'noindex' as const,
    crumbs: [{ text: t.organisations, href: request.link('/organisations') }, { text: t.duplicates }],
    body: (
      <>
        <PageHead title={t.duplicates} lead={t.lead} />
        <Tabs
          label={t.states}
          items={states.map((s) => ({
            href: address(s),
            label: t[s],
            count: formatCount(found.counts[s] ?? 0, request.language),
            current: s === state,
          }))}
        />
        {found.items.length === 0 && (
          <Empty title={t.none}>
            {t.noneNext} <a href={request.link('/sources/new')}>{t.toSources}</a>
          </Empty>
        )}
        {found.items.map((pair) => (
          <article class="pair" aria-label={t.pairLabel(pair.left.name, pair.right.name)}>
            <div class="pair-sides">
              <Side side={pair.left} language={request.language} />
              <Side side={pair.right} language={request.language} />
            </div>
            <p class="note">
              {t.probability(formatDecimal(probability(pair.score) * 100, request.language, 1))}
            </p>
            <EvidenceList evidence={pair.evidence} language={request.language} />
            <form method="post" action={request.link(`${path}/${pair.id}`)} class="actions">
              <input type="hidden" name="back" value={request.url.search} />
              {state === 'open' ? (
                <>
                  <button class="btn" type="submit" name="decision" value="same">
                    {t.merge}
                  </button>
                  <button class="btn" type="submit" name="decision" value="different">
                    {t.keepApart}
                  </button>
                </>
              ) : (
                <>
                  <span class="quiet">
                    {pair.decidedAt &&
                      t.decided(pair.decidedBy ?? '', formatInstant(pair.decidedAt, request.language))}
                  </span>
                  <button class="btn" type="submit" name="decision" value="open">
                    {t.takeBack}
                  </button>
                </>
              )}
            </form>
          </article>
        ))}
        {found.total > size && (
          <Pager
            from={offset + 1}
            to={Math.min(offset + size, found.total)}
            total={found.total}
            size={size}
            previous={offset > 0 ? address(state, Math.max(0, offset - size)) : undefined}
            next={offset + size < found.total ? address(state, offset + size) : undefined}
            language={request.language}
          />
        )}
      </>
    ),
  }
}

const deeds = { same: mergePair, different: keepApart, open: reopenPair } as const

export const pages: readonly Page[] = [
  { method: 'GET', path, run: reviewPage },
  {
    method: 'POST',
    path: `${path}/{id}`,
    run: async (request) => {
      const form = await request.form()
      const deed = deeds[stateOf(form.get('decision') ?? null)]
      await request.perform(deed, { id: request.params.id })
      const back = new URLSearchParams(form.get('back') ?? '')
      return { as: 'redirect', to: request.link(`${path}?state=${stateOf(back.get('state'))}`) }
    },
  },
]
