import { words } from '../../kernel/text.ts'

/** Words of one's own declarations: those due in a call, and how long one holds. */
export const ownText = words(
  {
    title: 'Omat ilmoitukset',
    lead: 'Hakemukset, joissa sinulla on tehtävä. Ilmoita esteettömyydestä niissä, joissa palvelu ei tunne kysyttävää sidonnaisuutta; muihin vastataan hakemuksen omalla sivulla. Ilmoita vain niistä, joiden hakijat olet lukenut.',
    none: 'Sinulla ei ole tehtävää tämän haun hakemuksissa.',
    noneNext: 'Kun sinulle annetaan hakemus, ilmoitus pyydetään täällä.',
    parties: 'Hakijat',
    choose: (what: string) => `Valitse ${what}`,
    chosen: 'Valinta',
    send: 'En ole esteellinen valituissa',
    answerEach: 'Vastaa kysymykseen',
    ties: (n: number) => (n === 1 ? '1 sidonnaisuus' : `${n} sidonnaisuutta`),
    noneChosen: 'Valitse ainakin yksi hakemus.',
    did: (n: number) =>
      n === 1 ? 'Ilmoitus annettu yhdestä hakemuksesta.' : `Ilmoitus annettu ${n} hakemuksesta.`,
    didNot: 'Näistä ilmoitusta ei otettu vastaan',
    table: 'Kaikkien esteellisyydet',
    assessments: 'Arvioinnit',
    writers: 'Kirjoittajat',
    againTitle: 'Ilmoitus pyydetään uudelleen',
    again: (said: string, since: string) =>
      `Ilmoitit esteettömyydestä ${said}. Sen jälkeen (${since}) hakemukseen tuli uusi hakija tai kirjoittaja, josta et ole voinut ilmoittaa.`,
    holds: (said: string) =>
      `Ilmoituksesi ${said} on voimassa. Täydennys ei pyydä uutta ilmoitusta, jos hakijat ja kirjoittajat pysyvät samoina. Rekistereistä sidonnaisuudet lasketaan joka kerta uudelleen.`,
  },
  {
    sv: {
      title: 'Mina anmälningar',
      lead: 'Ansökningar där du har ett uppdrag. Anmäl att du inte är jävig i de ansökningar där tjänsten inte känner till någon bindning att fråga om; de andra besvaras på ansökans egen sida. Anmäl bara om sådana vars sökande du har läst.',
      none: 'Du har inget uppdrag i den här utlysningens ansökningar.',
      noneNext: 'När du får en ansökan begärs anmälan här.',
      parties: 'Sökande',
      choose: (what) => `Välj ${what}`,
      chosen: 'Val',
      send: 'Jag är inte jävig i de valda',
      answerEach: 'Besvara frågan',
      ties: (n) => (n === 1 ? '1 bindning' : `${n} bindningar`),
      noneChosen: 'Välj minst en ansökan.',
      did: (n) => (n === 1 ? 'Anmälan gjord för en ansökan.' : `Anmälan gjord för ${n} ansökningar.`),
      didNot: 'För dessa togs anmälan inte emot',
      table: 'Allas jäv',
      assessments: 'Bedömningar',
      writers: 'Skribenter',
      againTitle: 'Anmälan begärs på nytt',
      again: (said, since) =>
        `Du anmälde ${said} att du inte är jävig. Därefter (${since}) har ansökan fått en ny sökande eller skribent, som du inte har kunnat uttala dig om.`,
      holds: (said) =>
        `Din anmälan ${said} gäller. En komplettering kräver ingen ny anmälan om de sökande och skribenterna är desamma. Bindningar ur registren räknas på nytt varje gång.`,
    },
    en: {
      title: 'My declarations',
      lead: 'The applications in which you have a duty. Declare that you are free of conflict where the service knows of no tie to ask about; the others are answered on the page of the application. Declare only of those whose applicants you have read.',
      none: 'You have no duty in the applications of this call.',
      noneNext: 'When you are given an application, your declaration is asked for here.',
      parties: 'Applicants',
      choose: (what) => `Choose ${what}`,
      chosen: 'Choice',
      send: 'I have no conflict in those chosen',
      answerEach: 'Answer the question',
      ties: (n) => (n === 1 ? '1 tie' : `${n} ties`),
      noneChosen: 'Choose at least one application.',
      did: (n) => (n === 1 ? 'Declared on one application.' : `Declared on ${n} applications.`),
      didNot: 'The declaration was not taken on these',
      table: 'Everybody’s conflicts',
      assessments: 'Assessments',
      writers: 'Writers',
      againTitle: 'Your declaration is asked for again',
      again: (said, since) =>
        `You declared no conflict on ${said}. Since then (${since}) the application has a new applicant or writer, of whom you could not declare.`,
      holds: (said) =>
        `Your declaration of ${said} holds. A completion asks for no new one as long as applicants and writers are the same. Ties known from registers are computed anew each time.`,
    },
  },
)
