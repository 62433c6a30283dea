import type { PageRequest, Supplement } from '../../kernel/page.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { Alert, Empty, Section } from '../../ui/index.ts'
import { ProfileState, ProfileView } from './profile-view.tsx'
import { type Profile, readProfile } from './read-actions.ts'
import { text } from './text.ts'

/** The way from the list of organisations to what they offer and need. */
export const offersOfOrganisations: Supplement = {
  kind: 'organisations',
  show: async ({ language, link }) => {
    const label = text[language].offersButton
    return {
      id: 'offers',
      label,
      body: (
        <a class="btn" href={link('/offers')}>
          {label}
        </a>
      ),
    }
  },
}

/** What an actor tells of itself, first on its page. */
export const profileOfOrganisation: Supplement = {
  kind: 'organisation',
  show: async (request, id) => {
    const of = await request.perform(readProfile, { id }).catch(unlessRefused)
    if (!of) return undefined
    return {
      id: 'profile',
      sheet: 'network',
      label: text[request.language].title,
      body: <ProfileOf of={of} request={request} />,
    }
  },
}

function ProfileOf({ of, request }: { of: Profile; request: PageRequest }) {
  const { language, link, actor } = request
  const t = text[language]
  const told = of.facts.length > 0
  const path = `/organisations/${of.id}/profile`
  const claim = actor.kind === 'visitor' ? t.claimSignIn : t.claim
  return (
    <Section
      title={t.title}
      id="profile"
      class="profile"
      note={told && <ProfileState of={of} language={language} />}
    >
      {of.exercise && (
        <Alert tone="warm" title={t.exercise}>
          {t.exerciseHelp}
        </Alert>
      )}
      {isAllPrefilled(of) && <p class="note">{t.prefilledAll}</p>}
      {told ? (
        <ProfileView of={isAllPrefilled(of) ? unmarked(of) : of} link={link} language={language} />
      ) : (
        <>
          <Empty title={t.empty}>
            {!of.mine && t.emptyNext} {!of.mine && <a href={link(`${path}/ask`)}>{claim}</a>}
          </Empty>
          {(of.roles.length > 0 || of.contacts > 0) && (
            <ProfileView of={of} link={link} language={language} />
          )}
        </>
      )}
      <div class="actions">
        {of.mine && (
          <a class="btn" href={link(path)}>
            {of.mine === 'keeper' ? t.edit : told ? t.edit : t.fill}
          </a>
        )}
        {!of.mine && told && !of.kept && (
          <span class="note">
            {t.mine} <a href={link(`${path}/ask`)}>{claim}</a>
          </span>
        )}
        {told && <a href={link('/offers')}>{t.offersLink}</a>}
      </div>
    </Section>
  )
}

const isAllPrefilled = (of: Profile): boolean => of.facts.length > 0 && of.facts.every((f) => f.prefilled)

/** What is true of every fact is said once, not beside each. */
const unmarked = (of: Profile): Profile => ({
  ...of,
  facts: of.facts.map((f) => ({ ...f, prefilled: false })),
})
