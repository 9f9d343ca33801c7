import BatonModel
import Testing

@Suite("Money reader")
struct MoneyReaderTests {
  @Test(
    "What can be read by itself is",
    arguments: [
      ("1,234.50", 123_450), ("1.234,50", 123_450), ("1 234,50", 123_450), ("1'234.50", 123_450),
      ("1\u{202F}234,5 €", 123_450), ("1234", 123_400), ("1100.04", 110_004), (".5", 50),
      ("0,125", 13), ("12,34,567.00", 123_456_700), ("1,234,567", 123_456_700),
      ("€1 234", 123_400), ("12k", 1_200_000), ("1.5 Mio", 150_000_000),
      ("2bn EUR", 200_000_000_000),
      ("(500)", -50_000), ("-12", -1_200), ("€ -12,5", -1_250), ("+7", 700), ("12.345678", 1_235),
      ("EUR 5", 500), ("5€", 500),
    ])
  func readable(cell: String, minorUnits: Int) throws {
    let money = try MoneyReader(currency: "EUR").read(cell)
    #expect(money == Money(minorUnits: minorUnits, currency: "EUR"))
  }

  @Test("A currency on the cell wins over the file's; its decimals count")
  func statedCurrency() throws {
    let reader = MoneyReader(currency: "USD")
    #expect(try reader.read("€5") == Money(minorUnits: 500, currency: "EUR"))
    #expect(try reader.read("$12k") == Money(minorUnits: 1_200_000, currency: "USD"))
    #expect(try reader.read("KWD 1.5") == Money(minorUnits: 1_500, currency: "KWD"))
    #expect(try reader.read("JPY 1,234") == Money(minorUnits: 1_234, currency: "JPY"))
    #expect(try MoneyReader(currency: "SEK").read("1200 kr.").minorUnits == 120_000)
  }

  @Test("A sign of several currencies is only taken for the file's own")
  func unclearCurrency() throws {
    #expect(try MoneyReader(currency: "CAD").read("$5").currency == "CAD")
    #expect(throws: MoneyReader.Fault.unclearCurrency("$")) {
      try MoneyReader(currency: "EUR").read("$5")
    }
  }

  @Test("One mark before three digits is refused unless the column settles it")
  func unclearMark() throws {
    for cell in ["1,234", "1.234", "12,345", "1,234k"] {
      #expect(throws: MoneyReader.Fault.unclearMark) { try MoneyReader(currency: "EUR").read(cell) }
      #expect(MoneyReader.isUnclear(cell))
    }
    #expect(!MoneyReader.isUnclear("1234"))
    #expect(!MoneyReader.isUnclear("1,5"))
    let point = MoneyReader(currency: "EUR", decimalMark: .point)
    let comma = MoneyReader(currency: "EUR", decimalMark: .comma)
    #expect(try point.read("1,234").minorUnits == 123_400)
    #expect(try comma.read("1,234").minorUnits == 123)
    #expect(throws: MoneyReader.Fault.notAnAmount) { try comma.read("1,234.50") }
  }

  @Test("A code may be written small where it is well known")
  func smallCodes() throws {
    #expect(try MoneyReader(currency: "EUR").read("12k gbp").currency == "GBP")
    #expect(throws: MoneyReader.Fault.notAnAmount) {
      try MoneyReader(currency: "EUR").read("12 mil")
    }
  }

  @Test(
    "What is no amount is refused",
    arguments: [
      "", "abc", "12%", "1,2,3", "1..5", "5 apples", "1-2", "€5 USD", "0x10", "1e5", "12:30",
      "1,23,45", "5 (est.)",
    ])
  func notAnAmount(cell: String) {
    #expect(throws: MoneyReader.Fault.notAnAmount) { try MoneyReader(currency: "EUR").read(cell) }
  }

  @Test("What is too large to keep is refused")
  func tooLarge() {
    #expect(throws: MoneyReader.Fault.tooLarge) {
      try MoneyReader(currency: "EUR").read("99999999999999999999")
    }
  }

  @Test("A column may be counted in millions, and counts are whole numbers")
  func scales() throws {
    let millions = MoneyReader(currency: "USD", decimalMark: .point, powerOfTen: 6)
    #expect(try millions.read("1100.04").minorUnits == 110_004_000_000)
    #expect(try MoneyReader(currency: "USD").readCount("2,822") == 2_822)
    #expect(try MoneyReader(currency: "USD").readCount("2k") == 2_000)
    #expect(throws: MoneyReader.Fault.notAnAmount) {
      try MoneyReader(currency: "USD").readCount("$5")
    }
  }
}
