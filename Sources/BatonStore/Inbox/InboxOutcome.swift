/// What became of a file that was dropped into the inbox.
public struct InboxOutcome: Hashable, Sendable {
  /// The ways in which it can end.
  public enum Fate: Hashable, Sendable {
    /// Its rows were taken in, or set aside with their reasons.
    case taken
    /// The same file was taken in before; this one was removed.
    case seenBefore
    /// Nothing of it could be taken in: it stands in `inbox/rejected`, with the reason beside it.
    case rejected(reason: String, remedy: String)
    /// Somebody may still be writing it.
    case waiting
    /// It was left where it is, since it is no file to be taken in.
    case left(reason: String)
  }

  /// The file's name in the inbox.
  public let file: String
  /// What became of it.
  public let fate: Fate
  /// How many rows came in as a lead.
  public internal(set) var created = 0
  /// How many rows changed a lead.
  public internal(set) var updated = 0
  /// How many rows said nothing new.
  public internal(set) var unchanged = 0
  /// How many rows were set aside.
  public internal(set) var refused = 0
  /// Whether the rows are touches on leads that are there; each that changed a lead is one then.
  public internal(set) var areTouches = false
  /// Which touches were made while somebody asks that nobody contacts the lead.
  public internal(set) var warnings: [ImportNotice] = []
  /// Where the rows stand that were set aside, or the whole file, relative to the board's folder.
  public internal(set) var rejectFile: String?

  init(_ file: String, _ fate: Fate) {
    self.file = file
    self.fate = fate
  }
}

extension InboxOutcome {
  /// What became of the file, in a sentence; not yet harmless to print.
  public var sentence: String {
    switch fate {
    case .taken:
      let rejects = refused == 0 ? "" : ", \(refused) rejected"
      guard created + updated > 0 else {
        return refused == 0 ? "\(file) says nothing new." : "Of \(file) \(refused) rejected."
      }
      if areTouches {
        let touches = updated == 1 ? "1 touch" : "\(updated) touches"
        let held = warnings.isEmpty ? "" : "; a hold asks that nobody contacts them"
        return "\(touches) logged from \(file)\(rejects)\(held)."
      }
      let changed = updated == 0 ? "" : " and \(updated) changed"
      let leads = created == 0 ? "\(updated) leads changed" : "\(created) leads taken in\(changed)"
      let said = created + updated == 1 ? leads.replacing("1 leads", with: "1 lead") : leads
      return "\(said) from \(file)\(rejects)."
    case .seenBefore: return "\(file) was taken in before."
    case .rejected(let reason, _): return "\(file) was rejected: \(reason)"
    case .waiting: return "\(file) may still be written; it is taken in when it is whole."
    case .left(let reason): return "\(file) is left in the inbox: \(reason)"
    }
  }

  /// Whether the file should be looked at again soon.
  public var isWaiting: Bool { fate == .waiting }

  /// Whether all of it was taken in, now or before.
  public var isWhole: Bool {
    switch fate {
    case .taken: refused == 0
    case .seenBefore: true
    case .rejected, .waiting, .left: false
    }
  }

  /// Whether something was done with the file.
  public var isDone: Bool {
    switch fate {
    case .taken, .seenBefore, .rejected: true
    case .waiting, .left: false
    }
  }
}
