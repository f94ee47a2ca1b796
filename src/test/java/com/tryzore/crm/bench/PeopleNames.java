package com.tryzore.crm.bench;

import java.util.Arrays;

/** Given and family names of many languages, the frequent ones first. */
final class PeopleNames {

  private PeopleNames() {}

  static String[] given() {
    return split(
        """
        James Maria Michael Anna Robert Mary John David Laura William Sarah Thomas Emma Daniel
        Joanna Christopher Julia Matthew Sofia Anthony Elena Mark Lena Andrew Marta Joshua Nina
        Kevin Lisa Brian Karen George Sandra Timothy Olivia Ronald Emily Jason Hannah Edward Mia
        Jeffrey Jessica Ryan Amelia Jacob Ella Nicholas Grace Gary Chloe Eric Ava Jonathan Lily
        Stephen Zoë Larry Amy Justin Rachel Scott Samantha Brandon Katherine Benjamin Emilia Samuel
        Victoria Gregory Natalie Frank Claire Alexander Irene Raymond Alice Patrick Lucy Jack Eva
        Dennis Clara Jerry Ruth Tyler Martha Aaron Rosa Jose Ángela Adam Inês Nathan Renée Henry
        François Hélène Jürgen Björn Käthe Lukas Jonas Felix Leon Paul Finn Moritz Maximilian Sven
        Uwe Günther Jörg Ute Heike Sabine Petra Ulrike Katrin Svenja Antje Friederike Wolfgang Heinz
        Carlos Juan Luis Javier Alejandro Sergio Pablo Álvaro Raúl Íñigo María Carmen Lucía Paula
        Andrea Marta Beatriz Noelia Rocío Concepción José Jesús Andrés Óscar João Tiago Rui Gonçalo
        Beatriz Catarina Mariana Luísa Conceição Giulia Francesca Chiara Alessandro Lorenzo Matteo
        Luca Niccolò Jean-Luc Anne-Marie Marie-Claire Pierre Étienne Benoît Gaëlle Chloé Léa Manon
        Théo Hugo Loïc Aurélie Jan Piotr Paweł Łukasz Katarzyna Agnieszka Małgorzata Zofia Krzysztof
        Stanisław Wojciech Tomáš Jiří Kateřina Věra Ondřej Lenka Zdeněk Ferenc László Zsófia Ágnes
        István Béla Ștefan Ioana Mihai Răzvan Andreea Ivan Olga Dmitri Svetlana Tatiana Alexei Yulia
        Natalia Oleksandr Oksana Mehmet Ayşe Fatma Mustafa Çağla Gökhan Şule İbrahim Emre Zeynep
        Yiannis Eleni Giorgos Despina Mohammed Ahmed Fatima Omar Layla Yusuf Aisha Hassan Khadija
        Tariq Leila Samir Amina Karim Nour Priya Rahul Anjali Arjun Deepika Vikram Sunita Ravi Neha
        Sanjay Wei Li Na Ming Xiu Hao Jing Yan Hiroshi Yuki Sakura Haruto Kenji Aiko Min-jun Seo-yeon
        Ji-woo Hyun Linh Minh Nguyệt Tuấn Hương Siobhán Niamh Seán Ciarán Aoife Pádraig Lars Søren
        Anders Freja Ingrid Åse Björk Mikael Annika Märta Öystein D'Andre Chukwuemeka Ngozi Kwame
        Ama Thabo Lerato Sipho Kofi Abebe Selam
        """);
  }

  static String[] family() {
    return split(
        """
        Smith Müller García Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez
        Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein
        Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schäfer Böhm
        König Köhler Vogel Jäger Groß Weiß Lößner Strauß Hernandez Lopez Gonzalez Wilson Anderson
        Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez
        Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams
        Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Smithers Smithson Smits Smit Smitt
        Gonçalves Souza Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Araújo Simões
        Antunes Conceição Fernández López Martínez Sánchez Pérez Gómez Díaz Muñoz Álvarez Jiménez
        Moreno Álonso Ibáñez Núñez Ordóñez Peña Rossi Russo Ferrari Esposito Bianchi Romano Colombo
        Ricci Marino Greco Bruno Gallo D'Angelo D'Amico Dell'Acqua Dubois Durand Lefèvre Leroy Moreau
        Simon Laurent Lefebvre Michel Bertrand Roux Fournier Girard Lambert Mercier Gauthier Béranger
        O'Brien O'Connor O'Neill O'Sullivan Murphy Kelly Walsh Byrne Ryan McCarthy McDonald MacLeod
        Fitzgerald Ó'Súilleabháin Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski
        Zieliński Szymański Woźniak Dąbrowski Kozłowski Novák Svoboda Novotný Dvořák Černý Procházka
        Kučera Veselý Horák Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Popescu Ionescu Popa
        Dumitru Stănescu Ivanov Petrov Smirnov Kuznetsov Volkov Sokolov Shevchenko Kovalenko
        Bondarenko Yılmaz Kaya Demir Çelik Şahin Yıldız Öztürk Özdemir Aydın Arslan Doğan Papadopoulos
        Georgiou Nikolaidis Economou Ali Hussain Khan Ahmed Hassan Ibrahim Rahman Haddad Nasser
        El-Sayed Al-Farsi Ben-David Cohen Levi Mizrahi Patel Singh Kumar Sharma Gupta Reddy Iyer Das
        Mehta Chowdhury Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Sato Suzuki Takahashi Tanaka
        Watanabe Itō Yamamoto Nakamura Kim Park Choi Jung Kang Cho Yoon Tran Le Pham Huynh Hoang Phan
        Vu Đặng Hansen Johansen Olsen Larsen Andersen Pedersen Nielsen Jensen Christensen Sørensen
        Rasmussen Jørgensen Johansson Andersson Karlsson Nilsson Eriksson Larsson Svensson Sjögren
        Åkesson Lindström Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Jansen de-Vries
        van-den-Berg van-Dijk Bakker Visser Smets Peeters Janssens Okafor Adeyemi Mensah Boateng
        Dlamini Nkosi Mbeki Abebe Tesfaye Schmid Huber Gruber Steiner Moser Mayer Hofer Leitner
        Berger Fuchs Eder Fischli Zürcher Brügger Lüthi Gerber Baumann Frei Keller Graf Roth Brandt
        Haas Schreiber Dietrich Ziegler Kuhn Kühn Pohl Horn Busch Bergmann Voigt Sauer Arnold Pfeiffer
        """);
  }

  private static String[] split(String text) {
    return Arrays.stream(text.strip().split("\\s+"))
        .map(name -> name.replaceAll("^(de|van-den|van)-", "$1 ").replace("van-den ", "van den "))
        .distinct()
        .toArray(String[]::new);
  }
}
