import { words } from '../../kernel/text.ts'

/** Each figure: its name, what it tells, what counts and what does not. The same for every ecosystem. */
export const figureText = words(
  {
    open: {
      name: 'Hakuaika',
      what: 'Päivät haun avaamisesta sen päättymiseen.',
      counts: 'Päättyneet haut. Jatkettu hakuaika kuuluu mukaan, ja haku lasketaan kerran.',
      not: 'Haut, jotka ovat vielä avoinna tai joihin ei ole lähetetty hakemuksia.',
    },
    assess: {
      name: 'Haun päättymisestä arvioihin',
      what: 'Päivät haun päättymisestä siihen, että hakemuksen yhteinen arvio on vahvistettu.',
      counts: 'Hakemukset, joiden yhteinen arvio on vahvistettu.',
      not: 'Hakemukset, jotka hylättiin yleisissä kriteereissä ilman pisteytystä.',
    },
    propose: {
      name: 'Arviosta esitykseen',
      what: 'Päivät arvion vahvistamisesta siihen, että hakemus vietiin kaupungin valittavaksi.',
      counts: 'Viimeisin esitys, jos asia on palautettu valmisteluun.',
      not: 'Hakemukset, joilla ei ole vahvistettua arviota.',
    },
    decide: {
      name: 'Esityksestä päätökseen',
      what: 'Päivät esityksestä liiton rahoituspäätökseen.',
      counts: 'Voimassa oleva päätös, myönteinen tai kielteinen.',
      not: 'Uudelleen avatut päätökset, kunnes uusi on tehty.',
    },
    notify: {
      name: 'Päätöksestä kirjeeseen',
      what: 'Päivät rahoituspäätöksestä siihen, että päätöskirje lähti hakijalle.',
      counts: 'Päätöksen jälkeen ensimmäisenä lähtenyt kirje.',
      not: 'Kirjeet, jotka koskivat kumottua päätöstä.',
    },
    begin: {
      name: 'Päätöksestä hankkeen alkuun',
      what: 'Päivät rahoituspäätöksestä hankkeen ensimmäiseen päivään. Miinus tarkoittaa, että hanke alkoi ennen päätöstä.',
      counts: 'Rahoitetut hankkeet; alkupäivä on päätöksestä.',
      not: 'Kielteisen päätöksen saaneet.',
    },
    wait: {
      name: 'Hakijan odotus',
      what: 'Päivät hakemuksen lähettämisestä rahoituspäätökseen.',
      counts: 'Hakemuksen ensimmäinen lähetys, vaikka se korvattiin tai sitä täydennettiin myöhemmin.',
      not: 'Ideavaihe kaksivaiheisessa haussa.',
    },
    completions: {
      name: 'Täydennyspyyntöjä hakemusta kohden',
      what: 'Kuinka monta kertaa hakijaa pyydettiin täydentämään hakemusta.',
      counts: 'Jokainen täydennyspyyntö, vastattu tai ei; nimittäjänä kaikki lähetetyt hakemukset.',
      not: 'Hakijan omat korvaavat versiot hakuaikana.',
    },
    assessments: {
      name: 'Arvioita hakemusta kohden',
      what: 'Kuinka monta arvioijaa antoi pisteensä.',
      counts: 'Annetut pisteet hakemuksista, joiden yhteinen arvio on vahvistettu.',
      not: 'Esteelliseksi ilmoittautuneet ja tehtävästä vapautetut arvioijat.',
    },
    demand: {
      name: 'Hakemuksia rahoitettua hanketta kohden',
      what: 'Kuinka monta hakemusta kilpaili yhdestä paikasta.',
      counts: 'Hakemukset, joista on voimassa oleva päätös.',
      not: 'Hakemukset, joista ei ole vielä päätetty.',
    },
    money: {
      name: 'Haettuja euroja myönnettyä euroa kohden',
      what: 'Kuinka moninkertaisesti rahaa haettiin myönnettyyn nähden.',
      counts: 'Haettu tuki hakemuksen viimeisimmässä versiossa ja myönnetty tuki päätöksessä.',
      not: 'Hakemukset, joista ei ole vielä päätetty tai joissa ei ole budjettia.',
    },
    granted: {
      name: 'Rahoitettujen osuus',
      what: 'Kuinka suuri osa päätetyistä hakemuksista sai rahoituksen.',
      counts: 'Voimassa olevat päätökset, myönteiset ja kielteiset.',
      not: 'Hakemukset, joista ei ole vielä päätetty.',
    },
  },
  {
    sv: {
      open: {
        name: 'Ansökningstid',
        what: 'Dagar från att utlysningen öppnades till att den stängdes.',
        counts: 'Utlysningar som har stängts. Förlängd tid räknas med, och en utlysning räknas en gång.',
        not: 'Utlysningar som är öppna eller som inte har fått några ansökningar.',
      },
      assess: {
        name: 'Från utlysningens slut till bedömning',
        what: 'Dagar från att utlysningen stängdes till att ansökans gemensamma bedömning fastställdes.',
        counts: 'Ansökningar vars gemensamma bedömning är fastställd.',
        not: 'Ansökningar som föll på de allmänna kriterierna utan poäng.',
      },
      propose: {
        name: 'Från bedömning till förslag',
        what: 'Dagar från att bedömningen fastställdes till att ansökan fördes till staden för urval.',
        counts: 'Det senaste förslaget, om ärendet har återremitterats.',
        not: 'Ansökningar utan fastställd bedömning.',
      },
      decide: {
        name: 'Från förslag till beslut',
        what: 'Dagar från förslaget till förbundets finansieringsbeslut.',
        counts: 'Det gällande beslutet, positivt eller negativt.',
        not: 'Beslut som har öppnats på nytt, tills ett nytt har fattats.',
      },
      notify: {
        name: 'Från beslut till brev',
        what: 'Dagar från finansieringsbeslutet till att beslutsbrevet sändes till sökanden.',
        counts: 'Det första brevet efter beslutet.',
        not: 'Brev om ett beslut som har upphävts.',
      },
      begin: {
        name: 'Från beslut till projektstart',
        what: 'Dagar från finansieringsbeslutet till projektets första dag. Minus betyder att projektet började före beslutet.',
        counts: 'Finansierade projekt; startdagen står i beslutet.',
        not: 'De som fick ett negativt beslut.',
      },
      wait: {
        name: 'Sökandens väntetid',
        what: 'Dagar från att ansökan lämnades in till finansieringsbeslutet.',
        counts: 'Den första inlämningen, även om ansökan ersattes eller kompletterades senare.',
        not: 'Idéskedet i en utlysning i två steg.',
      },
      completions: {
        name: 'Begäranden om komplettering per ansökan',
        what: 'Hur många gånger sökanden ombads komplettera ansökan.',
        counts: 'Varje begäran, besvarad eller inte; nämnaren är alla inlämnade ansökningar.',
        not: 'Sökandens egna nya versioner under ansökningstiden.',
      },
      assessments: {
        name: 'Bedömningar per ansökan',
        what: 'Hur många bedömare som gav sina poäng.',
        counts: 'Givna poäng för ansökningar vars gemensamma bedömning är fastställd.',
        not: 'Jäviga bedömare och bedömare som har befriats från uppdraget.',
      },
      demand: {
        name: 'Ansökningar per finansierat projekt',
        what: 'Hur många ansökningar som tävlade om en plats.',
        counts: 'Ansökningar med ett gällande beslut.',
        not: 'Ansökningar som ännu inte har avgjorts.',
      },
      money: {
        name: 'Sökta euro per beviljad euro',
        what: 'Hur många gånger mer pengar som söktes än som beviljades.',
        counts: 'Sökt stöd i ansökans senaste version och beviljat stöd i beslutet.',
        not: 'Ansökningar som ännu inte har avgjorts eller som saknar budget.',
      },
      granted: {
        name: 'Andel finansierade',
        what: 'Hur stor del av de avgjorda ansökningarna som fick finansiering.',
        counts: 'Gällande beslut, positiva och negativa.',
        not: 'Ansökningar som ännu inte har avgjorts.',
      },
    },
    en: {
      open: {
        name: 'Time to apply',
        what: 'Days from the opening of a call to its closing.',
        counts: 'Calls that have closed. An extension is part of it, and a call counts once.',
        not: 'Calls that are still open or to which no application was sent.',
      },
      assess: {
        name: 'From closing to assessment',
        what: 'Days from the closing of the call to the settling of the application’s joint assessment.',
        counts: 'Applications whose joint assessment is settled.',
        not: 'Applications that failed the general criteria and were not scored.',
      },
      propose: {
        name: 'From assessment to proposal',
        what: 'Days from the settling of the assessment to the day the application was put before the city.',
        counts: 'The latest proposal where the matter was returned for preparation.',
        not: 'Applications without a settled assessment.',
      },
      decide: {
        name: 'From proposal to decision',
        what: 'Days from the proposal to the funding decision of the council.',
        counts: 'The decision that holds, yes or no.',
        not: 'Decisions that were reopened, until a new one is taken.',
      },
      notify: {
        name: 'From decision to letter',
        what: 'Days from the funding decision to the sending of the decision letter to the applicant.',
        counts: 'The first letter after the decision.',
        not: 'Letters about a decision that no longer holds.',
      },
      begin: {
        name: 'From decision to start of project',
        what: 'Days from the funding decision to the first day of the project. A minus means that the project began before the decision.',
        counts: 'Funded projects; the first day is that of the decision.',
        not: 'Applications that were refused.',
      },
      wait: {
        name: 'The applicant’s wait',
        what: 'Days from the sending of the application to the funding decision.',
        counts: 'The first sending, though it was replaced or completed later.',
        not: 'The idea step of a call in two steps.',
      },
      completions: {
        name: 'Requests for completion per application',
        what: 'How many times the applicant was asked to complete the application.',
        counts: 'Each request, answered or not, over all applications that were sent.',
        not: 'The applicant’s own new versions while the call was open.',
      },
      assessments: {
        name: 'Assessments per application',
        what: 'How many assessors gave their scores.',
        counts: 'Scores given to applications whose joint assessment is settled.',
        not: 'Assessors with a conflict of interest, and those released from the task.',
      },
      demand: {
        name: 'Applications per funded project',
        what: 'How many applications competed for one place.',
        counts: 'Applications with a decision that holds.',
        not: 'Applications that are not decided yet.',
      },
      money: {
        name: 'Euros asked per euro granted',
        what: 'How many times more money was asked than granted.',
        counts: 'The grant asked in the newest version, and the grant in the decision.',
        not: 'Applications that are not decided yet or have no budget.',
      },
      granted: {
        name: 'Share funded',
        what: 'What share of the decided applications was funded.',
        counts: 'Decisions that hold, yes and no.',
        not: 'Applications that are not decided yet.',
      },
    },
  },
)
