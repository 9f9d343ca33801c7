public import BatonModel

/// The triage screen: somebody's queue, of which one lead is shown and decided at a time.
public struct TriageState: Sendable {
  /// Whose queue it is.
  public var whose: TriageQueue.Whose
  /// The queue, the most urgent first; without what was decided here.
  public var items: [TriageItem] = []
  /// Whether the queue is made: until then nothing can be said of it.
  public var isMade = false
  /// The place of the lead that is shown; behind the last one where the queue is done.
  public var place = 0 { didSet { if place != oldValue { heldTop = nil } } }
  /// The first item of the queue in view since one was clicked, so that it stays under the mouse.
  var heldTop: Int?
  /// The lead itself, once it is read.
  public var lead: Lead?
  /// What was decided here; it does not come back by itself.
  public var decided: Set<LeadID> = []
  /// What was decided and is not written yet, with its place in the queue.
  var pending: [LeadID: (item: TriageItem, place: Int)] = [:]
  /// The lead that was accepted just now: what follows is about a lead that is taken.
  var accepted: LeadID?
  /// The lead whose decision is being taken back: it is shown again.
  var returning: LeadID?
  /// The lead that is shown though it wants nothing more: somebody else has seen to it.
  public var settled: LeadID?

  /// A queue that is yet to be made.
  public init(_ whose: TriageQueue.Whose) { self.whose = whose }

  /// The item that is shown; nil where the queue is done.
  public var current: TriageItem? { items.indices.contains(place) ? items[place] : nil }
}
