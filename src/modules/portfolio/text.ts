import { words } from '../../kernel/text.ts'

/** The words of the portfolio's pages; those of its forms are in form-text.ts, those of the drawings in view-text.ts. */
export const text = words(
  {
    home: 'Tilannekuva',
    ecosystems: 'Ekosysteemit',
    title: 'Hankesalkut',
    one: 'Hankesalkku',
    lead: 'Hankesalkku kokoaa hankkeet, hakemukset ja ideat yhteen kuvaan: missä on aukkoja, mikä alkaa väärään aikaan ja kenen tavoitteita palvellaan.',
    none: 'Salkkuja ei vielä ole.',
    noneNext: 'Perusta ensimmäinen: nimeä se ja valitse, mitä siihen otetaan.',
    noneSigned: 'Kirjaudu sisään, niin näet ekosysteemisi salkut.',
    add: 'Perusta hankesalkku',
    edit: 'Muokkaa tietoja',
    exercise: 'Harjoitus',
    exerciseNote:
      'Hankkeet ovat oikeita. Sijoittelu, tavoitteet, yhteydet, sitoumukset ja ideat on tehty harjoitusta varten.',
    views: 'Salkun näkymät',
    tabs: {
      matrix: 'Matriisi',
      timeline: 'Aikajana',
      facets: 'Suunnat',
      balance: 'Tasapaino',
      commitments: 'Jatkuvuus',
      goals: 'Tavoitteet',
      ideas: 'Ideat',
      things: 'Hankkeet',
    },
    states: { project: 'hanke', application: 'hakemus', idea: 'idea', candidate: 'ehdokas' },
    empty: 'Salkussa ei ole vielä mitään.',
    emptyNext: 'Ota mukaan hankeluettelon rajaus tai haun hakemukset.',
    emptyReader: 'Siinä ei ole mitään, mitä saat nähdä.',
    export: 'Vie',
    excel: 'Excel',
    rows: 'Rivit',
    columns: 'Sarakkeet',
    show: 'Näytä',
    measure: 'Ruudussa',
    measures: { money: 'rahaa', count: 'hankkeita' },
    matrixCaption: (rows: string, columns: string) => `${rows} ja ${columns}`,
    gapStep: 'ehdota ideaa',
    gapNote: (n: number) =>
      n === 0
        ? 'Jokaisessa ruudussa on jotakin.'
        : n === 1
          ? '1 ruutu on tyhjä. Se on aukko, ellei salkun ole tarkoitus jättää sitä muille.'
          : `${n} ruutua on tyhjiä. Ne ovat aukkoja, ellei salkun ole tarkoitus jättää niitä muille.`,
    sameAxes: 'Valitse riveille ja sarakkeille eri jako.',
    against: 'Tavoitteisiin verrattuna',
    setTarget: 'Aseta tavoite',
    place: 'Sijoita kehykseen',
    undo: 'Peru viimeisin sijoittelu',
    undoNote: (n: number, who: string, when: string) =>
      `${n === 1 ? '1 hanke' : `${n} hanketta`}${who ? `, ${who}` : ''}, ${when}`,
    aboutSum: 'salkun rahasumma',
    provenance: {
      title: 'Mistä summa tulee',
      method:
        'Summa laskee jokaisen hankkeen, hakemuksen ja idean kerran. Hankkeesta lasketaan myönnetty EU- ja valtion rahoitus, hakemuksesta haettu avustus ja ideasta arvioitu rahoitus, sentilleen.',
      sight: 'Luvut on laskettu siitä, minkä sinä saat nähdä.',
      sources: 'Mitä salkkuun otetaan',
      projects: 'Hankeluettelon rajaus',
      call: 'Haun hakemukset',
      hand: 'Käsin otetut',
      ideas: 'Ideat',
      brings: (n: string) => `${n} kpl`,
      otherCurrency: (n: number) =>
        n === 1
          ? '1 hankkeen raha on muuta valuuttaa. Se lasketaan hankkeena mutta ei rahana.'
          : `${n} hankkeen raha on muuta valuuttaa. Ne lasketaan hankkeina mutta ei rahana.`,
      keptOut: (n: number) =>
        n === 1
          ? '1 hakemus puuttuu, kunnes olet ilmoittanut esteettömyydestäsi.'
          : `${n} hakemusta puuttuu, kunnes olet ilmoittanut esteettömyydestäsi.`,
      back: 'Takaisin salkkuun',
      byState: 'Summan osat',
    },
    facets: {
      lead: 'OPSI jakaa julkisen sektorin innovaatiot neljään suuntaan. Hyvässä salkussa on jotakin jokaisesta, ja painotus on valittu.',
      missing: (names: string) => `Kokonaan puuttuu: ${names}.`,
      allThere: 'Jokaisessa suunnassa on jotakin.',
      source: 'OECD OPSI: Innovation Facets',
      unplaced: (n: number) =>
        n === 1 ? '1 hankkeelle suuntaa ei ole arvioitu.' : `${n} hankkeelle suuntaa ei ole arvioitu.`,
    },
    balance: {
      by: 'Jako',
      note: 'Kukin on yhdessä ryhmässä, joten ryhmät ovat yhteensä koko summa.',
      cityNote:
        'Kunta on päätoteuttajan kotipaikka, jos se on toimijarekisterissä tai toteuttaja on kunta. Muiden kotipaikka ei ole tiedossa.',
    },
  },
  {
    sv: {
      home: 'Lägesbild',
      ecosystems: 'Ekosystem',
      title: 'Portföljer',
      one: 'Portfölj',
      lead: 'En portfölj samlar projekt, ansökningar och idéer i en bild: var det finns luckor, vad som börjar vid fel tid och vems mål som främjas.',
      none: 'Det finns ännu inga portföljer.',
      noneNext: 'Grunda den första: namnge den och välj vad som tas med.',
      noneSigned: 'Logga in så ser du portföljerna i ditt ekosystem.',
      add: 'Grunda en portfölj',
      edit: 'Redigera uppgifterna',
      exercise: 'Övning',
      exerciseNote:
        'Projekten är verkliga. Placeringar, mål, kopplingar, åtaganden och idéer har gjorts för övningen.',
      views: 'Portföljens vyer',
      tabs: {
        matrix: 'Matris',
        timeline: 'Tidslinje',
        facets: 'Inriktningar',
        balance: 'Balans',
        commitments: 'Fortsättning',
        goals: 'Mål',
        ideas: 'Idéer',
        things: 'Projekt',
      },
      states: { project: 'projekt', application: 'ansökan', idea: 'idé', candidate: 'kandidat' },
      empty: 'Det finns ännu ingenting i portföljen.',
      emptyNext: 'Ta med en avgränsning av projektförteckningen eller en utlysnings ansökningar.',
      emptyReader: 'Där finns ingenting som du får se.',
      export: 'Exportera',
      excel: 'Excel',
      rows: 'Rader',
      columns: 'Kolumner',
      show: 'Visa',
      measure: 'I rutan',
      measures: { money: 'pengar', count: 'projekt' },
      matrixCaption: (rows, columns) => `${rows} och ${columns}`,
      gapStep: 'föreslå en idé',
      gapNote: (n) =>
        n === 0
          ? 'I varje ruta finns någonting.'
          : n === 1
            ? '1 ruta är tom. Den är en lucka, om portföljen inte är tänkt att lämna den åt andra.'
            : `${n} rutor är tomma. De är luckor, om portföljen inte är tänkt att lämna dem åt andra.`,
      sameAxes: 'Välj olika indelning för rader och kolumner.',
      against: 'Jämfört med målen',
      setTarget: 'Ställ ett mål',
      place: 'Placera i ramen',
      undo: 'Ångra den senaste placeringen',
      undoNote: (n, who, when) => `${n} projekt${who ? `, ${who}` : ''}, ${when}`,
      aboutSum: 'portföljens summa',
      provenance: {
        title: 'Varifrån summan kommer',
        method:
          'Summan räknar varje projekt, ansökan och idé en gång. Av ett projekt räknas det beviljade stödet från EU och staten, av en ansökan det sökta stödet och av en idé den uppskattade finansieringen, på centen.',
        sight: 'Siffrorna är räknade på det som du får se.',
        sources: 'Vad portföljen tar med',
        projects: 'Avgränsning av projektförteckningen',
        call: 'Utlysningens ansökningar',
        hand: 'Medtagna för hand',
        ideas: 'Idéer',
        brings: (n) => `${n} st.`,
        otherCurrency: (n) =>
          n === 1
            ? '1 projekts pengar är i annan valuta. Det räknas som projekt men inte som pengar.'
            : `${n} projekts pengar är i annan valuta. De räknas som projekt men inte som pengar.`,
        keptOut: (n) =>
          n === 1
            ? '1 ansökan saknas tills du har anmält att du inte är jävig.'
            : `${n} ansökningar saknas tills du har anmält att du inte är jävig.`,
        back: 'Tillbaka till portföljen',
        byState: 'Summans delar',
      },
      facets: {
        lead: 'OPSI delar in den offentliga sektorns innovationer i fyra inriktningar. I en god portfölj finns något av varje, och tyngdpunkten är vald.',
        missing: (names) => `Helt saknas: ${names}.`,
        allThere: 'I varje inriktning finns någonting.',
        source: 'OECD OPSI: Innovation Facets',
        unplaced: (n) => `För ${n} projekt är inriktningen inte bedömd.`,
      },
      balance: {
        by: 'Indelning',
        note: 'Var och en finns i en grupp, så grupperna är tillsammans hela summan.',
        cityNote:
          'Kommunen är huvudgenomförarens hemort, om den finns i aktörsregistret eller genomföraren är en kommun. De andras hemort är okänd.',
      },
    },
    en: {
      home: 'Situation picture',
      ecosystems: 'Ecosystems',
      title: 'Portfolios',
      one: 'Portfolio',
      lead: 'A portfolio brings projects, applications and ideas into one picture: where the gaps are, what starts at the wrong time and whose goals are served.',
      none: 'There are no portfolios yet.',
      noneNext: 'Found the first: name it and choose what it takes in.',
      noneSigned: 'Sign in to see the portfolios of your ecosystem.',
      add: 'Found a portfolio',
      edit: 'Edit',
      exercise: 'Exercise',
      exerciseNote:
        'The projects are real. Placements, goals, links, commitments and ideas were made for the exercise.',
      views: 'Views of the portfolio',
      tabs: {
        matrix: 'Matrix',
        timeline: 'Timeline',
        facets: 'Facets',
        balance: 'Balance',
        commitments: 'Continuation',
        goals: 'Goals',
        ideas: 'Ideas',
        things: 'Projects',
      },
      states: { project: 'project', application: 'application', idea: 'idea', candidate: 'candidate' },
      empty: 'There is nothing in the portfolio yet.',
      emptyNext: 'Take in a filter of the list of projects, or the applications of a call.',
      emptyReader: 'There is nothing in it that you may see.',
      export: 'Export',
      excel: 'Excel',
      rows: 'Rows',
      columns: 'Columns',
      show: 'Show',
      measure: 'In the cells',
      measures: { money: 'money', count: 'projects' },
      matrixCaption: (rows, columns) => `${rows} and ${columns}`,
      gapStep: 'propose an idea',
      gapNote: (n) =>
        n === 0
          ? 'There is something in every cell.'
          : n === 1
            ? '1 cell is empty. It is a gap, unless the portfolio means to leave it to others.'
            : `${n} cells are empty. They are gaps, unless the portfolio means to leave them to others.`,
      sameAxes: 'Choose different dimensions for rows and columns.',
      against: 'Against the targets',
      setTarget: 'Set a target',
      place: 'Place on the frame',
      undo: 'Undo the last placing',
      undoNote: (n, who, when) =>
        `${n === 1 ? '1 project' : `${n} projects`}${who ? `, ${who}` : ''}, ${when}`,
      aboutSum: 'the sum of the portfolio',
      provenance: {
        title: 'Where the sum comes from',
        method:
          'The sum counts each project, application and idea once. Of a project it counts the EU and state money granted, of an application the grant asked for and of an idea the money estimated, to the cent.',
        sight: 'The figures are made of what you may see.',
        sources: 'What the portfolio takes in',
        projects: 'Filter of the list of projects',
        call: 'Applications of a call',
        hand: 'Put in by hand',
        ideas: 'Ideas',
        brings: (n) => n,
        otherCurrency: (n) =>
          n === 1
            ? 'The money of 1 project is in another currency. It counts as a project, not as money.'
            : `The money of ${n} projects is in another currency. They count as projects, not as money.`,
        keptOut: (n) =>
          n === 1
            ? '1 application is missing until you have said that you have no conflict of interest.'
            : `${n} applications are missing until you have said that you have no conflict of interest.`,
        back: 'Back to the portfolio',
        byState: 'Parts of the sum',
      },
      facets: {
        lead: 'OPSI divides public-sector innovation into four facets. A good portfolio has something of each, and its emphasis is chosen.',
        missing: (names) => `Missing altogether: ${names}.`,
        allThere: 'There is something in every facet.',
        source: 'OECD OPSI: Innovation Facets',
        unplaced: (n) =>
          n === 1
            ? 'The facet of 1 project has not been judged.'
            : `The facet of ${n} projects has not been judged.`,
      },
      balance: {
        by: 'Divided by',
        note: 'Each is in one group, so the groups add up to the whole sum.',
        cityNote:
          'The municipality is the home of the lead partner, where the registry has it or the lead is a municipality. Of others it is not known.',
      },
    },
  },
)
