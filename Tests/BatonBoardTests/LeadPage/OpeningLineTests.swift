import BatonModel
import Testing

@testable import BatonBoard

@Suite struct OpeningLineTests {
  /// The sentences with a fact's provenance behind it in brackets, quotations in quotation marks.
  private func sentences(
    campaigns: [CampaignID: Campaign] = [:], _ change: (inout Lead) -> Void
  ) -> [String] {
    let lead = Fixtures.lead("ana", "Ana Ruiz", change: change)
    let documents: [CollateralID: Collateral] = ["roi": Collateral(id: "roi", title: "ROI sheet")]
    let opening = OpeningLine(
      lead, on: Fixtures.board, campaigns: campaigns, collateral: documents)
    return opening.sentences.map { parts in
      parts.map { part in
        switch part {
        case .words(let words): words
        case .fact(let fact, let provenance): "\(fact)[\(provenance)]"
        case .quote(let words, let provenance): "“\(words)”[\(provenance)]"
        }
      }.joined()
    }
  }

  @Test func nothingKnown() {
    #expect(sentences { _ in } == [])
    #expect(sentences { $0.acquisition.creating = Arrival() } == [])
  }

  @Test func adWithPromise() {
    let told = sentences { lead in
      lead.acquisition.creating = Fixtures.arrival(
        "LinkedIn", headline: "Cut ramp by 40%", promise: "New hires sell in six weeks")
      lead.acquisition.creating?.provenanceOf = ["source": .guessed]
    }
    #expect(
      told == [
        "They saw the ad “Cut ramp by 40%”[observed] on LinkedIn[guessed], which promises "
          + "“New hires sell in six weeks”[observed]."
      ])
  }

  @Test func campaignByItsTitle() {
    let campaigns: [CampaignID: Campaign] = ["q4": Campaign(id: "q4", title: "Ramp Q4")]
    let change: (inout Lead) -> Void = { lead in
      var arrival = Arrival()
      arrival.source = "google"
      arrival.campaign = "q4"
      arrival.provenance = .imported
      lead.acquisition.last = arrival
    }
    #expect(
      sentences(campaigns: campaigns, change) == [
        "They came from google[imported] by the campaign “Ramp Q4”[imported]."
      ])
    #expect(
      sentences(change) == ["They came from google[imported] by the campaign “q4”[imported]."])
  }

  @Test func pageBeforeOursWhereNoSourceIsKnown() {
    let told = sentences { lead in
      lead.acquisition.creating = Arrival()
      lead.acquisition.creating?.referrer = "https://news.example/"
    }
    #expect(told == ["They came from the page https://news.example/[guessed]."])
  }

  /// What the creating arrival does not tell is taken from the first one.
  @Test func searchedDownloadedAndSentAForm() {
    let told = sentences { lead in
      var first = Fixtures.arrival("google", headline: nil, promise: nil)
      first.term = "sales onboarding"
      var creating = Fixtures.arrival("LinkedIn", headline: nil, promise: nil)
      creating.form = "demo"
      creating.provenanceOf = ["form": .declared]
      lead.acquisition.first = first
      lead.acquisition.creating = creating
      lead.touches = ["A", "A", "B", "C"].enumerated().map { place, summary in
        var touch = Fixtures.touch(
          EntryID("t\(place)"), hours: Double(9 - place), .marketing, .inbound, .download)
        touch.summary = summary
        return touch
      }
      lead.touches[0].retracted = Retraction(at: Fixtures.now, by: "lin")
      lead.touches[2].collateral = "roi"
    }
    #expect(
      told == [
        "They came from LinkedIn[observed].",
        "They searched for “sales onboarding”[observed], downloaded “A”[observed], "
          + "downloaded “ROI sheet”[observed] and sent the form “demo”[declared].",
      ])
  }

  @Test func saidAboutTwoSubjectsAtMost() {
    let told = sentences { lead in
      lead.answers = [
        SurveyAnswer(question: "size", answer: "eight"),
        SurveyAnswer(question: "problem", answer: "ramp"),
        SurveyAnswer(question: "heard", answer: "a friend"),
        SurveyAnswer(question: "when", answer: "in January"),
        SurveyAnswer(question: "when", answer: "in March"),
      ]
      lead.answers[4].provenance = .imported
    }
    #expect(
      told == [
        "They said about need “ramp”[declared] and about timing “in March”[imported]."
      ])
  }
}
