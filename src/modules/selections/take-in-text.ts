import { words } from '../../kernel/text.ts'

/** What is said where the projects of a list are taken in as candidates. */
export const takeInText = words(
  {
    takeIn: 'Ota ehdokkaiksi',
    title: 'Ota hankkeet ehdokkaiksi',
    lead: (n: number, written: string) =>
      n === 1
        ? 'Luettelossa on yksi hanke. Valitse kokous, johon se otetaan.'
        : `Luettelossa on ${written} hanketta. Valitse kokous, johon ne otetaan.`,
    nothingYet: 'Mitään ei vielä oteta: näet seuraavalla sivulla, mitkä tulisivat, ja vahvistat sen siellä.',
    meetings: 'Valmistelemasi kokoukset',
    already: 'Jo ehdokkaina',
    wouldCome: 'Tulisi lisää',
    choose: 'Valitse',
    chooseOf: (name: string) => `Valitse ${name}`,
    none: 'Sinulla ei ole valmisteilla valintakokousta. Valmistele uusi, niin hankkeet otetaan siihen.',
    newMeeting: 'Valmistele uusi kokous',
    backToList: 'Takaisin luetteloon',
    sameList: 'Avaa sama rajaus hankeluettelossa',
    nothing: 'Luettelossa ei ole hankkeita. Muuta rajausta.',
    tooMany: (most: number) =>
      `Kerralla voi ottaa ${most} hanketta. Rajaa luetteloa, tai valitse kokouksen sivulla hankkeet yksitellen.`,
    would: (fresh: number) =>
      fresh === 1 ? 'Yksi hanke tulisi ehdokkaaksi.' : `${fresh} hanketta tulisi ehdokkaiksi.`,
    known: (n: number) => (n === 1 ? 'Yksi on jo ehdokas.' : `${n} on jo ehdokkaina.`),
    closed: (n: number) =>
      n === 1
        ? 'Yhtä ei voi ottaa: se on toisen ekosysteemin luettelosta, joka ei ole julkinen.'
        : `${n} hanketta ei voi ottaa: ne ovat toisen ekosysteemin luettelosta, joka ei ole julkinen.`,
    allKnown: 'Kaikki löydetyt hankkeet ovat jo ehdokkaita.',
    noneComes: 'Mikään näistä hankkeista ei tule ehdokkaaksi.',
    isKnown: 'jo ehdokas',
    isClosed: 'ei julkinen',
  },
  {
    sv: {
      takeIn: 'Ta in som kandidater',
      title: 'Ta in projekten som kandidater',
      lead: (n, written) =>
        n === 1
          ? 'Listan har ett projekt. Välj mötet som det tas in i.'
          : `Listan har ${written} projekt. Välj mötet som de tas in i.`,
      nothingYet: 'Inget tas in ännu: på nästa sida ser du vilka som skulle tas in och bekräftar det där.',
      meetings: 'Möten som du bereder',
      already: 'Redan kandidater',
      wouldCome: 'Skulle tas in',
      choose: 'Välj',
      chooseOf: (name) => `Välj ${name}`,
      none: 'Du bereder inget urvalsmöte. Bered ett nytt, så tas projekten in i det.',
      newMeeting: 'Bered ett nytt möte',
      backToList: 'Tillbaka till listan',
      sameList: 'Öppna samma avgränsning i projektlistan',
      nothing: 'Listan har inga projekt. Ändra avgränsningen.',
      tooMany: (most) =>
        `Högst ${most} projekt kan tas in på en gång. Avgränsa listan, eller välj projekten ett i taget på mötets sida.`,
      would: (fresh) =>
        fresh === 1 ? 'Ett projekt skulle bli kandidat.' : `${fresh} projekt skulle bli kandidater.`,
      known: (n) => (n === 1 ? 'Ett är redan kandidat.' : `${n} är redan kandidater.`),
      closed: (n) =>
        n === 1
          ? 'Ett kan inte tas in: det är ur ett annat ekosystems lista, som inte är offentlig.'
          : `${n} projekt kan inte tas in: de är ur ett annat ekosystems lista, som inte är offentlig.`,
      allKnown: 'Alla projekt som hittades är redan kandidater.',
      noneComes: 'Inget av dessa projekt blir kandidat.',
      isKnown: 'redan kandidat',
      isClosed: 'inte offentligt',
    },
    en: {
      takeIn: 'Take in as candidates',
      title: 'Take the projects in as candidates',
      lead: (n, written) =>
        n === 1
          ? 'The list has one project. Choose the meeting that takes it in.'
          : `The list has ${written} projects. Choose the meeting that takes them in.`,
      nothingYet: 'Nothing is taken in yet: the next page shows which would come, and you confirm it there.',
      meetings: 'Meetings that you prepare',
      already: 'Candidates already',
      wouldCome: 'Would come',
      choose: 'Choose',
      chooseOf: (name) => `Choose ${name}`,
      none: 'You prepare no selection meeting. Prepare a new one, and it takes the projects in.',
      newMeeting: 'Prepare a new meeting',
      backToList: 'Back to the list',
      sameList: 'Open the same list of projects',
      nothing: 'The list has no projects. Change its filters.',
      tooMany: (most) =>
        `At most ${most} projects can be taken in at once. Narrow the list, or choose projects one by one on the meeting’s page.`,
      would: (fresh) =>
        fresh === 1 ? 'One project would become a candidate.' : `${fresh} projects would become candidates.`,
      known: (n) => (n === 1 ? 'One is a candidate already.' : `${n} are candidates already.`),
      closed: (n) =>
        n === 1
          ? 'One cannot be taken in: it is from another ecosystem’s list, which is not public.'
          : `${n} projects cannot be taken in: they are from another ecosystem’s list, which is not public.`,
      allKnown: 'All the projects found are candidates already.',
      noneComes: 'None of these projects becomes a candidate.',
      isKnown: 'a candidate already',
      isClosed: 'not public',
    },
  },
)
