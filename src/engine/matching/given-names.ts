import { fold } from './transliteration.ts'

/**
 * Given names in use in Finland and its neighbours, the commonest of each generation. Names that are oftener a
 * word or a brand than a person's ("Ilo", "Star") are left out.
 */
const names = `
Aada Aake Aapo Aappo Aarne Aarni Aarno Aaro Aaron Aarre Aatos Aatto Ada Adam Adolf Agneta Ahti Ahto Aila Aili Aimo Aino Aira Airi Aki Akseli Albert
Aleksanteri Aleksi Aleksis Alex Alexander Alexandra Alfons Alfred Ali Alice Alina Aliisa Alisa Allan Alma Alpo Altti Alvar Alvi Amanda Amalia Amelie Anders
Andreas Andrei Anette Anita Anitta Anja Anna Anne Anneli Annette Anni Annika Annikki Annukka Anselmi Anssi Antero Anton Antti Anu Ari Aria Arja Armas Armi
Arne Arno Arsi Arto Arttu Arttur Artturi Arvi Arvid Arvo Asko Asmo Asta Astrid Ata Atso Atte Augusti Aukusti Aulikki Aulis Auli Aune Auni Auvo Axel
Barbro Beata Benita Benjamin Bengt Berit Bernt Birgit Birgitta Bjarne Björn Bo Boris Börje Brita Britta Bruno Camilla Carina Carita Carl Carola Caroline
Caspar Cecilia Charlotta Charlotte Christa Christel Christer Christian Christina Christoffer Claes Clas Claus Dag Dan Daniel Daniela David Dennis Diana
Ebba Edit Edith Edla Edvard Edvin Eemeli Eemil Eero Eerik Eerika Eerikki Eerikäinen Eetu Eeva Eevi Eerio Eevert Eija Eikka Eila Eino Eine Einari Einar
Elias Eliel Eliisa Eliina Elina Elisa Elisabet Elisabeth Elise Ella Ellen Elli Elma Elmeri Elmo Elna Elo Elsa Elsi Elvi Elviira Emil Emilia Emma Emmi Emppu
Enni Enna Ensio Erik Erika Erja Erkki Erland Erling Ernest Ernst Erno Esa Esko Essi Ester Esteri Eugen Eva Eveliina Evert Fanni Fanny Felix Filip
Fjalar Fredrik Fredrika Frida Frans Frank Fritjof Gabriel Gerd Gitta Greta Gun Gunhild Gunilla Gunnar Gunnel Gustaf Gustav Göran Gösta Göte Hanna Hannakaisa
Hanne Hannele Hannes Hannu Hans Harald Harri Harriet Harry Hector Heidi Heikki Heimo Heini Heino Heinä Helena Helene Helge Helgi Heli Helinä Helka Hella
Hellevi Helmer Helmi Helmut Helvi Hemmo Henna Henni Henri Henric Henrica Henriikka Henriikki Henrik Henrika Henry Herbert Herman Hermanni Hertta Hilda Hilja Hilkka
Hilla Hillevi Hilma Holger Hugo Hulda Håkan Ida Iida Iikka Iina Iira Iiris Iiro Iivari Iivo Iisakki Ilari Ilkka Ilma Ilmari Ilmo Ilona Ilpo Ilta Ilze Impi Ina
Inga Inge Ingeborg Ingegerd Inger Ingmar Ingrid Ingvald Ingvar Inka Inkeri Inna Ira Irene Irina Iris Irja Irma Irmeli Isa Isak Isabella Ismo Isto Ivar Ivan
Jaakko Jaakob Jaana Jaani Jacob Jaska Jali Jalmari Jalo Jan Jana Jane Jani Janika Janina Janita Janika Janne Jannica Jannika Jari Jarkko Jarl Jarmo Jarno Jasmin Jasmiina
Jasper Jean Jennika Jenna Jenni Jenny Jere Jeremias Jessica Jesse Jim Jimi Jimmy Joachim Joakim Joel Johan Johanna Johanne Johannes John Johnny Joni Jon Jonas
Jonathan Jonna Jonne Joona Joonas Joonatan Jooseppi Jorma Josefin Josefiina Josua Jouko Jouni Juha Juhana Juhani Juho Jukka Julia Julius Jussi Justiina Justus Juuli
Juulia Juuso Jyri Jyrki Jöran Jörgen Kaapo Kaarina Kaarle Kaarlo Kai Kaia Kaija Kaino Kaisa Kaisla Kaisu Kaj Kalervo Kalevi Kalle Kanerva Karen Kari Kariina Karin Karina Karita Karl
Karla Karoliina Karolina Karri Kasper Kasperi Kata Katariina Katarina Kati Katja Katri Katriina Katrin Kauko Kauno Keijo Keimo Kenneth Kent Kerttu Kerstin Kerttuli Ketty Kia Kielo Kiira Kim
Kimi Kimmo Kira Kirsi Kirsti Kjell Klaara Klas Klaus Konsta Konstantin Kosti Krista Kristel Krister Kristian Kristiina Kristina Kristoffer Kullervo Kurt Kustaa Kusti Kyllikki Kyösti Kåre
Laila Lari Lars Lasse Laura Laurea Lauri Lea Leea Leena Leenu Leevi Leif Leila Lemmikki Lempi Lena Lenita Lenna Lennart Leo Leon Leonid Lia Liina Liinu Liisa Liisi Liisu Lilian Lilja Lilli Linda Linnea
Linus Lisa Lisbeth Lise Liv Loviisa Lotta Louise Love Luka Lukas Lumi Lyydia Lyyli Maaret Maaria Maarika Maarit Magdaleena Magnus Magnhild Maija Maiju Maikki Maila Maire Maisa Maj Maja Malin Malla Manne Mans
Manu Marc Marcus Mareena Margareeta Margareta Margaretha Margit Margot Mari Maria Marian Marianna Marianne Mariela Marietta Marika Marina Marinella Mario Maritta Marja Marjaana Marjatta Marjo
Marjukka Marju Marjut Marketta Markku Marko Markus Marita Marleena Marlene Martha Marta Marti Martin Martina Martta Martti Mary Matias Mathias Matilda Mats Matti Matts Mauno Mauri Maxim Mea Meeri Meri Merja Merita
Merve Mervi Mia Michael Micael Michaela Mie Mihail Miia Miika Miikka Miina Miira Miisa Mika Mikael Mikaela Mikko Mila Milja Milla Mimmi Minea Minna Minni Mira Mirella Mirja Mirjam Mirjami Mirka Mirkka Mirva Mirkku Moa Mona
Monica Monika Monna Nadja Naemi Natalia Natalja Neea Nelli Nestori Nicholas Niclas Nico Nicola Nicole Niila Niilo Niina Nikita Niklas Niko Nikolai Nils Nina Ninni Noel Noora Noomi Nuutti Oili Oiva Okko
Ola Olaf Olavi Ole Oleg Olga Oliver Olivia Olle Olli Olof Onerva Onni Onnela Oona Orvo Orvokki Oscar Oskar Oskari Osmo Ossi Oswald Otso Otto Outi Ove Paavali Paavo Panu Paola Pasi Patricia Patrick Patrik Patrick Paul Paula Pauli Pauliina Paulina
Pehr Pekka Pekko Pelle Pentti Per Percy Perttu Pertti Pete Peter Petra Petri Petro Petrus Petter Petteri Pia Pieti Pietari Piia Pihla Pinja Piritta Pirita Pirjo Pirkko Piret Päivi Päiviö Päivikki Pyry Pär Raakel Rabbe Ragna Ragnar Raafael
Rafael Raija Raila Raili Raimo Raine Rainer Raisa Raita Ralf Rami Ramona Rasmus Rauha Rauna Rauni Rauno Rea Rebecka Rebekka Regina Reetta Reija Reijo Reima Reino Reko Renata Rene Riia Riikka Riina Riitta Riku Risto Rita Ritva
Robert Robin Roger Roi Roland Rolf Ronja Ronny Roope Roosa Rosa Roy Ruben Rudolf Runar Rune Ruth Saana Saara Saija Saila Saima Saimi Saini Sakari Sakarias Saku Salla Salli Salme Salomon Samu Samuel Samuli Sami Sampo Sampsa Sandra Sanelma Sanna Sanni Santeri Santtu
Sanja Sara Sari Sarita Sarianna Satu Saul Sauli Sebastian Seija Seela Seidi Selja Selma Senja Seppo Serafiina Sergei Signe Sigrid Siina Siiri Sikke Silja Silva Simo Simon Simon Simone Sini Sinikka Siri Sirkka Sirkku Sirpa Sirja Siv Sivi Sisko
Sissel Sofia Sofie Soila Soile Soili Soini Solja Solveig Sonja Stefan Stella Stig Sture Sulo Sune Suoma Suvi Susan Susann Susanna Susanne Sven Svea Svetlana Sylvi Sylvia Säde Taavetti Taavi Tage Taija Taimi Taina Taisto Taito Talvikki Tanja Taneli Tapani Tapio Tarja
Tarmo Taru Tatiana Tatjana Tatu Tauno Tea Teemu Teija Teijo Tekla Tellervo Tenho Teppo Terho Terhi Terhikki Terje Tero Terttu Teresa Teuvo Theodor Thomas Tia Tiia Tiiu Tiina Tiitus Timi Timo Timoteus Titta Tiu Toini Toivo Tom Tomas Tomi Tommi Tommy Toni Tony Topi Topias Tor
Torbjörn Tord Tore Torolf Torsten Torsti Touko Tove Trygve Tua Tuija Tuire Tuomas Tuomo Tuukka Tuula Tuuli Tuulia Tuulikki Tuure Tuulia Tytti Tyyne Tyko Ulf Ulla Ulpu Ulrica Ulriika Ulrika Unto Uno Uolevi Uljas Uula Urho Ursula Urpo Usko Uuno Vaido Valdemar Valentin Valma Valo Valto Valtteri Varpu
Vappu Veera Veijo Veikka Veikko Veini Veli Vellamo Venla Vera Verna Veronica Veronika Vesa Victor Victoria Vieno Viggo Vihtori Vilhelm Vilhelmiina Vilho Vili Viljami Viljo Vilja Vilja Vilma Ville Villiam Viola Virpi Virve Visa Viveca Vivian Viktor Viktoria Vladimir Voitto Vuokko Väinö Waldemar Walter Wilhelm Wilma William
Yrjänä Yrjö Ylermi Yngve Åke Åsa Äijö Östen
Anja-Riitta Arnold Astri Beatrice Benny Bent Bente Birthe Bodil Conny Dorthe Egil Eivind Elin Ellinor Erling Esben Flemming Frode Geir Gerda Gorm Grete Gro Gudrun Guri Haakon Halvor Hanne Hege Helle Henning Hilde Ib Ingvild Jens Jeppe Jesper Jette
Johs Jonny Jostein Jørgen Jørn Karsten Ketil Kirsten Kjeld Kjersti Klara Knut Knud Kristin Lennart Lene Lone Lotte Mads Majken Marianne Marit Mats Merete Mette Mogens Morten Niels Odd Olav Palle Pernille Poul Preben Ragnhild Rasmus Roald Roar
Sissel Siw Steen Steffen Stein Stian Sverre Svend Søren Tage Terje Thea Thor Thorbjørn Thorsten Tine Tobias Torben Torill Torunn Trine Tron Trond Truls Turid Ulrik Vegard Vibeke Vidar Åge Åse Annegret Jürgen Günter Wolfgang Hikmet Ahmed Mohamed Muhammad Mohammad Mustafa Hassan Hussein Fatima
Abdi Abdul Ibrahim Omar Yusuf Mehmet Igor Dmitri Sergey Elena Ekaterina Galina Ljudmila Ludmila Marina Nadezda Nikolaj Oksana Pavel Tamara Vadim Valentina Valeri Juri Anatoli Jevgeni Larisa Aleksandr Aleksandra Andrey Alexey Vasili Mart Margus Priit Toomas Urmas Jaan Jüri Rein Tiit Heiki Kadri Kaire Liis Merle Reet Siim Tõnu Ülle Ants Andres
Huseyin Hüseyin Mahir Bekim Rasul Nimet Orhan Kiril Jasin Emre Murat Ali Hasan Ismail Ayse Fatma Ahmet Osman Halil Selim Burak Kemal Cem Can Deniz Elif Zeynep Arben Agron Besim Blerim Driton Fatos Gani Ilir Shpend Valon Reza Hossein Mehdi Parviz Farhad Amir Karim Khalid Samir Tariq Nasser Salim Said Yasmin Leyla Zahra Maryam Milan Goran Zoran Dragan Nikola Jovan Georgi Dimitar Ivan Petar Stoyan Krzysztof Piotr Andrzej Tomasz Pawel Marek Jerzy Zbigniew Malgorzata Agnieszka Katarzyna Jozef Janos Laszlo Istvan Zoltan Gabor Ferenc Attila Somchai Nguyen Thi Wei Jun Hiroshi Kenji Ermo Arkko Mooses Iisko Eeti Peetu Ann-Marie Ann Marie Mariaana Stiina Kaarl Jochen Niikko Rieti Terja Tino Mäkke Marco Jarko`

const given = new Set(
  names
    .trim()
    .split(/\s+/)
    .map((name) => fold(name)),
)

/** Whether the folded word is a given name, or two joined with a hyphen ("veli-matti"). */
export const isGivenName = (word: string): boolean =>
  given.has(word) || (word.includes('-') && word.split('-').every((part) => given.has(part)))
