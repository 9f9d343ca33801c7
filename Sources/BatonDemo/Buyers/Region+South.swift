/// Names of the South and the East of Europe, and of the North.
extension Region {
  static let spain = Region(
    country: "Spain", dialling: "+34",
    cities: ["Logroño", "Vigo", "Lleida", "Murcia", "Vitoria-Gasteiz", "Albacete"],
    given: ["Ana", "Iñaki", "Begoña", "Nuria", "Joaquín", "Ainhoa", "Mercè", "Rubén"],
    family: ["Ruiz", "Ibáñez", "Etxeberria", "Puig", "Núñez", "Carrasco", "Soler"],
    houses: ["Etxeberria", "La Serena", "Ibáñez", "Ribera Alta", "Soler", "Peñalba"],
    trades: [
      Trade("Conservas %", "canned food"), Trade("Envases % SL", "packaging"),
      Trade("Lácteos %", "dairy"), Trade("Bodegas %", "drinks"),
    ])

  static let portugal = Region(
    country: "Portugal", dialling: "+351",
    cities: ["Aveiro", "Guimarães", "Setúbal", "Leiria"],
    given: ["Inês", "Gonçalo", "Conceição", "Rui", "Beatriz", "João"],
    family: ["Magalhães", "Seixas", "Brandão", "Falcão", "Pinheiro", "Sá"],
    houses: ["Seixas", "Vale do Vouga", "Falcão", "Pinheiro & Filhos"],
    trades: [
      Trade("Conserveira %", "canned food"), Trade("% Moldes Lda", "plastics"),
      Trade("Cortiças %", "cork"),
    ])

  static let italy = Region(
    country: "Italy", dialling: "+39",
    cities: ["Parma", "Cuneo", "Pordenone", "Ascoli Piceno", "Bari", "Forlì"],
    given: ["Giulia", "Niccolò", "Federica", "Matteo", "Ilaria", "Tommaso", "Desirée"],
    family: ["Fontana", "Ferrari", "D’Angelo", "Marchetti", "Barbieri", "Sartori"],
    houses: ["Marchetti", "Sant’Elmo", "Barbieri", "Colle Verde", "Sartori", "Due Torri"],
    trades: [
      Trade("Pastificio %", "pasta"), Trade("Caseificio %", "dairy"),
      Trade("% Imballaggi Srl", "packaging"), Trade("Officine %", "metal parts"),
    ])

  static let greece = Region(
    country: "Greece", dialling: "+30",
    cities: ["Λάρισα", "Πάτρα", "Βόλος"],
    given: ["Ελένη|eleni", "Γιώργος|giorgos", "Κατερίνα|katerina", "Νίκος|nikos"],
    family: ["Οικονόμου|oikonomou", "Παπαδημητρίου|papadimitriou", "Αθανασίου|athanasiou"],
    houses: ["Θεσσαλία|thessalia", "Όλυμπος|olympos"],
    trades: [Trade("Γαλακτοκομική %", "dairy"), Trade("Ελαιουργική %", "oil")])

  static let romania = Region(
    country: "Romania", dialling: "+40",
    cities: ["Oradea", "Bacău", "Sibiu", "Galați"],
    given: ["Ioana", "Răzvan", "Mădălina", "Ștefan", "Anca"],
    family: ["Ionescu", "Țurcanu", "Munteanu", "Brătianu"],
    houses: ["Munteanu", "Bucovina", "Valea Crișului"],
    trades: [Trade("Panificație %", "bakery"), Trade("% Ambalaje SRL", "packaging")])

  static let turkiye = Region(
    country: "Türkiye", dialling: "+90",
    cities: ["Bursa", "Gaziantep", "Eskişehir", "Çorlu"],
    given: ["Zeynep", "Oğuz", "Gülşah", "İbrahim", "Elif"],
    family: ["Yılmaz", "Çelik", "Özdemir", "Şahin", "Güneş"],
    houses: ["Çınar", "Özdemir", "Güneş", "Ilıca"],
    trades: [Trade("% Gıda A.Ş.", "food"), Trade("% Tekstil", "textiles")])

