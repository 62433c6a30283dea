import { words } from '../../kernel/text.ts'

export const figuresText = words(
  {
    title: 'Prosessin luvut',
    forOffice: 'Luvut näkyvät vain haun käsittelijöille.',
    openToAll: 'Luvut ovat julkisia.',
    begun: 'Aloitettuja hakemuksia',
    sent: 'Lähetettyjä',
    lateOf: (n: number) => `joista myöhässä ${n}`,
    hours: 'Avaamisesta lähettämiseen, mediaani',
    days: 'Päiviä hakuajan päättymisestä päätökseen, mediaani',
    between: (a: string, b: string) => `puolet väliltä ${a}–${b}`,
    completions: 'Täydennyspyyntöjä',
    answered: (n: number) => `joihin vastattu ${n}`,
    sections: 'Missä kesken jäädään',
    sectionsNote: 'Hakemukset, joiden osioon on kirjoitettu',
    noSections: 'Osioihin ei ole vielä kirjoitettu.',
    section: 'Osio',
    begunIn: 'Aloitettu',
    sentOf: 'Hakemus lähetetty',
    left: 'Jäänyt kesken',
    notBegun: 'Osio aloittamatta',
    whereFrom: 'Mistä luvut tulevat',
    origins: [
      {
        label: 'Aloitetut ja lähetetyt',
        value:
          'Haun hakemukset nyt. Lähetetystä hakemuksesta on ainakin yksi versio. Myöhässä on hakemus, joka saapui määräajan jälkeen.',
      },
      {
        label: 'Avaamisesta lähettämiseen',
        value: 'Tunnit haun avaamisesta kunkin hakemuksen ensimmäiseen lähetettyyn versioon.',
      },
      {
        label: 'Päivät päätökseen',
        value:
          'Päivät viimeisestä määräajasta liiton voimassa olevan päätöksen allekirjoitukseen. Mukana ovat päätetyt hakemukset.',
      },
      {
        label: 'Täydennyspyynnöt',
        value: 'Hakijoille lähetetyt pyynnöt. Vastattuun on lähetetty uusi versio.',
      },
      {
        label: 'Osiot',
        value:
          'Osio on aloitettu, kun siihen on kirjoitettu ainakin yksi vastaus. Kesken on jäänyt hakemus, jota ei ole lähetetty.',
      },
    ],
  },
  {
    sv: {
      title: 'Siffror om processen',
      forOffice: 'Siffrorna syns bara för dem som handlägger utlysningen.',
      openToAll: 'Siffrorna är offentliga.',
      begun: 'Påbörjade ansökningar',
      sent: 'Inlämnade',
      lateOf: (n) => `varav för sent ${n}`,
      hours: 'Från öppning till inlämning, median',
      days: 'Dagar från ansökningstidens slut till beslut, median',
      between: (a, b) => `hälften mellan ${a} och ${b}`,
      completions: 'Begärda kompletteringar',
      answered: (n) => `varav besvarade ${n}`,
      sections: 'Var man avbryter',
      sectionsNote: 'Ansökningar där något har skrivits i avsnittet',
      noSections: 'Ingenting har skrivits i avsnitten än.',
      section: 'Avsnitt',
      begunIn: 'Påbörjat',
      sentOf: 'Ansökan inlämnad',
      left: 'Avbrutet',
      notBegun: 'Avsnittet inte påbörjat',
      whereFrom: 'Varifrån siffrorna kommer',
      origins: [
        {
          label: 'Påbörjade och inlämnade',
          value:
            'Utlysningens ansökningar just nu. En inlämnad ansökan har minst en version. För sent är en ansökan som kom in efter tidsfristen.',
        },
        {
          label: 'Från öppning till inlämning',
          value: 'Timmar från att utlysningen öppnades till den första inlämnade versionen av varje ansökan.',
        },
        {
          label: 'Dagar till beslut',
          value:
            'Dagar från den sista tidsfristen till undertecknandet av förbundets gällande beslut. Endast avgjorda ansökningar ingår.',
        },
        {
          label: 'Begärda kompletteringar',
          value: 'Begäranden som har sänts till sökandena. En besvarad begäran har lett till en ny version.',
        },
        {
          label: 'Avsnitt',
          value:
            'Ett avsnitt är påbörjat när minst ett svar har skrivits i det. En avbruten ansökan har inte lämnats in.',
        },
      ],
    },
    en: {
      title: 'Process figures',
      forOffice: 'Only those who handle the call see the figures.',
      openToAll: 'The figures are public.',
      begun: 'Applications begun',
      sent: 'Sent',
      lateOf: (n) => `of which late ${n}`,
      hours: 'From opening to sending, median',
      days: 'Days from the deadline to the decision, median',
      between: (a, b) => `half between ${a} and ${b}`,
      completions: 'Requests for completion',
      answered: (n) => `of which answered ${n}`,
      sections: 'Where people give up',
      sectionsNote: 'Applications in which something was typed in the section',
      noSections: 'Nothing has been typed in the sections yet.',
      section: 'Section',
      begunIn: 'Begun',
      sentOf: 'Application sent',
      left: 'Abandoned',
      notBegun: 'Section not begun',
      whereFrom: 'Where the figures come from',
      origins: [
        {
          label: 'Begun and sent',
          value:
            'The applications of the call now. A sent one has at least one version. A late one came after the deadline.',
        },
        {
          label: 'From opening to sending',
          value: 'Hours from the opening of the call to the first sent version of each application.',
        },
        {
          label: 'Days to the decision',
          value:
            'Days from the last deadline to the signing of the council’s decision in force. Only decided applications count.',
        },
        {
          label: 'Requests for completion',
          value: 'Requests sent to applicants. An answered one led to a new version.',
        },
        {
          label: 'Sections',
          value:
            'A section is begun when at least one answer has been typed in it. An abandoned application has not been sent.',
        },
      ],
    },
  },
)
