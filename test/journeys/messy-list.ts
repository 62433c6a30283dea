/**
 * Rows of the Finnish list of 2014-2020 as its publisher gave them: stray delimiters at the ends, commas in titles and
 * authorities that shift the cells after them (A70253, A70500), a lead that was left out (A70305), a negative amount.
 */
export const messyList = `Koodi,Rahasto,Hankkeen nimi,Tl,Viranomainen,Tila,Aloituspvm,Päättymispvm,Toteuttajan nimi,Myönnetty EU- ja valtion rahoitus,Toteutunut EU- ja valtion rahoitus,Suunniteltu julkinen rahoitus yhteensä,Toteutunut julkinen rahoitus yhteensä;
A70301,EAKR,Reaktoritekniikkaan perustuvat uudet prosessit |prosessikemikaalit ja (rainattavat)biotuotteet  - Reaktek,2, Innovaatiorahoituskeskus Tekes,Toiminnassa,1.3.2015,28.2.2017,Mikkelin Ammattikorkeakoulu Oy,443909,71641,443909,54941,,;
A70302,EAKR,INKA-Uudet tekniikat sähköverkon vikatilanteiden ja hajautetun tuotannon hallinnassa,2,Innovaatiorahoituskeskus Tekes,Toiminnassa,1.3.2015,28.2.2017,Lappeenrannan teknillinen yliopisto,280000,57227,319258,59451,,;
A70303,EAKR,INKA - SmartResearch,2,Innovaatiorahoituskeskus Tekes,Toiminnassa,1.1.2015,31.12.2016,Oulun Yliopisto,81000,7155,85500,7950,,;
A70304,EAKR,Vapaamuotoinen optiikka prototyypeistä tuotantoon,2,Innovaatiorahoituskeskus Tekes,Toiminnassa,1.1.2015,31.12.2016,Itä-Suomen yliopisto,540000,56940,570000,54267,,;
A70305,EAKR,INKA EAKR Hardware Rooted Security - TUT,2,Innovaatiorahoituskeskus Tekes,Toiminnassa,1.1.2015,30.6.2016,157500,157500,35028,166500,38921,,;
A70306,EAKR,Tehtaan laajennus ja tuotanto- ja logistiikkatoimintojen kehittäminen,1,Pohjois-Pohjanmaan elinkeino-  liikenne- ja ympäristökeskus,Toiminnassa,29.9.2014,31.12.2016,LAPWALL OY,390000,390000,390000,390000,,;
A70307,EAKR,Materiaalinkäsittelykoneen hankinta,1,Etelä-Savon elinkeino-  liikenne- ja ympäristökeskus,Toiminnassa,26.9.2014,31.12.2015,ROMUVÄLITYS TUOVINEN OY,73850,73500,73850,73500,,;
A70308,EAKR,Cenmia Lubrication Concept,1,Keski-Suomen elinkeino-  liikenne- ja ympäristökeskus,Toiminnassa,26.9.2014,31.12.2016,CENMIA OY,118630,69862,118630,69862,,;
A70312,EAKR,Vienninedistäminen,1,Pohjois-Pohjanmaan elinkeino-  liikenne- ja ympäristökeskus,Toiminnassa,29.9.2014,31.12.2016,HUMANTOOL OY,44000,10525,44000,10525,,;
A70313,EAKR,CAD,1,Keski-Suomen elinkeino-  liikenne- ja ympäristökeskus,Toiminnassa,11.4.2014,31.12.2016,AL DESIGN OY,22810,0,22810,0,,;
A70314,EAKR,Koneinvestointi,1,Keski-Suomen elinkeino-  liikenne- ja ympäristökeskus,Toiminnassa,29.9.2014,30.10.2015,AJ-TOOLS OY LTD,32000,31820,32000,31820,,;
A70315,EAKR,Koralli-Tuote Oy:n kansainvälistymisstrategia,1,Keski-Suomen elinkeino-  liikenne- ja ympäristökeskus,Toiminnassa,25.9.2014,30.8.2016,KORALLI-TUOTE OY,12000,0,12000,0,,;
A70316,EAKR,Uudenlaisen polyureapinnoitusmenetelmän käyttöönotto,1,Pohjois-Pohjanmaan elinkeino-  liikenne- ja ympäristökeskus,Toiminnassa,30.9.2014,31.12.2015,REFORM KY (RFM),7000,7000,7000,7000,,;
A70317,EAKR,Koneinvestoinnit,1,Keski-Suomen elinkeino-  liikenne- ja ympäristökeskus,Toiminnassa,14.4.2014,31.12.2016,TYLLIS OY AB,240000,52853,240000,52853,,;
A70318,EAKR,JT-rikastamon kehittäminen,2,Pohjois-Pohjanmaan elinkeino-  liikenne- ja ympäristökeskus,Toiminnassa,14.3.2014,31.12.2016,TAPOJÄRVI OY,560800,551732,560800,551732,,;
A70319,EAKR,Koottavan ja liikuteltavan taittokopin suunnittelu ja valmistus,1,Pohjois-Pohjanmaan elinkeino-  liikenne- ja ympäristökeskus,Toiminnassa,30.9.2014,31.12.2016,CEMPETECH OY,37750,0,37750,0,,;
A70500,EAKR,LashLovers Oy:n kansainvälistymishanke,1,Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus,Toiminnassa,4.2.2015,31.12.2017,LASHLOVERS OY,71930,22830,71930,22830;
A70251,EAKR,INKA - Biomassa CHP teknologian kehitys globaaleille markkinoille,2,Innovaatiorahoituskeskus Tekes,Toiminnassa,1.1.2015,31.12.2016,Itä-Suomen yliopisto,135000,15065,142575,15911;
A70252,EAKR,Elintarviketalouden uudet prosessit ? arvopohjaisuuden liittäminen osaksi tuotantotaloudellisesti opti-moituja prosesseja ja palveluja,2,Innovaatiorahoituskeskus Tekes,Toiminnassa,1.1.2015,31.12.2016,Seinäjoen Ammattikorkeakoulu Oy,136000,18180,144400,19676;
A70253,EAKR,INKA EAKR Laiteläheinen tietoturvateknologia ja sovellutusmahdollisuudet, LaiTSo,2,Innovaatiorahoituskeskus Tekes,Toiminnassa,1.1.2015,30.6.2016,Jyväskylän yliopisto,331650,30132,354500,33480;
A70254,EAKR,INKA - Älykäs valaistus ja lämpöviihtyvyys muistisairaiden asumisen ja hoivapalvelutuotannon tukena - VALMUSKA,2,Innovaatiorahoituskeskus Tekes,Toiminnassa,1.1.2015,31.5.2017,Oulun yliopisto,72000,20672,76000,20969;
A70255,EAKR,INKA - Co-creative snacks - pelillisyys välineenä välipalatuotteiden kehitykseen,2,Innovaatiorahoituskeskus Tekes,Toiminnassa,1.5.2015,31.5.2017,Vaasan yliopisto,285300,41497,289380,32248;
A70256,EAKR,INKA - Comprehensive development of nearly zero-energy municipal service buildings (COMBI),2,Innovaatiorahoituskeskus Tekes,Toiminnassa,1.1.2015,31.12.2017,TTY-säätiö sr,1047000,80943,1325276,46377;
A70257,EAKR,INKA - Co-creative Snacks -pelillisyys välineenä välipalapalatuotteiden kehitykseen,2,Innovaatiorahoituskeskus Tekes,Toiminnassa,1.5.2015,31.5.2017,Turun yliopisto,505800,98451,505802,71512;
A70258,EAKR,INKA - Ulkoilman laatuun ja väestön terveyteen liittyvän uusimman osaamisen ja innovaatiotoiminnan vauhdittaminen (INKA-ILMA/EAKR),2,Innovaatiorahoituskeskus Tekes,Toiminnassa,1.4.2015,31.3.2017,Teknologian tutkimuskeskus VTT Oy,162000,3830,172000,-744;
A70259,EAKR,INKA - Comprehensive Development of Nearly Zero-Energy Municipal Service Buildings (COMBI),2,Innovaatiorahoituskeskus Tekes,Toiminnassa,1.1.2015,31.12.2017,Aalto-korkeakoulusäätiö,191000,37096,240765,62046;
A70260,EAKR,INKA - SmartResearch,2,Innovaatiorahoituskeskus Tekes,Toiminnassa,1.1.2015,30.4.2017,Turun ammattikorkeakoulu Oy,341000,26217,359500,29130;
A70261,EAKR,INKA - SmartResearch,2,Innovaatiorahoituskeskus Tekes,Toiminnassa,1.1.2015,31.12.2016,Åbo Akademi,351000,36506,370488,35344;
`
