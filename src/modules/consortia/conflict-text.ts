import type { Act } from '../../engine/conflict/index.ts'
import { words } from '../../kernel/text.ts'

/** What is said of ties between an organisation and those who handle the call, and of competing applications. */
export const conflictText = words(
  {
    title: 'Sidonnaisuus hakuun',
    mark: 'sidonnaisuus',
    barred: (people: string, act: Act) => {
      const who = {
        assess: 'haun arvioijista',
        propose: 'haun valmistelijoista',
        decide: 'haun päättäjistä',
      }[act]
      const not = {
        assess: 'arvioida hakemusta',
        propose: 'valmistella hakemusta',
        decide: 'päättää hakemuksesta',
      }[act]
      return `Organisaatioon sidoksissa ${who}: ${people}. Esteellinen ei voi ${not}, jos organisaatio on mukana.`
    },
    consortium: (title: string) =>
      `On sitoutunut myös konsortioon ”${title}” samassa haussa. Selvittäkää, sallivatko haun ehdot molemmat.`,
    application: (title: string) =>
      `On mukana myös hakemuksessa ”${title}” samassa haussa. Selvittäkää, sallivatko haun ehdot molemmat.`,
  },
  {
    sv: {
      title: 'Bindning till utlysningen',
      mark: 'bindning',
      barred: (people, act) => {
        const who = {
          assess: 'utlysningens bedömare',
          propose: 'utlysningens beredare',
          decide: 'utlysningens beslutsfattare',
        }[act]
        const not = {
          assess: 'bedöma ansökan',
          propose: 'bereda ansökan',
          decide: 'besluta om ansökan',
        }[act]
        return `Av ${who} har bindningar till organisationen: ${people}. Den som är jävig kan inte ${not} om organisationen är med.`
      },
      consortium: (title) =>
        `Har förbundit sig också till konsortiet ”${title}” i samma utlysning. Ta reda på om villkoren tillåter båda.`,
      application: (title) =>
        `Är med också i ansökan ”${title}” i samma utlysning. Ta reda på om villkoren tillåter båda.`,
    },
    en: {
      title: 'Ties to the call',
      mark: 'tie',
      barred: (people, act) => {
        const who = {
          assess: 'the assessors of the call',
          propose: 'those who prepare the call',
          decide: 'those who decide in the call',
        }[act]
        const not = {
          assess: 'assess an application',
          propose: 'prepare an application',
          decide: 'decide on an application',
        }[act]
        return `Of ${who}, tied to the organisation: ${people}. Whoever is conflicted cannot ${not} that the organisation is in.`
      },
      consortium: (title) =>
        `Is also committed to the consortium “${title}” in the same call. Find out whether the call allows both.`,
      application: (title) =>
        `Is also in the application “${title}” to the same call. Find out whether the call allows both.`,
    },
  },
)
