import { words } from '../../kernel/text.ts'

export const listText = words(
  {
    ofEcosystem: 'Hankkeiden seuranta',
    openList: 'Seuratut hankkeet',
    listLead:
      'Ensin hankkeet, jotka tarvitsevat jotakuta: odottava ratkaisu, myöhästynyt välitavoite tai suuri riski.',
    begin: 'Ota hanke seurantaan',
    beginLead:
      'Täällä rahoitetut ja täällä raportoivat hankkeet ovat seurannassa itsestään. Muun hankkeen otat seurantaan koodilla.',
    emptyList: 'Seurattavia hankkeita ei vielä ole.',
    views: {
      all: 'Kaikki',
      late: 'Myöhässä',
      'risk-high': 'Suuri riski',
      'risk-medium': 'Kohtalainen riski',
      'risk-low': 'Pieni riski',
      reports: 'Raportti myöhässä',
      waiting: 'Odottaa ratkaisua',
      differences: 'Eroaa luettelosta',
    },
  },
  {
    sv: {
      ofEcosystem: 'Uppföljning av projekt',
      openList: 'Projekt under uppföljning',
      listLead:
        'Först de projekt som behöver någon: ett avgörande som väntar, ett försenat delmål eller en stor risk.',
      begin: 'Ta ett projekt till uppföljning',
      beginLead:
        'Projekt som finansieras eller rapporterar här följs av sig själva. Ett annat projekt tar du till uppföljning med dess kod.',
      emptyList: 'Inga projekt följs ännu.',
      views: {
        all: 'Alla',
        late: 'Försenade',
        'risk-high': 'Stor risk',
        'risk-medium': 'Måttlig risk',
        'risk-low': 'Liten risk',
        reports: 'Rapporten försenad',
        waiting: 'Väntar på avgörande',
        differences: 'Avviker från förteckningen',
      },
    },
    en: {
      ofEcosystem: 'Follow-up of projects',
      openList: 'Followed projects',
      listLead:
        'First the projects that need somebody: an answer that waits, a late milestone or a high risk.',
      begin: 'Take a project in',
      beginLead:
        'Projects that are funded or report here are followed by themselves. Take another in by its code.',
      emptyList: 'No projects are followed yet.',
      views: {
        all: 'All',
        late: 'Late',
        'risk-high': 'High risk',
        'risk-medium': 'Medium risk',
        'risk-low': 'Low risk',
        reports: 'Report late',
        waiting: 'Waits for the office',
        differences: 'Differs from the list',
      },
    },
  },
)
