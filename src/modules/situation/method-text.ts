import { words } from '../../kernel/text.ts'

/** How the figures of the tiles are counted, one sentence or two each. */
export const methodText = words(
  {
    decisions:
      'Julkaistut päätökset julkisessa päätösrekisterissä. Summa on päätösten myöntämä raha, sentteinä laskettu.',
    indicator:
      'Hyväksytyistä raporteista laskettu luku. Laskentatapa, tavoite ja luvun takana oleva luettelo ovat indikaattorin sivulla.',
    target: 'Tavoite sellaisena kuin se on asetettu indikaattorille.',
    onTrack: 'Indikaattorit, joiden liikennevalo on aikataulussa tai tavoite saavutettu.',
    ofIndicators: 'Indikaattorit, joille on asetettu tavoite.',
    behind: 'Indikaattorit, joiden liikennevalo on jäljessä tai selvästi jäljessä.',
    overdue: 'Indikaattorit, joiden tavoitteen määräpäivä on mennyt eikä tavoite ole täynnä.',
    highRisks:
      'Avoimet riskit, joiden todennäköisyyden ja vaikutuksen tulo on suuri, seuratuissa hankkeissa.',
    lateMilestones: 'Välitavoitteet, joiden määräpäivä on mennyt eikä niitä ole saavutettu tai jätetty pois.',
    lateReports: 'Hankkeet, joiden indikaattoriraportin määräpäivä on mennyt.',
    waiting: 'Muutospyynnöt ja seurantaraportit, joihin toimisto ei ole vielä vastannut.',
    tied: 'Ekosysteemissä roolissa olevat toimijat, joilla on puolivuoden aikana voimassa oleva side toiseen niistä.',
    pairs: 'Parit, joilla on puolivuoden aikana yhteinen hanke, sopimus tai ilmoitettu yhteistyö.',
    across: 'Niiden parien osuus, joiden toimijat ovat eri maakunnista.',
    members: 'Toimijat, joilla on ekosysteemissä rooli.',
    actors:
      'Organisaatiot, jotka ovat verkoston kuvassa ja joiden kotipaikka on alueella; koko maassa kaikki.',
    tiedHere: 'Niistä ne, joilla on puolivuoden aikana voimassa oleva side toiseen niistä.',
    claims: 'Vaikuttavuusketjun voimassa olevat väitteet, jotka kuvan lukija saa nähdä, näytön lajin mukaan.',
    open: 'Haut, joiden hakuaika on auki kuvan laskentahetkellä.',
    coming: 'Haut, jotka on ilmoitettu mutta eivät ole vielä auki.',
    share:
      'T&K-menot jaettuna bruttokansantuotteella saman vuoden luvuin (Laki valtion tutkimus- ja kehittämistoiminnan rahoituksesta 1092/2022).',
    shareEstimated:
      'T&K-menot jaettuna BKT:llä, jonka suuntaviiva kymmenestä viime vuodesta antaa samalle vuodelle.',
    spent: 'Virallisen tilaston luku sellaisenaan.',
    pace: 'BKT:n suuntaviiva kymmenestä viime vuodesta ja 4 % siitä vuonna 2030; tasainen kasvu viimeisimmästä tunnetusta vuodesta.',
    statistic: 'Virallisen tilaston luku sellaisenaan; puuttuva ei ole nolla.',
    shared: 'Ekosysteemin oman tilannekuvan luku sellaisena kuin ekosysteemi sen jakaa.',
  },
  {
    sv: {
      decisions:
        'Publicerade beslut i det offentliga beslutsregistret. Summan är det som besluten beviljar, räknat i cent.',
      indicator:
        'Räknat ur godkända rapporter. Räknesättet, målet och listan bakom siffran finns på indikatorns sida.',
      target: 'Målet så som det har satts för indikatorn.',
      onTrack: 'Indikatorer vars trafikljus visar i tid eller vars mål är uppnått.',
      ofIndicators: 'Indikatorer som har ett mål.',
      behind: 'Indikatorer vars trafikljus visar efter eller klart efter.',
      overdue: 'Indikatorer vars måldatum har passerat utan att målet är uppnått.',
      highRisks: 'Öppna risker med hög sannolikhet och effekt tillsammans, i projekt som följs upp.',
      lateMilestones: 'Milstolpar vars datum har passerat utan att de har nåtts eller strukits.',
      lateReports: 'Projekt vars indikatorrapport är försenad.',
      waiting: 'Ändringar och uppföljningsrapporter som kansliet inte har svarat på.',
      tied: 'Aktörer med en roll i ekosystemet som under halvåret har ett gällande band till en annan av dem.',
      pairs: 'Par som under halvåret har ett gemensamt projekt, ett avtal eller ett uppgivet samarbete.',
      across: 'Andelen par vars aktörer finns i olika landskap.',
      members: 'Aktörer som har en roll i ekosystemet.',
      actors: 'Organisationer i bilden av nätverket som har sin hemort i området; för hela landet alla.',
      tiedHere: 'De av dem som under halvåret har ett gällande band till en annan av dem.',
      claims: 'Effektkedjans gällande påståenden som bildens läsare får se, enligt beläggets art.',
      open: 'Utlysningar vars ansökningstid är öppen när bilden beräknas.',
      coming: 'Utlysningar som har meddelats men inte är öppna ännu.',
      share:
        'FoU-utgifterna delade med bruttonationalprodukten samma år (lag 1092/2022 om statens finansiering av forsknings- och utvecklingsverksamhet).',
      shareEstimated:
        'FoU-utgifterna delade med den BNP som trendlinjen över de tio senaste åren ger för samma år.',
      spent: 'Den officiella statistikens siffra som sådan.',
      pace: 'BNP:s trendlinje över de tio senaste åren och 4 % av den år 2030; jämn ökning från det senaste kända året.',
      statistic: 'Den officiella statistikens siffra som sådan; en siffra som saknas är inte noll.',
      shared: 'En siffra ur ekosystemets egen lägesbild, så som ekosystemet delar den.',
    },
    en: {
      decisions: 'Published decisions in the public register. The sum is what they grant, counted in cents.',
      indicator:
        'Counted from approved reports. How it is counted, its target and the list behind it are on the page of the indicator.',
      target: 'The target as it was set for the indicator.',
      onTrack: 'Indicators whose traffic light says on track, or whose target is met.',
      ofIndicators: 'Indicators that have a target.',
      behind: 'Indicators whose traffic light says behind or far behind.',
      overdue: 'Indicators past the date of their target, which is not met.',
      highRisks: 'Open risks of followed projects whose likelihood and effect together are high.',
      lateMilestones: 'Milestones past their day that are neither reached nor dropped.',
      lateReports: 'Projects whose report of indicators is past its day.',
      waiting: 'Changes and follow-up reports that the office has not answered.',
      tied: 'Actors with a role in the ecosystem that, during the half-year, have a tie to another of them.',
      pairs: 'Pairs that, during the half-year, share a project, an agreement or stated cooperation.',
      across: 'The share of pairs whose actors are in different regions.',
      members: 'Actors that hold a role in the ecosystem.',
      actors: 'Organisations in the picture of the network whose home is in the area; of the country, all.',
      tiedHere: 'Those of them that, during the half-year, have a tie to another of them.',
      claims: 'Claims of the impact chain that hold and that a reader of the picture may see, by evidence.',
      open: 'Calls that take applications at the moment of making the picture.',
      coming: 'Calls that are announced and not open yet.',
      share:
        'R&D expenditure divided by gross domestic product of the same year (Act on the funding of R&D, 1092/2022).',
      shareEstimated:
        'R&D expenditure divided by the GDP that the trend of the last ten years gives for the same year.',
      spent: 'The figure of official statistics as it is.',
      pace: 'The trend of GDP over the last ten years and 4% of it in 2030; even growth from the newest known year.',
      statistic: 'The figure of official statistics as it is; one that is missing is not zero.',
      shared: 'A figure of the ecosystem’s own situation picture, as the ecosystem shares it.',
    },
  },
)
