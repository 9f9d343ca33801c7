import BatonModel

/// Names that a board must be able to show.
extension Buyer {
  /// Names whose accents are characters of their own, as some systems export them.
  mutating func decompose(_ ordinal: Int) {
    let names = ["Zoe\u{308} Lefe\u{300}vre", "A\u{30A}sa Sjo\u{308}berg"]
    name = names[ordinal % names.count]
    company.city = "Be\u{301}thune"
  }

  /// Names that fit on no card.
  mutating func lengthen(_ ordinal: Int) {
    let names = [
      "Dr.-Ing. Wolfgang-Maximilian Freiherr von Hohenfels-Lindenau",
      "Maria Francisca de Albuquerque e Vasconcelos Sottomayor",
    ]
    let companies = [
      "Vereinigte Süddeutsche Molkerei- und Käsereigenossenschaften eG",
      "Société coopérative agricole des producteurs laitiers du Val d’Oudon",
    ]
    name = names[ordinal % names.count]
    company.name = companies[ordinal % companies.count]
  }
}
