/// Names of the Low Countries, Germany, the Alps, France and the British Isles.
extension Region {
  static let netherlands = Region(
    country: "Netherlands", dialling: "+31",
    cities: ["Zwolle", "Breda", "Tilburg", "Leeuwarden", "Venlo", "Roermond", "Deventer"],
    given: ["Anouk", "Pieter", "Fleur", "Joris", "Samira", "Wouter", "Marloes", "Ruben", "Yara"],
    family: ["van Dijk", "Molenaar", "de Wit", "Hoekstra", "Bouwman", "Aziz", "Terpstra", "Smits"],
    houses: ["Molenaar", "Noordwal", "Hoekzicht", "Veldkamp", "Oosterling", "Brinkman", "Zandhof"],
    trades: [
      Trade("% Zuivel BV", "dairy"), Trade("Bakkerij %", "bakery"),
      Trade("% Verpakkingen", "packaging"), Trade("% Koelhuizen", "cold storage"),
      Trade("Koninklijke % NV", "paper"),
    ])

  static let belgium = Region(
    country: "Belgium", dialling: "+32",
    cities: ["Kortrijk", "Hasselt", "Namur", "Mechelen", "Aalst", "Tournai"],
    given: ["Lotte", "Mathieu", "Elke", "Dries", "Amina", "Thibault", "Greet", "Noah"],
    family: ["Peeters", "Dubois", "Claes", "Lambrecht", "El Idrissi", "Wouters", "Renard"],
    houses: ["Lambrecht", "Sint-Rochus", "Renard", "Scheldekant", "Waasland", "Claes & Fils"],
    trades: [
      Trade("Brouwerij %", "brewery"), Trade("% Chocolaterie", "confectionery"),
      Trade("% Frozen Foods", "frozen food"), Trade("% Plastics", "plastics"),
    ])

  static let germany = Region(
    country: "Germany", dialling: "+49",
    cities: ["Oldenburg", "Fulda", "Bamberg", "Zwickau", "Paderborn", "Lübeck", "Ravensburg"],
    given: [
      "Katrin", "Jürgen", "Ayşe", "Björn", "Svenja", "Hans-Dieter", "Mirjana", "Uwe", "Lina",
    ],
    family: ["Möller", "Krüger", "Yıldız", "Großmann", "Petrović", "Schäfer", "Lindner", "Weiß"],
    houses: ["Tannhof", "Rauscher", "Möhring", "Weserland", "Kübler", "Nordhaus", "Steinbrink"],
    trades: [
      Trade("Molkerei % GmbH", "dairy"), Trade("% Metallbau", "metal parts"),
      Trade("% Verpackung GmbH", "packaging"), Trade("% Backwaren", "bakery"),
      Trade("% Arzneimittel AG", "pharma"), Trade("% Kunststoffe", "plastics"),
    ])

  static let austria = Region(
    country: "Austria", dialling: "+43",
    cities: ["Wels", "Steyr", "Villach", "Dornbirn", "St. Pölten"],
    given: ["Theresa", "Lukas", "Magdalena", "Franz", "Selin", "Matthias"],
    family: ["Gruber", "Hofer", "Öllinger", "Steiner", "Kovačević", "Pichler"],
    houses: ["Öllinger", "Almtal", "Pichler", "Donauhof", "Kaltenegg"],
    trades: [
      Trade("% Mühlen", "flour"), Trade("% Getränke GmbH", "drinks"),
      Trade("% Guss", "metal parts"), Trade("Käserei %", "dairy"),
    ])

  static let switzerland = Region(
    country: "Switzerland", dialling: "+41", currency: "CHF",
    cities: ["Winterthur", "Fribourg", "Chur", "Biel/Bienne", "Lugano"],
    given: ["Regula", "Reto", "Chiara", "Luc", "Ursina", "Arben"],
    family: ["Zürcher", "Favre", "Bernasconi", "Caduff", "Krasniqi", "Amstutz"],
    houses: ["Rhätia", "Favre", "Aarestein", "Bernasconi", "Amstutz"],
    trades: [
      Trade("% Pharma AG", "pharma"), Trade("% Feinmechanik", "metal parts"),
      Trade("Fromagerie %", "dairy"),
    ])

  static let france = Region(
    country: "France", dialling: "+33",
    cities: ["Angers", "Vannes", "Roanne", "Limoges", "Béthune", "Saint-Étienne", "Valence"],
    given: ["Élodie", "Gaëlle", "Benoît", "Youssef", "Hélène", "Loïc", "Chloé", "Aurélien"],
    family: ["Lefèvre", "Garnier", "Benali", "Le Goff", "Chevalier", "Marchand", "Dupré"],
    houses: ["Garnier", "Val d’Oudon", "Kerlann", "Marchand", "Trois-Rivières", "Le Goff"],
    trades: [
      Trade("Laiterie %", "dairy"), Trade("Conserverie %", "canned food"),
      Trade("Ateliers %", "metal parts"), Trade("Papeteries %", "paper"),
      Trade("Biscuits %", "bakery"),
    ])

  static let britain = Region(
    country: "United Kingdom", dialling: "+44", currency: "GBP",
    cities: ["Hull", "Wrexham", "Kettering", "Paisley", "Grimsby", "Burton upon Trent"],
    given: ["Priya", "Gareth", "Siobhan", "Callum", "Imogen", "Kwame", "Bethan", "Nigel"],
    family: ["Whitlock", "Pryce", "Ashworth", "Mensah", "Patel", "Fairburn", "Sandhu"],
    houses: ["Ashworth", "Fairburn & Pryce", "Humberside", "Whitlock", "Calder Vale"],
    trades: [
      Trade("% Bakeries", "bakery"), Trade("% Seafood Ltd", "frozen food"),
      Trade("% Cartons", "packaging"), Trade("% Brewing Co", "brewery"),
    ])

  static let ireland = Region(
    country: "Ireland", dialling: "+353",
    cities: ["Mallow", "Sligo", "Naas", "Ennis"],
    given: ["Aoife", "Cormac", "Niamh", "Tadhg", "Sinéad", "Oisín"],
    family: ["Brennan", "Hanlon", "O’Rourke", "Mac Aodha", "Considine"],
    houses: ["Brennan", "Shannonside", "Glanbeg", "Hanlon"],
    trades: [
      Trade("% Creameries", "dairy"), Trade("% Medical", "medical devices"),
      Trade("% Oats", "flour"),
    ])
}
