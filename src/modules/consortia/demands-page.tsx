import { coverWords } from '../../engine/network/cover/index.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { Empty, PageHead, Section } from '../../ui/index.ts'
import { copyDemands, getAction, listAction } from './consortium-actions.ts'
import { dropDemand, dropExclusion } from './demand-actions.ts'
import { codeChoices } from './demand-form.tsx'
import { demandKinds } from './demand-kinds.ts'
import { formText } from './form-text.ts'
import { crumbsOf } from './frame.tsx'
import type { ExclusionRow } from './record.ts'
import { pathOf } from './rights.ts'
import { text } from './text.ts'

/** Which kind of demand: each has a form that asks only what it needs. */
async function kindsPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const f = formText[language]
  const { consortium } = await request.perform(getAction, { consortium: params.id })
  return {
    as: 'page',
    sheet: 'consortia',
    title: f.newDemand,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, consortium, f.newDemand),
    body: (
      <>
        <PageHead title={f.kindTitle} />
        <ul class="ruled">
          {demandKinds.map((kind) => (
            <li>
              <a href={link(`${pathOf(consortium.id)}/demands/new/${kind}`)} class="cons-kind">
                {coverWords[language].asks[kind]}
              </a>
              <span class="sub">{f.kindHelp[kind]}</span>
            </li>
          ))}
        </ul>
      </>
    ),
  }
}

const namesIn = (
  { by, codes }: ExclusionRow,
  request: PageRequest,
  known: ReadonlyMap<string, string>,
): string => {
  const choices = codeChoices(by, request.language)
  return codes
    .map((code) => choices.find(({ value }) => value === code)?.label ?? known.get(code) ?? code)
    .join(', ')
}

/** All demands and exclusions, with what may be done to each. */
async function demandsPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const [t, f, words] = [text[language], formText[language], coverWords[language]]
  const kept = await request.perform(getAction, { consortium: params.id })
  const { consortium, demands, exclusions } = kept
  const others = (await request.perform(listAction, {})).items.filter(
    (c) => c.id !== consortium.id && c.callName !== null && c.callName === consortium.callName,
  )
  const home = link(pathOf(consortium.id))
  const drop = (what: string, id: string, name: string) =>
    kept.may.gather && (
      <form method="post" action={`${home}/end-${what}`}>
        <input type="hidden" name={what} value={id} />
        <button class="btn" type="submit">
          {f.remove}
          <span class="vh">: {name}</span>
        </button>
      </form>
    )
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.demands,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, consortium, t.demands),
    body: (
      <>
        <PageHead title={t.demands} />
        <Section title={t.demand} note={kept.may.gather && <a href={`${home}/demands/new`}>{t.addDemand}</a>}>
          {demands.length === 0 ? (
            <Empty title={t.noDemands}>{t.noDemandsNext}</Empty>
          ) : (
            <ul class="cons-steps">
              {demands.map((d) => (
                <li>
                  <span>
                    {d.name}
                    <span class="sub">
                      {[
                        words.asks[d.asks.kind],
                        words.count(d.need, d.counted),
                        d.must ? '' : t.wished,
                        words.enough[d.enough],
                        d.source,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                  <span class="cons-how">
                    {kept.may.gather && 'subjects' in d.asks && (
                      <a class="btn" href={`${home}/demands/${d.id}/subjects`}>
                        {f.subjects}
                        <span class="vh">: {d.name}</span>
                      </a>
                    )}
                    {kept.may.gather && (
                      <a class="btn" href={`${home}/demands/${d.id}/edit`}>
                        {f.change}
                        <span class="vh">: {d.name}</span>
                      </a>
                    )}
                    {drop('demand', d.id, d.name)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section
          title={f.exclusions}
          note={kept.may.gather && <a href={`${home}/exclusions/new`}>{f.exclusion}</a>}
        >
          {exclusions.length === 0 ? (
            <p class="quiet">{f.noExclusions}</p>
          ) : (
            <ul class="cons-steps">
              {exclusions.map((x) => (
                <li>
                  <span>
                    {namesIn(x, request, new Map(kept.partners.map((p) => [p.organisation ?? '', p.name])))}:{' '}
                    {x.most === 0 ? f.notIn : f.atMost(formatCount(x.most, language))}
                    <span class="sub">{x.reason}</span>
                  </span>
                  <span class="cons-how">{drop('exclusion', x.id, x.reason)}</span>
                </li>
              ))}
            </ul>
          )}
        </Section>
        {kept.may.gather && others.length > 0 && (
          <Section title={f.copy}>
            <form method="post" action={`${home}/copy-demands`} class="actions">
              <label>
                {f.from}{' '}
                <select name="from">
                  {others.map((c) => (
                    <option value={c.id}>{c.title}</option>
                  ))}
                </select>
              </label>
              <button class="btn" type="submit">
                {f.copy}
              </button>
            </form>
          </Section>
        )}
      </>
    ),
  }
}

const deed = (
  name: string,
  field: string,
  run: (request: PageRequest, id: string, of: string) => Promise<{ path: string }>,
): Page => ({
  method: 'POST',
  path: `/consortia/{id}/${name}`,
  run: async (request) => {
    const of = (await request.form()).get(field) ?? ''
    return { as: 'redirect', to: request.link((await run(request, request.params.id ?? '', of)).path) }
  },
})

export const demandPages: readonly Page[] = [
  { method: 'GET', path: '/consortia/{id}/demands', run: demandsPage },
  { method: 'GET', path: '/consortia/{id}/demands/new', run: kindsPage },
  deed('end-demand', 'demand', (r, consortium, demand) => r.perform(dropDemand, { consortium, demand })),
  deed('end-exclusion', 'exclusion', (r, consortium, exclusion) =>
    r.perform(dropExclusion, { consortium, exclusion }),
  ),
  deed('copy-demands', 'from', (r, consortium, from) => r.perform(copyDemands, { consortium, from })),
]
