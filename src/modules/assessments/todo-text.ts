import { words } from '../../kernel/text.ts'

/** What an assessment asks of its assessor, in the words of lists and of one's own page. */
export const todoText = words(
  {
    declare: 'Vahvista esteettömyytesi',
    answer: 'Vastaa sidonnaisuuksiin',
    score: 'Anna pisteet',
    changed: 'Hakemusta on täydennetty: tarkista pisteesi',
    wait: 'Odota muiden pisteitä',
    check: 'Tarkasta yleiset perusteet',
    assign: 'Nimeä arvioijat',
    agree: 'Sopikaa yhteinen arvio',
    checks: 'Odota tarkastusta',
    done: 'Arvioitu',
    barred: 'Olet esteellinen',
  },
  {
    sv: {
      declare: 'Bekräfta att du inte är jävig',
      answer: 'Svara på bindningarna',
      score: 'Ge poäng',
      changed: 'Ansökan har kompletterats: se över dina poäng',
      wait: 'Vänta på de andras poäng',
      check: 'Kontrollera de allmänna kriterierna',
      assign: 'Utse bedömare',
      agree: 'Kom överens om en gemensam bedömning',
      checks: 'Vänta på kontrollen',
      done: 'Bedömd',
      barred: 'Du är jävig',
    },
    en: {
      declare: 'Declare that you are free of conflict',
      answer: 'Answer to ties',
      score: 'Give scores',
      changed: 'The application was completed: look at your scores again',
      wait: 'Wait for the others’ scores',
      check: 'Check the general criteria',
      assign: 'Assign assessors',
      agree: 'Agree on the joint assessment',
      checks: 'Wait for the checks',
      done: 'Assessed',
      barred: 'You are conflicted',
    },
  },
)
