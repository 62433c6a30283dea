import type { SheetFault } from '../../engine/assessment/index.ts'
import type { Complaint } from '../../kernel/refusal.ts'
import { inEach, type Language, pick, words } from '../../kernel/text.ts'
import type { Lack } from './guards.ts'
import type { Judged } from './judged.ts'

const lackWords = words(
  {
    missing: 'Hakemuksella ei ole arviointia, tai sinulla ei ole siihen oikeutta.',
    state: 'Arviointi on jo siirtynyt toiseen vaiheeseen. Lataa sivu uudelleen.',
    withdrawn: 'Hakija on perunut hakemuksen, joten sitä ei enää arvioida.',
    'no-template': 'Haulla ei ole vahvistettuja valintaperusteita. Valitse ne haun asetuksissa.',
    'no-failure':
      'Yhtään yleistä valintaperustetta ei ole merkitty täyttymättömäksi. Merkitse se perusteluineen ensin.',
    'not-all-given': 'Kaikki arvioijat eivät ole vielä antaneet pisteitä.',
    opened: 'Pisteet on jo avattu muille, joten arvioijaa ei voi enää vapauttaa.',
    'sheet-state': 'Arviointilomake on jo siirtynyt toiseen vaiheeseen. Lataa sivu uudelleen.',
    unchecked: (names: string) => `Tarkastamatta: ${names}.`,
    failed: (names: string) => `Ei täyty: ${names}.`,
    'not-enough': (n: number) =>
      n === 1 ? 'Yhdet pisteet puuttuvat.' : `Pisteet puuttuvat ${n} arvioijalta.`,
    barred: (names: string) =>
      `Näiden arvioijien esteettömyyttä ei ole vahvistettu tai he ovat esteellisiä: ${names}.`,
    'no-score': (name: string) => `${name}: anna pisteet.`,
    'not-on-scale': (name: string) => `${name}: pisteet eivät ole asteikolla.`,
    'no-reason': (name: string) => `${name}: perustele pisteet.`,
    unknown: (name: string) => `${name}: perustetta ei ole tässä haussa.`,
  },
  {
    sv: {
      missing: 'Ansökan har ingen bedömning, eller så har du inte rätt till den.',
      state: 'Bedömningen har redan gått till ett annat skede. Ladda om sidan.',
      withdrawn: 'Sökanden har återtagit ansökan, så den bedöms inte längre.',
      'no-template': 'Utlysningen saknar fastställda urvalskriterier. Välj dem i utlysningens inställningar.',
      'no-failure':
        'Inget allmänt urvalskriterium är antecknat som ouppfyllt. Anteckna det först med motivering.',
      'not-all-given': 'Alla bedömare har inte gett sina poäng ännu.',
      opened: 'Poängen har redan öppnats för de andra, så bedömaren kan inte längre befrias.',
      'sheet-state': 'Bedömningsblanketten har redan gått till ett annat skede. Ladda om sidan.',
      unchecked: (names) => `Inte kontrollerat: ${names}.`,
      failed: (names) => `Uppfylls inte: ${names}.`,
      'not-enough': (n) => (n === 1 ? 'En bedömares poäng saknas.' : `Poäng saknas från ${n} bedömare.`),
      barred: (names) => `Dessa bedömares jävfrihet är inte bekräftad eller så är de jäviga: ${names}.`,
      'no-score': (name) => `${name}: ge poäng.`,
      'not-on-scale': (name) => `${name}: poängen finns inte på skalan.`,
      'no-reason': (name) => `${name}: motivera poängen.`,
      unknown: (name) => `${name}: kriteriet finns inte i den här utlysningen.`,
    },
    en: {
      missing: 'The application has no assessment, or you have no right to it.',
      state: 'The assessment has already moved on. Reload the page.',
      withdrawn: 'The applicant has withdrawn the application: it is assessed no more.',
      'no-template': 'The call has no settled criteria. Choose them in the settings of the call.',
      'no-failure': 'No general criterion has been marked as not met. Mark it first, with its ground.',
      'not-all-given': 'Not all assessors have given their scores yet.',
      opened: 'The scores are open to the others already: the assessor cannot be released any more.',
      'sheet-state': 'The sheet has already moved on. Reload the page.',
      unchecked: (names) => `Not checked: ${names}.`,
      failed: (names) => `Not met: ${names}.`,
      'not-enough': (n) =>
        n === 1 ? 'The scores of one assessor are missing.' : `The scores of ${n} assessors are missing.`,
      barred: (names) => `Not declared free of conflicts, or conflicted: ${names}.`,
      'no-score': (name) => `${name}: give a score.`,
      'not-on-scale': (name) => `${name}: the score is not on the scale.`,
      'no-reason': (name) => `${name}: give a reason for the score.`,
      unknown: (name) => `${name}: this call has no such criterion.`,
    },
  },
)

export const missing: Complaint = { text: inEach((l) => lackWords[l].missing) }

type Named = Pick<Judged, 'template'>

/** A criterion by its name in the call's template. */
export function criterionName(judged: Named | undefined, key: string, language: Language): string {
  const all = [...(judged?.template?.general ?? []), ...(judged?.template?.scored ?? [])]
  const label = all.find((c) => c.key === key)?.label
  return (label && pick(label, language)?.text) ?? key
}

/** What stands in the way, in people's words, each at its field where it has one. */
export const complaintsOf = (lacks: readonly Lack[], judged?: Named): Complaint[] =>
  lacks.flatMap((lack) =>
    lack.why === 'sheet' ? lack.faults.map((f) => faultText(f, judged)) : [said(lack, judged)],
  )

function said(lack: Exclude<Lack, { why: 'sheet' }>, judged?: Named): Complaint {
  return {
    text: inEach((l) => {
      const t = lackWords[l]
      if (lack.why === 'unchecked' || lack.why === 'failed')
        return t[lack.why](lack.criteria.map((key) => criterionName(judged, key, l)).join(', '))
      if (lack.why === 'not-enough') return t['not-enough'](lack.missing)
      return lack.why === 'barred' ? t.barred(lack.names.join(', ')) : t[lack.why]
    }),
  }
}

const faultText = ({ criterion, why }: SheetFault, judged?: Named): Complaint => ({
  field: `${why === 'no-reason' ? 'reason' : 'score'}.${criterion}`,
  text: inEach((l) => lackWords[l][why](criterionName(judged, criterion, l))),
})
