import type { Actor } from '../kernel/actor.ts'
import { localPath, type PageAnswer } from '../kernel/page.ts'
import { httpStatusOf, type Refusal } from '../kernel/refusal.ts'
import type { Language } from '../kernel/text.ts'
import { peopleText as people, securityText } from '../modules/people/index.ts'
import { Alert, PageHead } from '../ui/index.ts'
import { text } from './text.ts'

type Told = Extract<PageAnswer, { as: 'page' }>

export function missingPage(language: Language): Told {
  const t = text[language]
  return {
    as: 'page',
    title: t.missing,
    status: 404,
    body: (
      <>
        <PageHead title={t.missing} lead={t.missingLead} />
        <p>
          <a class="btn" href={localPath(language, '/projects')}>
            {t.toSearch}
          </a>
        </p>
      </>
    ),
  }
}

/** What a refusal says when no form is there to take it back: the reason and the next step. */
export function refusalPage(refusal: Refusal, language: Language, actor: Actor, path?: string): Told {
  if (refusal.kind === 'missing' && refusal.complaints.length === 0) return missingPage(language)
  const t = text[language]
  const asleep = refusal.kind === 'forbidden' && actor.kind === 'person' && actor.asleep
  const title =
    refusal.kind === 'forbidden' ? t.forbidden : refusal.kind === 'missing' ? t.missing : t.refused
  return {
    as: 'page',
    title,
    status: httpStatusOf(refusal.kind),
    body: (
      <>
        <PageHead title={title} />
        {refusal.complaints.map((complaint) => (
          <p>{complaint.text[language]}</p>
        ))}
        {asleep && (
          <Alert tone="warm" title={securityText[language].asleep}>
            <p>
              <a class="btn main" href={localPath(language, '/account')}>
                {securityText[language].toAccount}
              </a>
            </p>
          </Alert>
        )}
        {refusal.kind === 'forbidden' && actor.kind === 'visitor' && (
          <p>
            <a
              class="btn main"
              href={`${localPath(language, '/sign-in')}${path ? `?to=${encodeURIComponent(path)}` : ''}`}
            >
              {people[language].signIn}
            </a>
          </p>
        )}
      </>
    ),
  }
}

export function faultPage(language: Language, requestId: string | null): Told {
  const t = text[language]
  return {
    as: 'page',
    title: t.fault,
    status: 500,
    body: (
      <>
        <PageHead title={t.fault} lead={t.faultLead} />
        {requestId && <p class="note">{t.faultId(requestId)}</p>}
      </>
    ),
  }
}
