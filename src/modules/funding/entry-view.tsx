import type { PageRequest } from '../../kernel/page.ts'
import { type Names, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Alert, Facts, InLanguage, PageHead, Section, Tag } from '../../ui/index.ts'
import type { ListedFunding } from './actions.ts'
import { deadlineShown, moneyShown, plainText, stateLook } from './shown.ts'
import { text } from './text.ts'

type Props = { funding: ListedFunding; mayKeep: boolean; request: Pick<PageRequest, 'language' | 'link'> }

export function FundingView({ funding: f, mayKeep, request }: Props) {
  const { language, link } = request
  const t = text[language]
  return (
    <>
      <PageHead
        over={[t.levels[f.level], f.programme].filter(Boolean).join(' · ')}
        title={<InLanguage names={f.title} language={language} />}
        state={
          <>
            <Tag {...stateLook[f.state]}>{t.states[f.state]}</Tag>
            {f.archived && (
              <Tag tone="plain" sign="stopped">
                {t.archived}
              </Tag>
            )}
            {f.closes_on && f.state !== 'closed' && <span>{t.ends(deadlineShown(f, language))}</span>}
          </>
        }
        actions={
          <>
            {f.link && (
              <a class="btn main" href={f.link} rel="nofollow noopener">
                {t.apply}
              </a>
            )}
            {f.closes_on && (
              <a class="btn" href={link(`${f.path}/deadline.ics`)}>
                {t.download}
              </a>
            )}
          </>
        }
      />
      <Stale funding={f} language={language} />
      {mayKeep && <Keeping funding={f} request={request} />}
      <Facts items={factsOf(f, mayKeep, language)} language={language} />
      <Said title={t.about} names={f.summary} language={language} />
      <Said title={t.moreOnApplicants} names={f.applicant_text} language={language} />
      {f.money_text && (
        <Section title={t.moneyText}>
          <div class="prose" lang={f.language === language ? undefined : f.language}>
            <Paragraphs of={f.money_text} />
          </div>
        </Section>
      )}
      <p class="note">
        <a href={`/api/common-grants/opportunities/${f.id}`}>{t.machine}</a>
      </p>
    </>
  )
}

type Speaks = { language: PageRequest['language'] }

function Stale({ funding: f, language }: { funding: ListedFunding } & Speaks) {
  const t = text[language]
  if (!f.stale) return null
  // Its stage is open still, so a closed state is a deadline that has passed.
  const passed = f.state === 'closed' && f.closes_on
  return (
    <Alert tone="warm" title={t.stale}>
      {passed
        ? t.staleBecause.passed(formatDay(passed, language))
        : t.staleBecause.unchecked(formatDay(f.checked_on, language))}
    </Alert>
  )
}

/** What those who keep the catalogue do with the entry. */
function Keeping({ funding: f, request }: Pick<Props, 'funding' | 'request'>) {
  const { language, link } = request
  const t = text[language]
  const path = link(f.path)
  return (
    <div class="actions">
      <form method="post" action={`${path}/check`}>
        <button class="btn" type="submit">
          {t.check}
        </button>
      </form>
      <a class="btn" href={`${path}/edit`}>
        {t.edit}
      </a>
      <form method="post" action={`${path}/archive`}>
        <button class="btn bare" type="submit" name="archived" value={f.archived ? 'no' : 'yes'}>
          {f.archived ? t.restore : t.archive}
        </button>
      </form>
    </div>
  )
}

function factsOf(f: ListedFunding, mayKeep: boolean, language: PageRequest['language']) {
  const t = text[language]
  const money = (amount: string | null) => amount && moneyShown(amount, f.currency, language)
  const perAward = [money(f.amount_min), money(f.amount_max)].filter(Boolean)
  const checked = formatDay(f.checked_on, language)
  const address = (href: string) => (
    <a href={href} rel="nofollow noopener" class="breaks">
      {href}
    </a>
  )
  const told = [
    [t.funder, f.funder],
    [t.programme, f.programme],
    [t.level, t.levels[f.level]],
    [t.whoMay, f.applicants.map((a) => t.applicants[a]).join(', ')],
    [t.opens, f.opens_on && formatDay(f.opens_on, language)],
    [t.deadline, deadlineShown(f, language)],
    [t.aidRate, f.aid_rate && t.upTo(f.aid_rate.replace('.', language === 'en' ? '.' : ','))],
    [t.perAward, [...new Set(perAward)].join(' – ')],
    [t.total, money(f.amount_total)],
    [t.awards, f.awards === null ? null : String(f.awards)],
    [t.region, f.region],
    [t.themes, f.themes.join(', ')],
    [t.source, f.read_from ? address(f.read_from) : f.from_file ? f.source : f.link && address(f.link)],
    [t.identity, f.from_file ? f.external_id : null],
    [t.checked, mayKeep && f.checker ? t.checkedBy(checked, f.checker) : checked],
  ] as const
  return told.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

function Said({ title, names, language }: { title: string; names: Names } & Speaks) {
  const said = pick(names, language)
  if (!said) return null
  return (
    <Section title={title}>
      <div class="prose" lang={said.language === language ? undefined : said.language}>
        <Paragraphs of={said.text} />
      </div>
    </Section>
  )
}

function Paragraphs({ of }: { of: string }) {
  return (
    <>
      {plainText(of)
        .split(/\n+/)
        .filter((p) => p.trim())
        .map((p) => (
          <p>{p}</p>
        ))}
    </>
  )
}
