import BatonModel
import BatonReports

/// Leads that went without a word: closed for a reason, or brought back.
extension BoardState {
  /// Asks as what a lead ends, and then why; of one that has ended already, why it did.
  mutating func askWhyItEnds(_ lead: LeadSummary) -> [Effect] {
    let kinds: [Parking.Kind] =
      lead.parked?.kind.isClosed ?? false
      ? [.lost, .disqualified] : [.lost, .disqualified, .nurture]
    overlays.append(
      .picker(
        Picker(
          title: "What became of \(lead.name)?", lead: lead.id,
          items: kinds.map {
            .init(.park($0), label: Self.label(of: $0), detail: Self.explanation(of: $0))
          })))
    return []
  }

  /// Brings a lead back where it rests or has ended, and asks what happens next.
  mutating func revive(_ lead: LeadSummary) -> [Effect] {
    var picker = nextStepPicker(for: lead)
    picker.isFollowUp = reckoning.parking(of: lead) != nil
    overlays.append(.picker(picker))
    guard picker.isFollowUp else { return [] }
    return [.apply(.revive(.init()), to: lead.id, message: "Brought back.")]
  }
}
