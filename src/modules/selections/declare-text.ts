import { words } from '../../kernel/text.ts'

/** What the page says on which one declares whether one has a conflict of interest in the candidates. */
export const declareText = words(
  {
    title: 'Esteettömyys',
    lead: 'Sano jokaisesta ehdokkaasta, oletko esteellinen sen käsittelyssä (hallintolaki 28 §). Vasta sen jälkeen pisteytät, pakotat, valitset ja äänestät. Kokouksen näet muuten.',
    toDeclare: 'Ilmoita esteettömyydestä',
    waits: 'Ilmoita ensin, oletko esteellinen',
    waitsNote: (n: number) =>
      n === 1
        ? 'Et ole ilmoittanut esteettömyydestäsi yhden ehdokkaan käsittelyssä. Sitä ennen näet kokouksen, mutta et pisteytä, pakota, valitse etkä äänestä.'
        : `Et ole ilmoittanut esteettömyydestäsi ${n} ehdokkaan käsittelyssä. Sitä ennen näet kokouksen, mutta et pisteytä, pakota, valitse etkä äänestä.`,
    again: 'Tarkista oma ilmoitus',
    candidate: 'Ehdokas',
    actors: 'Toteuttaja',
    found: 'Löytyi',
    through: (tie: string, names: string) => (names ? `${tie}: ${names}` : tie),
    own: 'Oma ilmoitus',
    none: 'En ole esteellinen',
    conflict: 'Olen esteellinen',
    answer: 'Vastaa',
    of: (code: string) => `${code}: oma ilmoitus`,
    barred: 'Olet esteellinen',
    words: 'Mistä esteellisyys johtuu',
    wordsHelp: 'Kirjoita, jos ilmoitit olevasi esteellinen. Syy kirjataan kokoukseen.',
    save: 'Anna ilmoitus',
    turn: (name: string) => `Ilmoita esteettömyydestäsi: valintakokous ${name}`,
    turnWhy: (n: number) => (n === 1 ? 'yksi ehdokas odottaa' : `${n} ehdokasta odottaa`),
  },
  {
    sv: {
      title: 'Jävfrihet',
      lead: 'Säg om varje kandidat om du är jävig i behandlingen av den (förvaltningslagen 28 §). Först därefter poängsätter, tvingar, väljer och röstar du. I övrigt ser du mötet.',
      toDeclare: 'Anmäl jävfrihet',
      waits: 'Anmäl först om du är jävig',
      waitsNote: (n) =>
        n === 1
          ? 'Du har inte anmält jävfrihet i fråga om en kandidat. Innan dess ser du mötet, men poängsätter, tvingar, väljer och röstar inte.'
          : `Du har inte anmält jävfrihet i fråga om ${n} kandidater. Innan dess ser du mötet, men poängsätter, tvingar, väljer och röstar inte.`,
      again: 'Granska din anmälan',
      candidate: 'Kandidat',
      actors: 'Genomförare',
      found: 'Hittades',
      through: (tie, names) => (names ? `${tie}: ${names}` : tie),
      own: 'Din anmälan',
      none: 'Jag är inte jävig',
      conflict: 'Jag är jävig',
      answer: 'Svara',
      of: (code) => `${code}: din anmälan`,
      barred: 'Du är jävig',
      words: 'Vad jävet beror på',
      wordsHelp: 'Skriv om du anmälde jäv. Orsaken antecknas i mötet.',
      save: 'Lämna anmälan',
      turn: (name) => `Anmäl jävfrihet: urvalsmötet ${name}`,
      turnWhy: (n) => (n === 1 ? 'en kandidat väntar' : `${n} kandidater väntar`),
    },
    en: {
      title: 'Conflicts of interest',
      lead: 'Say of each candidate whether you have a conflict of interest in it (Administrative Procedure Act, section 28). Only then do you score, force, choose and vote. You see the meeting otherwise.',
      toDeclare: 'Declare',
      waits: 'Declare first whether you are conflicted',
      waitsNote: (n) =>
        n === 1
          ? 'You have not declared on one candidate. Until you do, you see the meeting but do not score, force, choose or vote.'
          : `You have not declared on ${n} candidates. Until you do, you see the meeting but do not score, force, choose or vote.`,
      again: 'Look at your declaration',
      candidate: 'Candidate',
      actors: 'Carried out by',
      found: 'Found',
      through: (tie, names) => (names ? `${tie}: ${names}` : tie),
      own: 'Your declaration',
      none: 'I have no conflict',
      conflict: 'I have a conflict',
      answer: 'Answer',
      of: (code) => `${code}: your declaration`,
      barred: 'You have a conflict',
      words: 'What the conflict comes from',
      wordsHelp: 'Write it if you declared a conflict. The reason is noted in the meeting.',
      save: 'Declare',
      turn: (name) => `Declare on conflicts of interest: selection meeting ${name}`,
      turnWhy: (n) => (n === 1 ? 'one candidate waits' : `${n} candidates wait`),
    },
  },
)
