import BatonModel
import BatonStore
import Foundation

/// How long one lead's file takes to read and to write, against Foundation on the same bytes.
struct CodecBenchmark: Codable {
  /// The size of the file.
  var bytes: Int
  /// Medians in microseconds.
  var decode: Double
  var decodePooled: Double
  var encode: Double
  var foundationDecoder: Double
  var foundationSerialization: Double
  var foundationEncoder: Double

  /// Measures each way in turn, `rounds` times `repeats` leads.
  static func run(rounds: Int = 41, repeats: Int = 200) throws -> CodecBenchmark {
    let file = LeadFile.encode(sampleLead)
    let lead = try LeadFile.decode(file)
    let data = Data(file)
    let pool = StringPool()
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let plain = try decoder.decode(PlainLead.self, from: data)

    func median(_ work: () throws -> Void) rethrows -> Double {
      let clock = ContinuousClock()
      let times = try (0..<rounds).map { _ in
        try clock.measure {
          for _ in 0..<repeats { try work() }
        }
      }
      let middle = times.sorted()[rounds / 2].components
      let microseconds = Double(middle.seconds) * 1e6 + Double(middle.attoseconds) / 1e12
      return microseconds / Double(repeats)
    }
    return CodecBenchmark(
      bytes: file.count,
      decode: try median { blackHole(try LeadFile.decode(file)) },
      decodePooled: try median { blackHole(try LeadFile.decode(file, pool: pool)) },
      encode: median { blackHole(LeadFile.encode(lead)) },
      foundationDecoder: try median { blackHole(try decoder.decode(PlainLead.self, from: data)) },
      foundationSerialization: try median {
        blackHole(try JSONSerialization.jsonObject(with: data))
      },
      foundationEncoder: try median { blackHole(try encoder.encode(plain)) })
  }
}

/// Keeps the optimiser from leaving out what is measured.
@inline(never)
private func blackHole<Value>(_ value: Value) {}

// MARK: - The lead

extension CodecBenchmark {
  /// A lead as they are after a few weeks: a file of 2.6 KB.
  static var sampleLead: Lead {
    func time(_ hour: Int64) -> Instant { Instant(seconds: 1_790_000_000 + 3600 * hour) }
    var lead = Lead(
      id: "01J8Z3Q7M4K9", name: "Ana Ruiz", stage: "qualify", createdAt: time(0))
    var company = Company(name: "Helix Labs")
    company.domain = "helixlabs.example"
    company.industry = "Biotechnology"
    company.country = "ES"
    lead.company = company
    var person = Person(id: "p1", name: "Ana Ruiz")
    person.title = "Head of Laboratory Operations"
    person.email = "ana.ruiz@helixlabs.example"
    person.part = .champion
    lead.people = [person]
    lead.amount = Money(minorUnits: 1_250_000, currency: "EUR")
    lead.owner = "tom"
    lead.marketingOwner = "maria"
    var arrival = Arrival()
    arrival.at = time(0)
    arrival.source = "linkedin"
    arrival.medium = "paid-social"
    arrival.campaign = "2026-q3-ramp-40"
    arrival.landingPage = "https://acme.example/ramp?utm_source=linkedin"
    arrival.ad = Ad(headline: "Cut ramp by 40%", promise: "New hires productive in half the time")
    arrival.provenance = .observed
    lead.acquisition.creating = arrival
    lead.answers = [SurveyAnswer(question: "budget", answer: "Approved for this year", at: time(0))]
    let summaries = [
      "Asked for the calculator, wants to justify it upwards", "Called, left a message",
      "Opened the case study",
    ]
    lead.touches = summaries.enumerated().map { index, summary in
      Touch(
        id: EntryID("t\(index)k4m2"), at: time(Int64(index) * 20), side: .marketing,
        direction: index == 1 ? .outbound : .inbound, channel: index == 1 ? .call : .web, by: "tom",
        summary: summary)
    }
    lead.nextStep = NextStep(kind: .call, due: time(80), isBooked: true)
    lead.visits.append(StageVisit(stage: "qualify", entered: time(40)))
    var moved = HistoryEntry(id: "e1k4m2", at: time(40), by: "maria", command: "move")
    moved.from = "new"
    moved.to = "qualify"
    moved.inverse = .restorePlace(.init(stage: "new", parked: nil, visits: 1))
    lead.history = [moved]
    lead.tags = ["pilot", "q3"]
    return lead
  }
}

// MARK: - The same lead for Foundation, with times left as text

private struct PlainLead: Codable {
  var schema: Int
  var revision: Int
  var id: String
  var createdAt: String
  var name: String
  var company: PlainCompany?
  var people: [PlainPerson]?
  var amount: PlainMoney?
  var stage: String
  var visits: [PlainVisit]?
  var owner: String?
  var marketingOwner: String?
  var acquisition: [String: PlainArrival]?
  var answers: [PlainAnswer]?
  var touches: [PlainTouch]?
  var nextStep: PlainStep?
  var tags: [String]?
  var history: [PlainChange]?
}

private struct PlainCompany: Codable {
  var name: String
  var domain: String?
  var industry: String?
  var country: String?
}

private struct PlainPerson: Codable {
  var id: String
  var name: String
  var title: String?
  var part: String?
  var email: String?
}

private struct PlainMoney: Codable {
  var minorUnits: Int
  var currency: String
}

private struct PlainVisit: Codable {
  var stage: String
  var entered: String
}

private struct PlainArrival: Codable {
  var at: String?
  var source: String?
  var medium: String?
  var campaign: String?
  var landingPage: String?
  var ad: PlainAd?
  var provenance: String?
}

private struct PlainAd: Codable {
  var headline: String
  var promise: String?
}

private struct PlainAnswer: Codable {
  var question: String
  var answer: String
  var at: String?
}

private struct PlainTouch: Codable {
  var id: String
  var at: String
  var side: String
  var direction: String
  var channel: String
  var by: String?
  var summary: String?
}

private struct PlainStep: Codable {
  var kind: String
  var due: String
  var booked: Bool?
}

private struct PlainChange: Codable {
  var id: String
  var at: String
  var by: String
  var command: String
  var from: String?
  var to: String?
  var inverse: [String: PlainPlace]?
}

private struct PlainPlace: Codable {
  var stage: String
  var visits: Int
}