  static let poland = Region(
    country: "Poland", dialling: "+48",
    cities: ["Łódź", "Bydgoszcz", "Rzeszów", "Gorzów", "Płock"],
    given: ["Agnieszka", "Paweł", "Małgorzata", "Krzysztof", "Zofia", "Łukasz"],
    family: ["Wójcik", "Gąsior", "Szczepaniak", "Kaźmierczak", "Żak"],
    houses: ["Dąbrowa", "Wójcik", "Jasna Woda", "Kaźmierz"],
    trades: [
      Trade("Mleczarnia %", "dairy"), Trade("% Opakowania", "packaging"),
      Trade("Zakłady % S.A.", "metal parts"), Trade("Piekarnie %", "bakery"),
    ])

  static let czechia = Region(
    country: "Czechia", dialling: "+420",
    cities: ["Plzeň", "Ostrava", "Jihlava", "Kroměříž"],
    given: ["Tereza", "Alžběta", "Lucie", "Květa"],
    family: ["Dvořáková", "Říhová", "Procházková", "Šťastná"],
    houses: ["Říha", "Vysočina", "Novotný"],
    trades: [
      Trade("Pivovar %", "brewery"), Trade("% Strojírna", "metal parts"),
      Trade("Sklárny %", "glass"),
    ])

  static let hungary = Region(
    country: "Hungary", dialling: "+36", cities: ["Győr", "Debrecen", "Pécs"],
    given: ["Eszter", "Gergő", "Zsófia", "Tamás"],
    family: ["Kővári", "Szűcs", "Hegedűs", "Őri"],
    houses: ["Hegedűs", "Tiszapart", "Kővári"],
    trades: [Trade("% Konzerv Kft.", "canned food"), Trade("% Malom", "flour")])

  static let ukraine = Region(
    country: "Ukraine", dialling: "+380", cities: ["Львів", "Вінниця", "Тернопіль"],
    given: ["Оксана|oksana", "Тарас|taras", "Ївга|yivha"],
    family: ["Шевчук|shevchuk", "Коваленко|kovalenko", "Ґаладза|galadza"],
    houses: ["Поділля|podillia", "Галичина|halychyna"],
    trades: [Trade("Хлібзавод «%»", "bakery"), Trade("Молокозавод «%»", "dairy")])

  static let denmark = Region(
    country: "Denmark", dialling: "+45", cities: ["Horsens", "Næstved", "Skjern", "Hjørring"],
    given: ["Søren", "Mette", "Åse", "Jeppe", "Amalie", "Rasmus"],
    family: ["Kjær", "Østergaard", "Bæk", "Nørgaard", "Lund"],
    houses: ["Kjær", "Vestfjord", "Østergaard", "Bækgård"],
    trades: [
      Trade("% Mejeri", "dairy"), Trade("% Emballage A/S", "packaging"),
      Trade("% Slagteri", "meat"),
    ])

  static let sweden = Region(
    country: "Sweden", dialling: "+46", cities: ["Växjö", "Gävle", "Örebro", "Skövde"],
    given: ["Åsa", "Göran", "Linnéa", "Björn", "Maja"],
    family: ["Sjöberg", "Åkesson", "Lindström", "Öberg"],
    houses: ["Sjöberga", "Norrvik", "Åkesson"],
    trades: [
      Trade("% Bruk AB", "paper"), Trade("% Livsmedel", "food"), Trade("% Verkstad", "metal parts"),
    ])

  static let finland = Region(
    country: "Finland", dialling: "+358", cities: ["Jyväskylä", "Seinäjoki", "Kouvola"],
    given: ["Aino", "Väinö", "Päivi", "Juhani"],
    family: ["Hämäläinen", "Mäkelä", "Yrjölä", "Korhonen"],
    houses: ["Mäkelä", "Järvenranta", "Korpi"],
    trades: [Trade("% Oy", "paper"), Trade("% Meijeri", "dairy")])
}
