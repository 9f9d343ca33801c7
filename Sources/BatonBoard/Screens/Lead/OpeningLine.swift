import BatonModel

/// Why the buyer came, in two or three plain sentences: what a rep says first on the telephone.
///
/// Each fact carries how we know it. What is not known is left out, never made up.
struct OpeningLine: Hashable {
  /// A stretch of a sentence.
  enum Part: Hashable {
    /// Our own words between the facts.
    case words(String)
    /// A fact in a word or two.
    case fact(String, Provenance)
    /// A fact in the words that the buyer read or wrote.
    case quote(String, Provenance)
  }

  /// The sentences.
  let sentences: [[Part]]

  init(
    _ lead: Lead, on board: Board, campaigns: [CampaignID: Campaign],
    collateral: [CollateralID: Collateral]
  ) {
    let teller = OpeningTeller(lead)
    let sentences = [
      teller.encounter(campaigns), teller.actions(collateral), teller.statements(board),
    ]
    self.sentences = sentences.filter { !$0.isEmpty }
  }
}

/// Makes sentences of what is known of a lead's coming.
private struct OpeningTeller {
  typealias Part = OpeningLine.Part

  /// At most so many downloads and answers are told; the page tells the others.
  private static let most = 2

  private let lead: Lead
  private let arrivals: [Arrival]

  init(_ lead: Lead) {
    self.lead = lead
    let acquisition = lead.acquisition
    arrivals = [acquisition.creating, acquisition.first, acquisition.last].compactMap { $0 }
  }

  /// A fact of the arrival that created the lead, else of the first one, else of the last.
  private func fact<Value>(
    _ path: KeyPath<Arrival, Value?>, _ key: String
  ) -> (value: Value, provenance: Provenance)? {
    arrivals.lazy.compactMap { arrival in
      arrival[keyPath: path].map { ($0, arrival.provenance(of: key)) }
    }.first
  }

  // MARK: - Sentences

  /// What they saw, and where: the ad with its promise, else the campaign, else the source.
  func encounter(_ campaigns: [CampaignID: Campaign]) -> [Part] {
    let source = fact(\.source, "source")
    let campaign = fact(\.campaign, "campaign")
    if let ad = fact(\.ad, "ad") {
      var parts: [Part] = [.words("They saw the ad "), .quote(ad.value.headline, ad.provenance)]
      if let source { parts += [.words(" on "), .fact(source.value, source.provenance)] }
      if let promise = ad.value.promise {
        parts += [.words(", which promises "), .quote(promise, ad.provenance)]
      }
      return parts + [.words(".")]
    }
    guard source != nil || campaign != nil || !arrivals.isEmpty else { return [] }
    var parts: [Part] = [.words("They came")]
    if let source { parts += [.words(" from "), .fact(source.value, source.provenance)] }
    if source == nil, let page = fact(\.referrer, "referrer") {
      parts += [.words(" from the page "), .fact(page.value, page.provenance)]
    }
    if let campaign {
      let title = campaigns[campaign.value]?.title ?? campaign.value.rawValue
      parts += [.words(" by the campaign "), .quote(title, campaign.provenance)]
    }
    return parts.count > 1 ? parts + [.words(".")] : []
  }

  /// What they did: searched, took a document, sent a form.
  func actions(_ collateral: [CollateralID: Collateral]) -> [Part] {
    var actions: [[Part]] = []
    if let term = fact(\.term, "term") {
      actions.append([.words("searched for "), .quote(term.value, term.provenance)])
    }
    for document in downloads(collateral) {
      actions.append([.words("downloaded "), .quote(document, .observed)])
    }
    if let form = fact(\.form, "form") {
      actions.append([.words("sent the form "), .quote(form.value, form.provenance)])
    }
    return OpeningTeller.sentence("They ", actions, joinedBy: " and ")
  }

  /// What they answered to the questions that qualify a buyer.
  func statements(_ board: Board) -> [Part] {
    let statements = Question.Qualifies.allCases.lazy.compactMap { subject -> [Part]? in
      guard let answer = lead.answer(about: subject, on: board) else { return nil }
      return [
        .words("about \(subject.rawValue) "),
        .quote(answer.answer, answer.provenance ?? .declared),
      ]
    }.prefix(OpeningTeller.most)
    return OpeningTeller.sentence("They said ", Array(statements), joinedBy: " and ")
  }

  /// The documents that the buyer took, the first ones.
  private func downloads(_ collateral: [CollateralID: Collateral]) -> [String] {
    var documents: [String] = []
    for place in lead.touches.indices where lead.touches[place].channel == .download {
      let touch = lead.touches[place]
      guard touch.retracted == nil, touch.direction == .inbound,
        let document = touch.collateral.map({ collateral[$0]?.title ?? $0.rawValue })
          ?? touch.summary, !documents.contains(document)
      else { continue }
      documents.append(document)
      if documents.count == OpeningTeller.most { break }
    }
    return documents
  }

  /// Clauses as one sentence: `They a, b and c.`
  private static func sentence(
    _ subject: String, _ clauses: [[Part]], joinedBy last: String
  ) -> [Part] {
    guard !clauses.isEmpty else { return [] }
    var parts: [Part] = [.words(subject)]
    for (place, clause) in clauses.enumerated() {
      if place > 0 { parts.append(.words(place == clauses.count - 1 ? last : ", ")) }
      parts += clause
    }
    return parts + [.words(".")]
  }
}

extension Lead {
  /// The latest answer to a question that qualifies the buyer in some respect.
  func answer(about subject: Question.Qualifies, on board: Board) -> SurveyAnswer? {
    answers.last { answer in
      board.questions.contains { $0.id == answer.question && $0.qualifies == subject }
    }
  }
}
